// How a scope stands to its goal, and what is left of it for each of its people and for each day.
import type { Standing, TeamAsk } from '../../wire/view-parts.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Numbers, Selection } from '../standing/numbers.ts'
import { aheadOf } from './board-head.ts'
import { scopeStanding, unseenGoals } from './role-standing.ts'
import { askOf } from './team-ask.ts'

export interface TeamStanding extends Standing {
  /** Value less pace. */
  readonly ahead: number | null
  /** Null where nothing is left, nobody is there, the window is over, the metric is to stay low, or nothing is known yet. */
  readonly ask: TeamAsk | null
  /** Left in the window, the day that is worked included; null where that is over, has no end, or moves with today. */
  readonly workingDays: number | null
  readonly isOver: boolean
}

/** Whether a window has a last day that today comes closer to. */
const comesToAnEnd = (window: WindowSpec, to: number): boolean =>
  (window.kind === 'period' || window.kind === 'range') && Number.isFinite(to)

const workingDaysLeft = (numbers: Numbers, window: WindowSpec, ms: number): number | null => {
  const { from, to } = numbers.daysOf(window, ms)
  if (!comesToAnEnd(window, to)) return null
  const { workingTime } = numbers.model
  const today = workingTime.dayWorkedAt(numbers.zoneAt(ms), ms)
  return workingTime.daysIn({ from: Math.max(today, from), to })
}

/**
 * At an instant, epoch ms. `goals`: of the people whom the board lists; those who have one carry what is left, or all
 * where nobody has one: whoever leads a team is not asked for a share of its meetings.
 */
export const teamStanding = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  within: Selection,
  ms: number,
  goals: readonly (number | null)[],
): TeamStanding => {
  const standing = scopeStanding(numbers, plan, window, within, ms, goals)
  const { value, goal, pace } = standing
  const { unit, better } = plan.metric
  const daysLeft = workingDaysLeft(numbers, window, ms)
  const isOver = daysLeft !== null && numbers.todayAt(ms) >= numbers.daysOf(window, ms).to
  const all = [...goals, ...unseenGoals(numbers, plan, window, within, ms)]
  const carriers = all.filter((each) => each !== null).length || all.length
  const left = value === null || goal === null ? null : goal - value
  return {
    ...standing,
    ahead: aheadOf(plan, value, pace),
    // Before anything is known, all of the goal would be asked for.
    ask: isOver || better === 'lower' || pace === null ? null : askOf(left, carriers, daysLeft, unit),
    workingDays: isOver ? null : daysLeft,
    isOver,
  }
}
