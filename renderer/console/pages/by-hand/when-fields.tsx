// When it was: the day, one of the last, and the time there.
import { useIntl } from 'react-intl'
import { handDays } from '../../../../shared/domain/facts/by-hand.ts'
import { type Day, dayMs } from '../../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../../shared/domain/time/zone.ts'
import { TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'

export interface When {
  /** How many days ago. */
  readonly ago: number
  /** `14:05`. */
  readonly time: string
}

const minutesIn = (time: string): number | null => {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

const timeIn = (zone: Zone, at: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone.id, hour: '2-digit', minute: '2-digit' }).format(at)

export const whenOf = (at: number, now: number, zone: Zone): When => ({
  ago: zone.dayAt(now) - zone.dayAt(at),
  time: timeIn(zone, at),
})

/** Epoch ms; null where no time is typed. Seconds are kept where the minute is still that of `kept`. */
export const instantOf = (
  { ago, time }: When,
  now: number,
  zone: Zone,
  kept: number | null,
): number | null => {
  const minutes = minutesIn(time)
  if (minutes === null) return null
  const at = zone.instantAt(zone.dayAt(now) - ago, minutes)
  return kept !== null && Math.floor(kept / 60_000) * 60_000 === at ? kept : at
}

interface WhenFieldsProps {
  readonly when: When
  readonly today: Day
  readonly onChange: (when: When) => void
}

export function WhenFields({ when, today, onChange }: WhenFieldsProps) {
  const say = useSay()
  const { formatDate } = useIntl()
  const nameOf = (ago: number): string => {
    if (ago === 0) return say({ id: 'console.hand.today', defaultMessage: 'Today' })
    if (ago === 1) return say({ id: 'console.hand.yesterday', defaultMessage: 'Yesterday' })
    return formatDate((today - ago) * dayMs, {
      ...{ weekday: 'long', day: 'numeric', month: 'short' },
      timeZone: 'UTC',
    })
  }
  return (
    <div className="form-row">
      <Picker
        label={say({ id: 'console.hand.day', defaultMessage: 'Day' })}
        choices={Array.from({ length: handDays }, (_, ago) => ({ id: String(ago), name: nameOf(ago) }))}
        value={String(when.ago)}
        onChange={(ago) => onChange({ ...when, ago: Number(ago) })}
      />
      <TextField
        label={say({ id: 'console.hand.time', defaultMessage: 'Time' })}
        type="time"
        value={when.time}
        onChange={(time) => onChange({ ...when, time })}
      />
    </div>
  )
}
