// The form of a spiff: what it pays for, to whom, when, and what limits it.
import { FormattedMessage } from 'react-intl'
import { isCountable } from '../../../../shared/domain/contests/making/contest-form.ts'
import type { SpiffForm } from '../../../../shared/domain/spiffs/making/spiff-form.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { SpiffFor } from '../../../../shared/wire/spiffs.ts'
import { ThanksHow } from '../../../../shared/wire/thanks.ts'
import { Card } from '../../kit/card.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { DayRange } from '../../kit/day-range.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { useThanksHowWords } from '../thanks/use-thanks-how-words.ts'

interface SpiffPart {
  readonly form: SpiffForm
  readonly file: FloorFile
  readonly set: (change: Partial<SpiffForm>) => void
}

const most = 1e9
const mostTimes = 100

/** Whole units, and cents where an amount has them. */
const moneyOf = (currency: string): Intl.NumberFormatOptions => ({
  ...{ style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 },
})

export function PaysCard({ form, file, set }: SpiffPart) {
  const say = useSay()
  const howWords = useThanksHowWords()
  const names: Readonly<Record<SpiffFor, string>> = {
    help: say({ id: 'console.spiff.for.help', defaultMessage: 'A help that a colleague confirms' }),
    'shared-win': say({ id: 'console.spiff.for.shared-win', defaultMessage: 'Helping to win a deal' }),
    handover: say({ id: 'console.spiff.for.handover', defaultMessage: 'Handing over a deal or a lead' }),
    metric: say({ id: 'console.spiff.for.metric', defaultMessage: 'Any other number' }),
  }
  const metrics = file.metrics.filter(isCountable)
  return (
    <Card title={<FormattedMessage id="console.spiff.rules" defaultMessage="What it pays" />}>
      <div className="form">
        <TextField
          label={say({ id: 'console.spiff.name', defaultMessage: 'It is called' })}
          value={form.name}
          maxLength={120}
          onChange={(name) => set({ name })}
        />
        <Picker
          label={say({ id: 'console.spiff.for', defaultMessage: 'It pays for' })}
          value={form.for}
          choices={SpiffFor.options
            .filter((id) => id !== 'metric' || metrics.length > 0)
            .map((id) => ({ id, name: names[id] }))}
          onChange={(next) => set({ for: next })}
        />
        {form.for === 'help' && (
          <CheckList
            label={say({
              id: 'console.spiff.how',
              defaultMessage: 'Only help of these kinds (none chosen: any help)',
            })}
            items={ThanksHow.options.map((id) => ({ id, name: howWords.button(id) }))}
            value={form.how}
            onChange={(chosen) => set({ how: ThanksHow.options.filter((id) => chosen.includes(id)) })}
          />
        )}
        {form.for === 'metric' && (
          <div className="form-row">
            <Picker
              label={say({ id: 'console.spiff.metric', defaultMessage: 'Of which number' })}
              value={form.metric}
              choices={metrics.map(({ id, name }) => ({ id, name }))}
              onChange={(metric) => set({ metric })}
            />
            <NumberField
              label={say({ id: 'console.spiff.each', defaultMessage: 'For every' })}
              value={form.each}
              min={1}
              max={most}
              onChange={(each) => set({ each })}
            />
          </div>
        )}
        <div className="form-row">
          <NumberField
            label={say({ id: 'console.spiff.amount', defaultMessage: 'What one is paid' })}
            value={form.amount}
            min={0.01}
            max={most}
            step={0.01}
            format={moneyOf(file.floor.currency)}
            onChange={(amount) => set({ amount })}
          />
          <TextField
            label={say({ id: 'console.contest.paid-by', defaultMessage: 'Who pays (may stay empty)' })}
            value={form.paidBy}
            maxLength={120}
            onChange={(paidBy) => set({ paidBy })}
          />
        </div>
      </div>
    </Card>
  )
}

export function WhoAndWhenCard({ form, file, set }: SpiffPart) {
  const say = useSay()
  return (
    <Card title={<FormattedMessage id="console.spiff.who" defaultMessage="Who can earn it, and when" />}>
      <div className="form">
        <div className="form-row">
          <Picker
            label={say({ id: 'console.contest.team', defaultMessage: 'Of' })}
            value={form.team}
            choices={[
              { id: '', name: say({ id: 'console.contest.team.all', defaultMessage: 'The whole floor' }) },
              ...file.teams.map(({ id, name }) => ({ id, name })),
            ]}
            onChange={(team) => set({ team })}
          />
          {file.roles.length > 0 && (
            <Picker
              label={say({ id: 'console.contest.role', defaultMessage: 'In the role' })}
              value={form.role}
              choices={[
                { id: '', name: say({ id: 'console.contest.role.all', defaultMessage: 'Any' }) },
                ...file.roles.map(({ id, name }) => ({ id, name })),
              ]}
              onChange={(role) => set({ role })}
            />
          )}
        </div>
        <DayRange
          from={form.from}
          until={form.until}
          onFrom={(from) => set({ from })}
          onUntil={(until) => set({ until })}
        />
      </div>
    </Card>
  )
}

export function LimitsCard({ form, file, set }: SpiffPart) {
  const say = useSay()
  const format = moneyOf(file.floor.currency)
  const cap = (key: 'perDay' | 'perWeek' | 'perPerson', label: string) => (
    <NumberField
      label={label}
      value={form[key]}
      min={0}
      max={most}
      format={format}
      onChange={(value) => set({ [key]: value })}
    />
  )
  return (
    <Card title={<FormattedMessage id="console.spiff.limits" defaultMessage="What limits it" />}>
      <div className="form">
        <div className="form-row">
          <NumberField
            label={say({ id: 'console.spiff.budget', defaultMessage: 'Budget in all' })}
            value={form.budget}
            min={1}
            max={most}
            format={format}
            onChange={(budget) => set({ budget })}
          />
          {form.for !== 'metric' && (
            <NumberField
              label={say({
                id: 'console.spiff.pair',
                defaultMessage: 'Times a week between the same two',
              })}
              value={form.pairPerWeek}
              min={1}
              max={mostTimes}
              onChange={(pairPerWeek) => set({ pairPerWeek })}
            />
          )}
        </div>
        <p className="soft small">
          <FormattedMessage
            id="console.spiff.limits.note"
            defaultMessage="The most for one person; 0 is no limit."
          />
        </p>
        <div className="form-row">
          {cap('perDay', say({ id: 'console.spiff.per-day', defaultMessage: 'A day' }))}
          {cap('perWeek', say({ id: 'console.spiff.per-week', defaultMessage: 'A week' }))}
          {cap('perPerson', say({ id: 'console.spiff.per-person', defaultMessage: 'In all' }))}
        </div>
      </div>
    </Card>
  )
}
