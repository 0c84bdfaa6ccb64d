// The dates below a race: few, and none beneath "today".
import type { Say } from '../../../shared/domain/words/say.ts'
import type { TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import { endOf, type RaceScale } from './race-scale.ts'

export interface RaceDate {
  readonly key: string
  /** 0 to 1. */
  readonly at: number
  readonly text: string
}

const mostDates = 5
/** Beyond this the end's own word stands. */
const lastAt = 0.78
const dayMs = 86_400_000

const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** Days of a week by name, days of a month by date, longer windows by month. */
const styles: readonly (readonly [upTo: number, style: Intl.DateTimeFormatOptions])[] = [
  [9, { weekday: 'short' }],
  [46, { day: 'numeric', month: 'short' }],
  [Number.POSITIVE_INFINITY, { month: 'short' }],
]

export const raceDates = (
  { days, window, over }: Pick<TrendRaceView, 'days' | 'window' | 'over'>,
  scale: RaceScale,
  locale: string,
  say: Say,
): readonly RaceDate[] => {
  const last = days.at(-1)
  if (last === undefined) return []
  const first = endOf(window.start ?? days[0] ?? last) - 1
  const span = endOf(last) - first
  const style = styles.find(([upTo]) => span <= upTo)?.[1] ?? {}
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' })
  const write = (day: number) => format.format(new Date(day * dayMs))
  const isMonthly = style.day === undefined && style.weekday === undefined
  const starts = Array.from({ length: span }, (_, at) => first + at).filter(
    (day) => !isMonthly || dateOf(day).endsWith('-01'),
  )
  const step = Math.max(1, Math.ceil(starts.length / mostDates))
  const dates = starts.flatMap((day, at) => {
    // A date's own point is at its end; a month starts before its first day.
    const place = scale.x(dateOf(isMonthly ? day - 1 : day))
    return at % step === 0 && place > -0.05 && place < lastAt
      ? [{ key: dateOf(day), at: Math.max(0, place), text: write(day) }]
      : []
  })
  const end = over
    ? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        Date.parse(last),
      )
    : say({ id: 'age.today', defaultMessage: 'today' })
  return [...dates, { key: 'end', at: 1, text: end }]
}
