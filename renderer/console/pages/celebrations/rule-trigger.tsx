// When a rule fires, and about whom.

import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { NumberField, TextField } from '../../kit/field.tsx'
import type { Choice } from '../../kit/picker.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import { LadderFields } from './ladder-fields.tsx'
import type { RuleFields, RuleKind } from './rule-fields.ts'

export interface RulePart {
  readonly file: FloorFile
  readonly fields: RuleFields
  readonly set: (change: Partial<RuleFields>) => void
}

const useKinds = (): readonly Choice<RuleKind>[] => {
  const say = useSay()
  return [
    { id: 'deal', name: say({ id: 'console.celebrate.when.deal', defaultMessage: 'A deal is won' }) },
    {
      id: 'step',
      name: say({ id: 'console.celebrate.when.step', defaultMessage: 'A step is done, such as a meeting' }),
    },
    { id: 'goal', name: say({ id: 'console.celebrate.when.goal', defaultMessage: 'A goal is reached' }) },
    {
      id: 'everybody',
      name: say({
        id: 'console.celebrate.when.everybody',
        defaultMessage: 'Everybody of a team is over their goal',
      }),
    },
    {
      id: 'ladder',
      name: say({ id: 'console.celebrate.when.ladder', defaultMessage: 'A team climbs step by step' }),
    },
    { id: 'count', name: say({ id: 'console.celebrate.when.count', defaultMessage: 'A number is passed' }) },
    { id: 'record', name: say({ id: 'console.celebrate.when.record', defaultMessage: 'A record falls' }) },
    {
      id: 'first-place',
      name: say({ id: 'console.celebrate.when.first', defaultMessage: 'There is a new number one' }),
    },
    { id: 'streak', name: say({ id: 'console.celebrate.when.streak', defaultMessage: 'A streak goes on' }) },
    {
      id: 'day',
      name: say({
        id: 'console.celebrate.when.day',
        defaultMessage: 'A birthday, an anniversary, a first day',
      }),
    },
  ]
}

function DealFields({ file, fields, set }: RulePart) {
  const say = useSay()
  const money = { style: 'currency', currency: file.floor.currency, maximumFractionDigits: 0 } as const
  return (
    <>
      <div className="form-row">
        <Picker
          label={say({ id: 'console.celebrate.bar', defaultMessage: 'Which' })}
          value={fields.bar}
          onChange={(bar) => set({ bar })}
          choices={[
            {
              id: 'percentile',
              name: say({ id: 'console.celebrate.bar.best', defaultMessage: 'Among the best' }),
            },
            {
              id: 'amount',
              name: say({ id: 'console.celebrate.bar.amount', defaultMessage: 'Over an amount' }),
            },
            { id: 'none', name: say({ id: 'console.celebrate.bar.none', defaultMessage: 'Of any size' }) },
          ]}
        />
        {fields.bar === 'amount' && (
          <NumberField
            label={say({ id: 'console.celebrate.amount', defaultMessage: 'At least' })}
            value={fields.amount}
            min={1}
            max={1e12}
            format={money}
            onChange={(amount) => set({ amount })}
          />
        )}
        {fields.bar === 'percentile' && (
          <>
            <NumberField
              label={say({ id: 'console.celebrate.best', defaultMessage: 'The best, in %' })}
              value={fields.best}
              min={0.1}
              max={50}
              step={0.1}
              onChange={(best) => set({ best })}
            />
            <Picker
              label={say({ id: 'console.celebrate.best-of', defaultMessage: 'Of the deals of' })}
              value={fields.bestOf}
              onChange={(bestOf) => set({ bestOf })}
              choices={[
                {
                  id: 'floor',
                  name: say({ id: 'console.celebrate.best-of.floor', defaultMessage: 'the floor' }),
                },
                {
                  id: 'team',
                  name: say({ id: 'console.celebrate.best-of.team', defaultMessage: 'their team' }),
                },
                {
                  id: 'role',
                  name: say({ id: 'console.celebrate.best-of.role', defaultMessage: 'their role' }),
                },
                {
                  id: 'rep',
                  name: say({ id: 'console.celebrate.best-of.rep', defaultMessage: 'themselves' }),
                },
              ]}
            />
          </>
        )}
      </div>
      <div className="form-row">
        <Picker
          label={say({ id: 'console.celebrate.first', defaultMessage: 'Only the first' })}
          value={fields.first}
          onChange={(first) => set({ first })}
          choices={[
            { id: 'no', name: say({ id: 'console.celebrate.first.no', defaultMessage: 'Every one' }) },
            {
              id: 'ever',
              name: say({ id: 'console.celebrate.first.ever', defaultMessage: 'Somebody’s first ever' }),
            },
            {
              id: 'of-the-day',
              name: say({ id: 'console.celebrate.first.day', defaultMessage: 'The first of the day' }),
            },
          ]}
        />
        <NumberField
          label={say({ id: 'console.celebrate.after', defaultMessage: 'After so many days without one' })}
          value={fields.afterDays}
          min={0}
          max={90}
          onChange={(afterDays) => set({ afterDays })}
        />
        <TextField
          label={say({ id: 'console.celebrate.product', defaultMessage: 'Product (may stay empty)' })}
          value={fields.product}
          onChange={(product) => set({ product })}
        />
      </div>
      <Switch value={fields.newAccount} onChange={(newAccount) => set({ newAccount })}>
        {say({ id: 'console.celebrate.new-account', defaultMessage: 'Only the first deal with an account' })}
      </Switch>
    </>
  )
}

function MetricFields({ file, fields, set }: RulePart) {
  const say = useSay()
  const { kind } = fields
  return (
    <>
      <div className="form-row">
        <Picker
          label={say({ id: 'console.celebrate.metric', defaultMessage: 'Of' })}
          value={fields.metric}
          choices={file.metrics.map(({ id, name }) => ({ id, name }))}
          onChange={(metric) => set({ metric })}
        />
        <TextField
          label={say({ id: 'console.celebrate.window', defaultMessage: 'In' })}
          hint={say({
            id: 'console.celebrate.window.hint',
            defaultMessage: 'day, week, month, quarter or year; empty is the metric’s own',
          })}
          value={fields.window}
          onChange={(window) => set({ window })}
        />
        {kind !== 'everybody' && kind !== 'first-place' && (
          <Picker
            label={say({ id: 'console.celebrate.of', defaultMessage: 'Of whom' })}
            value={fields.of}
            onChange={(of) => set({ of })}
            choices={[
              { id: 'rep', name: say({ id: 'console.celebrate.of.rep', defaultMessage: 'Each person' }) },
              { id: 'team', name: say({ id: 'console.celebrate.of.team', defaultMessage: 'Each team' }) },
              { id: 'org', name: say({ id: 'console.celebrate.of.org', defaultMessage: 'The whole floor' }) },
            ]}
          />
        )}
      </div>
      {kind === 'count' && (
        <NumberField
          label={say({ id: 'console.celebrate.count', defaultMessage: 'Passes' })}
          value={fields.count}
          min={0.001}
          max={1e12}
          step={0.001}
          onChange={(count) => set({ count })}
        />
      )}
      {kind === 'streak' && (
        <NumberField
          label={say({ id: 'console.celebrate.streak', defaultMessage: 'Times in a row' })}
          value={fields.streak}
          min={2}
          max={100}
          onChange={(streak) => set({ streak })}
        />
      )}
      {kind === 'record' && (
        <Segments
          label={say({ id: 'console.celebrate.record', defaultMessage: 'Whose record' })}
          value={fields.record}
          onChange={(record) => set({ record })}
          choices={[
            {
              id: 'personal',
              name: say({ id: 'console.celebrate.record.personal', defaultMessage: 'Their own' }),
            },
            {
              id: 'team',
              name: say({ id: 'console.celebrate.record.team', defaultMessage: 'Their team’s' }),
            },
            {
              id: 'floor',
              name: say({ id: 'console.celebrate.record.floor', defaultMessage: 'The floor’s' }),
            },
          ]}
        />
      )}
      {kind === 'ladder' && (
        <LadderFields steps={fields.steps} onChange={(steps) => set({ steps: [...steps] })} />
      )}
    </>
  )
}

function DayFields({ fields, set }: RulePart) {
  const say = useSay()
  return (
    <div className="form-row">
      <Picker
        label={say({ id: 'console.celebrate.day', defaultMessage: 'Which day' })}
        value={fields.day}
        onChange={(day) => set({ day })}
        choices={[
          { id: 'birthday', name: say({ id: 'console.celebrate.day.birthday', defaultMessage: 'Birthday' }) },
          {
            id: 'anniversary',
            name: say({
              id: 'console.celebrate.day.anniversary',
              defaultMessage: 'A year more with the company',
            }),
          },
          { id: 'first-day', name: say({ id: 'console.celebrate.day.first', defaultMessage: 'First day' }) },
        ]}
      />
      <TextField
        label={say({ id: 'console.celebrate.at', defaultMessage: 'At' })}
        type="time"
        value={fields.at}
        onChange={(at) => set({ at })}
      />
    </div>
  )
}

export function RuleTrigger(part: RulePart) {
  const say = useSay()
  const kinds = useKinds()
  const { file, fields, set } = part
  const { kind } = fields
  const anybody = { id: '', name: say({ id: 'console.celebrate.anybody', defaultMessage: 'Everybody' }) }
  return (
    <>
      <Picker
        label={say({ id: 'console.celebrate.when', defaultMessage: 'When' })}
        value={kind}
        choices={kinds}
        onChange={(next) => set({ kind: next })}
      />
      {kind === 'deal' && <DealFields {...part} />}
      {kind === 'step' && (
        <TextField
          label={say({
            id: 'console.celebrate.activity',
            defaultMessage: 'Which step, as the source calls it',
          })}
          hint={say({
            id: 'console.celebrate.activity.hint',
            defaultMessage: 'The kind of an activity, such as meeting',
          })}
          value={fields.activity}
          onChange={(activity) => set({ activity })}
        />
      )}
      {kind === 'day' && <DayFields {...part} />}
      {kind !== 'deal' && kind !== 'step' && kind !== 'day' && <MetricFields {...part} />}
      <div className="form-row">
        <Picker
          label={say({ id: 'console.celebrate.team', defaultMessage: 'Team' })}
          value={fields.team}
          choices={[anybody, ...file.teams.map(({ id, name }) => ({ id, name }))]}
          onChange={(team) => set({ team })}
        />
        <Picker
          label={say({ id: 'console.celebrate.role', defaultMessage: 'Role' })}
          value={fields.role}
          choices={[anybody, ...file.roles.map(({ id, name }) => ({ id, name }))]}
          onChange={(role) => set({ role })}
        />
      </div>
    </>
  )
}
