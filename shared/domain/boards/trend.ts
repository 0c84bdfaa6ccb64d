// How a value came about, day by day.
import type { Trend } from '../../wire/view-parts.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { SubjectIndex } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { Day, DayRange } from '../time/calendar-date.ts'
import { firstDay } from '../time/fiscal-calendar.ts'

const mostTrendPoints = 60

/**
 * The days of a range up to today, oldest first, thinned evenly to 60; the last is always today, or the range's last.
 * None in a range that has no first day or has not begun.
 */
export const trendDays = (days: DayRange, today: Day): readonly Day[] => {
  const last = Math.min(today, days.to - 1)
  const count = last - days.from + 1
  if (!(count > 0) || days.from <= firstDay) return []
  const step = Math.max(1, Math.ceil(count / mostTrendPoints))
  return Array.from({ length: Math.ceil(count / step) }, (_, back) => last - back * step).reverse()
}

/** A point of a line: the day at whose end it stands, and the days that it counts. */
export interface TrendPoint {
  readonly day: Day
  readonly days: DayRange
}

/**
 * Today's point holds what has happened so far, also what offices to the east date tomorrow already, so that the line ends at
 * the value.
 */
export const trendPoints = (numbers: Numbers, range: DayRange, ms: number): readonly TrendPoint[] => {
  const today = numbers.todayAt(ms)
  return trendDays(range, today).map((day) => {
    const end = day === today ? Math.max(numbers.lastDateAt(ms), day) : day
    return { day, days: { from: range.from, to: Math.min(end + 1, range.to) } }
  })
}

/** What subjects come to together at the end of each of those days; null while it is unknown. */
export const trendOver = (
  numbers: Numbers,
  plan: MetricPlan,
  subjects: readonly SubjectIndex[],
  range: DayRange,
  ms: number,
): Trend =>
  trendPoints(numbers, range, ms).map(({ days }) =>
    numbers.engine.value(
      plan.index,
      subjects.map((subject) => ({ subject, days })),
    ),
  )

/** The trend of one subject in a window. */
export const trendOf = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  subject: SubjectIndex,
  ms: number,
): Trend => trendOver(numbers, plan, [subject], numbers.daysOf(window, ms), ms)

/** The days of the window before: the previous period, else as many days before; null for a window without a length. */
export const rangeBefore = (numbers: Numbers, window: WindowSpec, ms: number): DayRange | null => {
  if (window.kind === 'period') return numbers.daysOf({ ...window, offset: window.offset - 1 }, ms)
  const { from, to } = numbers.daysOf(window, ms)
  return from <= firstDay || !Number.isFinite(to) ? null : { from: from - (to - from), to: from }
}
