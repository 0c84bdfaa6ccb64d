// What a person's goal asks over days that are no period of it: the goal of a day, else the day's share of a week's, a month's
// or a quarter's, for each day on which they work.
import { Grain, type WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Member } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { DayRange } from '../time/calendar-date.ts'
import { ownDays } from './recent-work.ts'

const windows: readonly WindowSpec[] = Grain.options.map((grain) => ({ kind: 'period', grain, offset: 0 }))

/** In the metric's own unit; null without a goal. */
export const goalOverDays = (
  numbers: Numbers,
  plan: MetricPlan,
  member: Member,
  days: DayRange,
  ms: number,
): number | null => {
  const today = numbers.todayAt(ms)
  for (const window of windows) {
    const goal = numbers.goalOf(plan, window, member.subject, ms)
    if (goal === null) continue
    if (window.kind === 'period' && window.grain === 'day') return goal * ownDays(numbers, member, days)
    const period = numbers.model.calendar.resolve(window, today)
    const ofPeriod = ownDays(numbers, member, period)
    if (ofPeriod > 0) return (goal * ownDays(numbers, member, days)) / ofPeriod
  }
  return null
}
