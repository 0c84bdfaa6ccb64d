// A metric that is in use is counted otherwise: old and new stand side by side, period by period, before it is done.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { canKeepPast, type MetricForm } from '../../../../../shared/domain/metric-drafts/metric-form.ts'
import type { Metric } from '../../../../../shared/wire/floor.ts'
import type { DraftResult, DraftRow } from '../../../../../shared/wire/metric-drafts.ts'
import type { Effects } from '../../../api/effects.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { TextField } from '../../../kit/field.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { Segments } from '../../../kit/segments.tsx'
import { useSay } from '../../../words/words.tsx'
import { useMoneyWords } from '../../how/use-money-words.ts'
import { EffectsNote, maySave } from '../../people/effects-note.tsx'

interface ChangeDialogProps {
  readonly before: Metric
  readonly form: MetricForm
  /** Null while it is counted. */
  readonly result: DraftResult | null
  readonly effects: Effects
  /** What stands against it, in words. */
  readonly faults: readonly string[]
  /** `YYYY-MM-DD` where the floor is. */
  readonly today: string
  readonly onChange: (change: Partial<MetricForm>) => void
  readonly onSave: () => void
  readonly onClose: () => void
}

/** Nobody reads a longer table before they save. */
const mostRows = 40

const isMoved = ({ is, was }: DraftRow): boolean => was !== null && is.some((value, at) => value !== was[at])

function Periods({ result, rows }: { readonly result: DraftResult; readonly rows: readonly DraftRow[] }) {
  const { full } = useMoneyWords()
  const { unit, unitBefore, periods } = result
  return (
    <div className="compare-room">
      <table className="compare">
        <thead>
          <tr>
            <td />
            {periods.map((period) => (
              <th key={period} scope="col" className="figures">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, is, was }) => (
            <tr key={id} data-whole={id === 'org' ? '' : undefined}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {is.map((value, at) => {
                const now = full(value, unit)
                const before = full(was?.[at] ?? null, unitBefore ?? unit)
                return (
                  <td key={periods[at]} className="figures" data-moved={now === before ? undefined : ''}>
                    {now !== before && <del className="soft small">{before}</del>}
                    <span>{now}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function ChangeDialog(props: ChangeDialogProps) {
  const { before, form, result, effects, faults, today, onChange, onSave, onClose } = props
  const say = useSay()
  const [by, setBy] = useState<'people' | 'teams'>('people')
  const past = result?.past ?? null
  const moved = past === null ? [] : past[by].filter(isMoved)
  const keeps = canKeepPast(form, before)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={
        <FormattedMessage
          id="console.compare.title"
          defaultMessage="{name}: as it was, and as it will be"
          values={{ name: <bdi>{before.name}</bdi> }}
        />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            isDisabled={result === null || faults.length > 0 || !maySave(effects)}
            onPress={onSave}
          >
            <FormattedMessage id="console.compare.apply" defaultMessage="Count it like this" />
          </Button>
        </>
      }
    >
      <div className="form">
        {keeps && (
          <div className="form-row compare-from">
            <div className="field">
              <span className="field-label">
                <FormattedMessage
                  id="console.compare.from"
                  defaultMessage="Which days are counted like this"
                />
              </span>
              <Segments
                label={say({
                  id: 'console.compare.from',
                  defaultMessage: 'Which days are counted like this',
                })}
                choices={[
                  {
                    id: 'all',
                    name: say({ id: 'console.compare.all', defaultMessage: 'All, past ones too' }),
                  },
                  { id: 'from', name: say({ id: 'console.compare.since', defaultMessage: 'From a day on' }) },
                ]}
                value={form.from === '' ? 'all' : 'from'}
                onChange={(id) => onChange({ from: id === 'all' ? '' : today })}
              />
            </div>
            {form.from !== '' && (
              <TextField
                type="date"
                label={say({ id: 'console.compare.day', defaultMessage: 'From' })}
                value={form.from}
                onChange={(from) => {
                  if (from !== '') onChange({ from })
                }}
              />
            )}
          </div>
        )}
        <TextField
          label={say({ id: 'console.compare.why', defaultMessage: 'Why (the wall and the recaps say it)' })}
          placeholder={say({
            id: 'console.compare.why.example',
            defaultMessage: 'Calls of less than three minutes told us nothing.',
          })}
          value={form.why}
          maxLength={200}
          onChange={(why) => onChange({ why })}
        />
        {faults.map((fault) => (
          <Notice key={fault} tone="bad">
            {fault}
          </Notice>
        ))}
        {past === null ? (
          <p className="soft" role="status">
            <FormattedMessage id="console.draft.counting" defaultMessage="Counting all facts…" />
          </p>
        ) : (
          result && (
            <>
              <Segments
                label={say({ id: 'console.draft.by', defaultMessage: 'By person or team' })}
                choices={[
                  { id: 'people', name: say({ id: 'console.draft.people', defaultMessage: 'People' }) },
                  { id: 'teams', name: say({ id: 'console.draft.teams', defaultMessage: 'Teams' }) },
                ]}
                value={by}
                onChange={setBy}
              />
              <Periods result={result} rows={[past.org, ...moved.slice(0, mostRows)]} />
              <p className="soft small">
                <FormattedMessage
                  id="console.compare.same"
                  defaultMessage="{count, plural, =0 {Nobody else has a number in these periods.} one {One other keeps the numbers they had.} other {# others keep the numbers they had.}}"
                  values={{ count: past[by].length - moved.length }}
                />
              </p>
            </>
          )
        )}
        <EffectsNote of={effects} />
      </div>
    </Dialog>
  )
}
