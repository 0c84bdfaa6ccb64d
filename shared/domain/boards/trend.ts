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

/** What subjects come to together at the end of each of those days; null while it is unknown. */
export const trendOver = (
  numbers: Numbers,
  plan: MetricPlan,
  subjects: readonly SubjectIndex[],
  range: DayRange,
  today: Day,
): Trend =>
  trendDays(range, today).map((day) => {
    const days = { from: range.from, to: day + 1 }
    const cells = subjects.map((subject) => ({ subject, days }))
    return numbers.engine.value(plan.index, cells)
  })

/** The trend of one subject in its own days of a window. */
export const trendOf = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  subject: SubjectIndex,
  ms: number,
): Trend =>
  trendOver(numbers, plan, [subject], numbers.daysOf(window, subject, ms), numbers.todayOf(subject, ms))

/** The days of the window before: the previous period, else as many days before; null for a window without a length. */
export const rangeBefore = (
  numbers: Numbers,
  window: WindowSpec,
  subject: SubjectIndex,
  ms: number,
): DayRange | null => {
  if (window.kind === 'period') return numbers.daysOf({ ...window, offset: window.offset - 1 }, subject, ms)
  const { from, to } = numbers.daysOf(window, subject, ms)
  return from <= firstDay || !Number.isFinite(to) ? null : { from: from - (to - from), to: from }
}
