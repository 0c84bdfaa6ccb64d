// When something holds, to be chosen: days, dates or holidays, and hours.
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { TextField } from '../../kit/field.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import { DayPicks } from './day-picks.tsx'
import type { WhenFields } from './when-fields.ts'
import './when-form.css'

interface WhenFormProps {
  readonly fields: WhenFields
  readonly set: (change: Partial<WhenFields>) => void
  readonly file: FloorFile
  readonly datesHint: string
}

export function WhenForm({ fields, set, file, datesHint }: WhenFormProps) {
  const say = useSay()
  return (
    <>
      <Segments
        label={say({ id: 'console.rule.kind', defaultMessage: 'When' })}
        value={fields.kind}
        onChange={(kind) => set({ kind })}
        choices={[
          { id: 'days', name: say({ id: 'console.rule.days', defaultMessage: 'Every week' }) },
          { id: 'dates', name: say({ id: 'console.rule.dates', defaultMessage: 'Some dates' }) },
          { id: 'holidays', name: say({ id: 'console.rule.holidays', defaultMessage: 'Holidays' }) },
        ]}
      />
      {fields.kind === 'days' && (
        <DayPicks
          days={fields.days}
          first={file.floor.weekStartsOn}
          onChange={(days) => set({ days: [...days] })}
        />
      )}
      {fields.kind === 'dates' && (
        <TextField
          label={say({ id: 'console.rule.dates.label', defaultMessage: 'Dates' })}
          hint={datesHint}
          multiline
          value={fields.dates}
          onChange={(dates) => set({ dates })}
        />
      )}
      {fields.kind === 'holidays' && (
        <p className="soft">
          <FormattedMessage
            id="console.rule.holidays.note"
            defaultMessage="On all {count} holidays of the floor."
            values={{ count: file.floor.holidays.length }}
          />
        </p>
      )}
      <Segments
        label={say({ id: 'console.rule.hours', defaultMessage: 'Hours' })}
        value={fields.allDay ? 'all' : 'some'}
        onChange={(choice) => set({ allDay: choice === 'all' })}
        choices={[
          { id: 'all', name: say({ id: 'console.rule.all-day', defaultMessage: 'All day' }) },
          { id: 'some', name: say({ id: 'console.rule.some-hours', defaultMessage: 'Some hours' }) },
        ]}
      />
      {!fields.allDay && (
        <div className="when-pair">
          <TextField
            label={say({ id: 'console.rule.from', defaultMessage: 'From' })}
            type="time"
            value={fields.from}
            onChange={(from) => set({ from })}
          />
          <TextField
            label={say({ id: 'console.rule.to', defaultMessage: 'To' })}
            type="time"
            value={fields.to}
            onChange={(to) => set({ to })}
            hint={
              fields.to < fields.from
                ? say({ id: 'console.rule.overnight', defaultMessage: 'on the next morning' })
                : undefined
            }
          />
        </div>
      )}
      {fields.kind === 'days' && (
        <div className="when-pair">
          <TextField
            label={say({ id: 'console.rule.since', defaultMessage: 'From day (may stay empty)' })}
            type="date"
            value={fields.since}
            onChange={(since) => set({ since })}
          />
          <TextField
            label={say({ id: 'console.rule.until', defaultMessage: 'Until day (may stay empty)' })}
            type="date"
            value={fields.until}
            onChange={(until) => set({ until })}
          />
        </div>
      )}
    </>
  )
}
