// What somebody has done lately beside what they usually do, by working days of their own: holidays, leave and days off are
// neither work nor a lack of it.
import type { MetricPlan } from '../counting/metric-plan.ts'
import { ownDaysIn } from '../people/own-days.ts'
import type { Member } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import type { Day, DayRange } from '../time/calendar-date.ts'

/** How far back working days are looked for: a floor may have none at all. */
const mostDaysBack = 180

/** The last so many working days of the floor before a date; null where it has too few. */
export const workingDaysBefore = (
  { workingTime }: Pick<Numbers['model'], 'workingTime'>,
  today: Day,
  count: number,
): DayRange | null => {
  let found = 0
  for (let day = today - 1; day >= today - mostDaysBack; day--) {
    if (workingTime.isWorkingDay(day)) found += 1
    if (found === count) return { from: day, to: today }
  }
  return null
}

/** So many days right before a range. */
export const daysBeforeRange = ({ from }: DayRange, days: number): DayRange => ({
  from: from - days,
  to: from,
})

export const ownDays = ({ model }: Numbers, member: Member, days: DayRange): number =>
  ownDaysIn(member, model.workingTime, days)

/** A count or a sum of somebody's, whatever team they did it on; 0 where nothing is known. */
export const doneIn = (numbers: Numbers, plan: MetricPlan, member: Member, days: DayRange): number =>
  numbers.engine.value(plan.index, numbers.cellsOf(member.subject, days, everybody)) ?? 0

/** Of several people together. Work that two of them share counts for each, as it does in their own numbers. */
export const doneByAll = (
  numbers: Numbers,
  plan: MetricPlan,
  members: readonly Member[],
  days: DayRange,
): number => members.reduce((sum, member) => sum + doneIn(numbers, plan, member, days), 0)
