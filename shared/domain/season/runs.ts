// Days in a row on which somebody met their own goal of the day, within a season. Nothing is lost by being ill: leave, days
// off, weekends and holidays break nothing.
import type { MetricPlan } from '../counting/metric-plan.ts'
import { worksOn } from '../people/own-days.ts'
import { dayOfStay, type Member, stayAt } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { createStreaks } from '../standing/streak.ts'
import { type Day, type DayRange, includes } from '../time/calendar-date.ts'

export interface Runs {
  /** The days on which the goal was met, the first one first; `length`: of the days in a row that end with it. */
  readonly met: readonly { readonly day: Day; readonly length: number }[]
  /** What stands now. */
  readonly current: number
  readonly best: number
  readonly today: 'reached' | 'open' | 'off' | 'none'
  /** Whether they had a goal on any of these days; true while none of them was a working day. */
  readonly hasGoal: boolean
}

/**
 * Of a person's days until the last of `days`, at an instant (epoch ms). A working day of the floor on which they do not work
 * themselves counts where they met the goal all the same. A working day without a goal ends a run, and so does a missed one
 * once it is over where they are. `numbers` are by the person's own date.
 */
export const runsOf = (
  numbers: Numbers,
  plan: MetricPlan,
  member: Member,
  days: DayRange,
  ms: number,
): Runs => {
  const { workingTime } = numbers.model
  const streaks = createStreaks(numbers, plan)
  const today = dayOfStay(stayAt(member, ms), ms)
  const met: { day: Day; length: number }[] = []
  let current = 0
  let best = 0
  let state: Runs['today'] = 'off'
  let [looked, goals] = [0, 0]
  for (let day = days.from; day < days.to; day++) {
    if (!workingTime.isWorkingDay(day) || !includes(member.employed, day)) continue
    const reached = streaks.reachedOn(member, day, ms)
    looked += 1
    if (reached !== null) goals += 1
    const works = worksOn(member, workingTime, day)
    if (day === today) state = reached ? 'reached' : !works ? 'off' : reached === null ? 'none' : 'open'
    if (reached) {
      current += 1
      best = Math.max(best, current)
      met.push({ day, length: current })
    } else if (works && day < today) current = 0
  }
  return { met, current, best, today: state, hasGoal: goals > 0 || looked === 0 }
}
