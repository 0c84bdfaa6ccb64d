// Days and hours of a schedule in words. A day is that day in every zone: it is written as UTC's.
import { useIntl } from 'react-intl'
import { type Day, dayMs } from '../../../../shared/domain/time/calendar-date.ts'

export interface DayWords {
  /** "Mon" */
  weekday(day: Day): string
  /** "23" */
  number(day: Day): string
  /** "Monday, November 23" */
  whole(day: Day): string
  /** "Nov 23 – 29" */
  range(first: Day, last: Day): string
  /** "4 – 5:30 PM", of minutes since midnight. */
  hours(from: number, to: number): string
  /** "4 PM" */
  hour(minutes: number): string
}

const minuteMs = 60_000
const dayMinutes = 24 * 60

export const useDayWords = (): DayWords => {
  const intl = useIntl()
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(intl.locale, { ...options, timeZone: 'UTC' })
  const at = (minutes: number): Date => new Date(minutes * minuteMs)
  const time = format({ hour: 'numeric', minute: '2-digit' })
  return {
    weekday: (day) => format({ weekday: 'short' }).format(day * dayMs),
    number: (day) => format({ day: 'numeric' }).format(day * dayMs),
    whole: (day) => format({ weekday: 'long', month: 'long', day: 'numeric' }).format(day * dayMs),
    range: (first, last) =>
      format({ month: 'short', day: 'numeric' }).formatRange(first * dayMs, last * dayMs),
    // A range into the next day would be written with both dates.
    hours: (from, to) =>
      to < dayMinutes
        ? time.formatRange(at(from), at(to))
        : `${time.format(at(from))} – ${time.format(at(to))}`,
    hour: (minutes) => time.format(at(minutes)),
  }
}
