// What a plan asks over some days, as a goal.
import type { Plan } from '../../wire/plan.ts'
import { ownDaysIn } from '../people/own-days.ts'
import type { Member } from '../people/roster.ts'
import { type DayRange, intersect, parseDay } from '../time/calendar-date.ts'
import type { WorkingTime } from '../time/working-time.ts'

/** The days that a plan is for: from the one on which it holds to the end of its period. */
export const planDays = ({ holdsFrom, to }: Pick<Plan, 'holdsFrom' | 'to'>): DayRange => ({
  from: parseDay(holdsFrom),
  to: parseDay(to),
})

/**
 * What a step needs of these days, unrounded: all that it needs, spread evenly over the days that they work. Null where the
 * plan has no such step, or they work on none of the days.
 */
export const planGoal = (
  plan: Plan,
  metric: string,
  member: Member,
  workingTime: Pick<WorkingTime, 'isWorkingDay'>,
  days: DayRange,
): number | null => {
  const step = plan.steps.find((each) => each.metric === metric)
  const asked = intersect(days, planDays(plan))
  const own = step ? ownDaysIn(member, workingTime, asked) : 0
  if (!step || own === 0) return null
  return asked.from === parseDay(plan.holdsFrom) && asked.to === parseDay(plan.to)
    ? step.need
    : (step.need / plan.days) * own
}
