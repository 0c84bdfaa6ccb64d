// Two metrics that run side by side, and the outcome that they should foretell.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { Trial } from '../../../../shared/wire/trial.ts'
import { definitionsQuery } from '../../api/definitions.ts'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useEntry } from '../../shell/use-entry.ts'
import { useSay } from '../../words/words.tsx'
import { newTrial, TrialFields, trialFieldsOf, trialOf } from './trial-fields.ts'

/** No team and no role is called that: ids are slugs. */
const everybody = '·'

interface TrialDialogProps {
  readonly file: FloorFile
  /** Null: a new one. */
  readonly before: Trial | null
  /** `YYYY-MM-DD` where the floor is; a new one begins there. */
  readonly today: string
  readonly onClose: () => void
}

/** Mounted while it is open. */
export function TrialDialog({ file, before, today, onClose }: TrialDialogProps) {
  const say = useSay()
  const client = useQueryClient()
  const entry = useEntry<Trial>('trials')
  const [initial] = useState(() => (before === null ? newTrial(today) : trialFieldsOf(before)))
  const { value: fields, set, forget } = useDraft(`trial:${before?.id ?? 'new'}`, TrialFields, initial)
  const { name, first, second, outcome, from, until, later, team, role } = fields
  const taken = file.trials.map(({ id }) => id)
  const parsed = trialOf(fields, before?.id ?? newId(name, taken, 'trial'))
  const lookAgain = () => client.invalidateQueries({ queryKey: definitionsQuery.queryKey })
  const close = () => {
    forget()
    onClose()
  }
  const save = () => {
    if (!parsed.success) return
    void entry.save(before, parsed.data).then(lookAgain)
    close()
  }
  const remove = () => {
    if (before !== null) void entry.remove(before).then(lookAgain)
    close()
  }
  // What is compared with itself, or foretells itself, says nothing.
  const metricsBut = (...others: readonly (string | null)[]) =>
    file.metrics
      .filter(({ id }) => !others.includes(id))
      .map((metric) => ({ id: metric.id, name: metric.name }))
  const choose = say({ id: 'console.trial.choose', defaultMessage: 'Choose a metric' })
  const all = say({ id: 'console.trial.everybody', defaultMessage: 'Everybody' })
  const withAll = (entries: readonly { readonly id: string; readonly name: string }[]) => [
    { id: everybody, name: all },
    ...entries.map((each) => ({ id: each.id, name: each.name })),
  ]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        before === null ? (
          <FormattedMessage id="console.trial.new.title" defaultMessage="Two metrics side by side" />
        ) : (
          <bdi>{before.name}</bdi>
        )
      }
      actions={
        <>
          {before !== null && (
            <Button look="danger" onPress={remove}>
              <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
            </Button>
          )}
          <Button onPress={close}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isDisabled={!parsed.success} onPress={save}>
            <FormattedMessage id="console.rule.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <div className="form">
        <TextField
          label={say({ id: 'console.trial.name', defaultMessage: 'What is asked' })}
          placeholder={say({
            id: 'console.trial.name.example',
            defaultMessage: 'Dials or conversations?',
          })}
          value={name}
          maxLength={120}
          onChange={(next) => set({ name: next })}
        />
        <div className="form-row">
          <Picker
            label={say({ id: 'console.trial.one', defaultMessage: 'The one' })}
            placeholder={choose}
            value={first}
            choices={metricsBut(second, outcome)}
            onChange={(next) => set({ first: next })}
          />
          <Picker
            label={say({ id: 'console.trial.other', defaultMessage: 'The other' })}
            placeholder={choose}
            value={second}
            choices={metricsBut(first, outcome)}
            onChange={(next) => set({ second: next })}
          />
        </div>
        <Picker
          label={say({ id: 'console.trial.foretell', defaultMessage: 'What they should foretell' })}
          placeholder={choose}
          value={outcome}
          choices={metricsBut(first, second)}
          onChange={(next) => set({ outcome: next })}
        />
        <div className="form-row">
          <TextField
            label={say({ id: 'console.trial.from', defaultMessage: 'From' })}
            type="date"
            value={from}
            onChange={(next) => set({ from: next })}
          />
          <TextField
            label={say({ id: 'console.trial.until', defaultMessage: 'Until, that day included' })}
            type="date"
            value={until}
            onChange={(next) => set({ until: next })}
            {...(from !== '' &&
              until !== '' &&
              until < from && {
                error: say({
                  id: 'console.trial.backwards',
                  defaultMessage: 'It must not end before it begins.',
                }),
              })}
          />
          <NumberField
            label={say({
              id: 'console.trial.later',
              defaultMessage: 'Outcome, days later',
            })}
            value={later}
            min={0}
            max={366}
            onChange={(next) => set({ later: next })}
          />
        </div>
        <div className="form-row">
          <Picker
            label={say({ id: 'console.trial.team', defaultMessage: 'Team' })}
            value={team ?? everybody}
            choices={withAll(file.teams)}
            onChange={(next) => set({ team: next === everybody ? null : next })}
          />
          <Picker
            label={say({ id: 'console.trial.role', defaultMessage: 'Role' })}
            value={role ?? everybody}
            choices={withAll(file.roles)}
            onChange={(next) => set({ role: next === everybody ? null : next })}
          />
        </div>
      </div>
    </Dialog>
  )
}
