// A time at which a screen sleeps or is less bright, in words: "Mon – Fri, 8:00 PM – 6:30 AM".
import { useIntl } from 'react-intl'
import { minutesOf, weekdayIndex } from '../../../../shared/domain/time/week.ts'
import { type FloorFile, Weekday } from '../../../../shared/wire/floor.ts'
import { useSay } from '../../words/words.tsx'
import { useDayWords } from '../schedule/day-words.ts'
import type { Time } from './times-edits.ts'

/** A Monday, for the names of weekdays. */
const monday = 4
/** More dates are counted. */
const mostNamed = 3

/** Days that follow one another, from the week's first on. */
export const runsOf = (days: readonly Weekday[], first: Weekday): readonly (readonly Weekday[])[] => {
  const begin = weekdayIndex[first]
  const ordered = [...Weekday.options.slice(begin), ...Weekday.options.slice(0, begin)]
  const runs: Weekday[][] = []
  for (const [nth, day] of ordered.entries()) {
    if (!days.includes(day)) continue
    const before = ordered[nth - 1]
    const run = runs.at(-1)
    if (run !== undefined && before !== undefined && run.includes(before)) run.push(day)
    else runs.push([day])
  }
  return runs
}

export const useTimeWords = (file: FloorFile): ((time: Time) => string) => {
  const say = useSay()
  const intl = useIntl()
  const words = useDayWords()
  const list = (parts: readonly string[]) =>
    new Intl.ListFormat(intl.locale, { type: 'unit', style: 'short' }).format(parts)
  const weekday = (day: Weekday | undefined) =>
    day === undefined ? '' : words.weekday(monday + weekdayIndex[day])
  const date = (text: string) =>
    new Intl.DateTimeFormat(intl.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text))
  const daysOf = ({ holidays, dates, days }: Time): string => {
    if (holidays) return say({ id: 'console.times.holidays', defaultMessage: 'On holidays' })
    if (dates)
      return dates.length > mostNamed
        ? say({ id: 'console.times.dates', defaultMessage: 'On {count} dates' }, { count: dates.length })
        : list(dates.map(date))
    if (days === undefined || days.length === Weekday.options.length)
      return say({ id: 'console.times.every-day', defaultMessage: 'Every day' })
    return list(
      runsOf(days, file.floor.weekStartsOn).flatMap((run) =>
        run.length > 2 ? [`${weekday(run[0])} – ${weekday(run.at(-1))}`] : run.map(weekday),
      ),
    )
  }
  return (time) => {
    const { hours, from, until, to: light } = time
    return list([
      daysOf(time),
      hours === undefined
        ? say({ id: 'console.times.all-day', defaultMessage: 'all day' })
        : `${words.hour(minutesOf(hours.from))} – ${words.hour(minutesOf(hours.to))}`,
      ...(from === undefined
        ? []
        : [say({ id: 'console.times.since', defaultMessage: 'from {day}' }, { day: date(from) })]),
      ...(until === undefined
        ? []
        : [say({ id: 'console.times.until', defaultMessage: 'until {day}' }, { day: date(until) })]),
      ...(light === undefined
        ? []
        : [
            say(
              { id: 'console.times.light', defaultMessage: 'at {light} brightness' },
              { light: intl.formatNumber(light, { style: 'percent' }) },
            ),
          ]),
    ])
  }
}
