// A date of the calendar, which is the same in every time zone.
import { FormattedDate } from 'react-intl'

interface PlainDayProps {
  /** "2026-10-01". */
  readonly day: string
  /** 1 for the day after it, -1 for the one before: ranges name the day after their last one. */
  readonly shift?: number
}

const dayMs = 86_400_000

export function PlainDay({ day, shift = 0 }: PlainDayProps) {
  return (
    <FormattedDate
      value={Date.parse(`${day}T00:00:00Z`) + shift * dayMs}
      timeZone="UTC"
      month="short"
      day="numeric"
    />
  )
}
