// How a value came about, day by day.
import type { WindowSpec } from '../../wire/window.ts'
import type { Day, DayRange } from '../calendar-date.ts'
import { firstDay } from '../fiscal-calendar.ts'
import type { MetricPlan } from '../metric-plan.ts'
import type { Numbers } from '../numbers.ts'
import type { SubjectIndex } from '../roster.ts'

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

/** A subject's value at the end of each of those days; what was unknown then is left out. */
export const trendOf = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  subject: SubjectIndex,
  ms: number,
): number[] => {
  const days = numbers.daysOf(window, subject, ms)
  return trendDays(days, numbers.todayOf(subject, ms)).flatMap(
    (day) => numbers.engine.value(plan.index, [{ subject, days: { from: days.from, to: day + 1 } }]) ?? [],
  )
}
