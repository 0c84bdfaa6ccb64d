// What a forecast looks at: a team's amounts by day, its deals, and the calendar that says which days of earlier periods
// are the same ones.
import type { Day, DayRange } from '../time/calendar-date.ts'
import type { DealLife } from './deal-days.ts'

export interface ForecastPast {
  /** The first day of which anything is known. */
  readonly first: Day
  /** The day that a forecast is made on: what is dated on it or later is still to come. */
  readonly today: Day
  /** What came in on a day, in the metric's unit (money in minor units). */
  readonly amountOn: (day: Day) => number
  /** What came in over days. */
  readonly amountIn: (days: DayRange) => number
  readonly deals: readonly DealLife[]
  readonly workingDaysIn: (days: DayRange) => number
  /** The period, `offset` periods away, of the period that holds a day. */
  readonly periodAt: (day: Day, offset: number) => DayRange
}

/** Sums over ranges in constant time; nothing before `first` and from `today` on. */
export const createForecastPast = (
  known: Omit<ForecastPast, 'amountIn' | 'workingDaysIn'> & {
    readonly isWorkingDay: (day: Day) => boolean
  },
  /** The last day that is asked about: working days are known so far. */
  until: Day,
): ForecastPast => {
  const { first, today, amountOn, isWorkingDay } = known
  const size = Math.max(0, until - first)
  const amounts = new Float64Array(size + 1)
  const working = new Float64Array(size + 1)
  for (let index = 0; index < size; index++) {
    const day = first + index
    amounts[index + 1] = (amounts[index] ?? 0) + (day < today ? amountOn(day) : 0)
    working[index + 1] = (working[index] ?? 0) + (isWorkingDay(day) ? 1 : 0)
  }
  const between = (sums: Float64Array, { from, to }: DayRange): number => {
    const at = (day: Day): number => sums[Math.min(Math.max(day - first, 0), size)] ?? 0
    return from < to ? at(to) - at(from) : 0
  }
  return {
    ...known,
    amountIn: (days) => between(amounts, days),
    workingDaysIn: (days) => between(working, days),
  }
}
