// The goal's own line in a race.
import type { RaceGoal, RaceShow } from '../../../wire/boards/trend-race-board.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import { paceOf, reaches } from '../../standing/attainment.ts'

/** The goal that more than half of those who have one share; null where there is none. */
export const sharedGoal = (goals: readonly number[]): number | null => {
  const holders = new Map<number, number>()
  for (const goal of goals) holders.set(goal, (holders.get(goal) ?? 0) + 1)
  for (const [goal, count] of holders) if (count * 2 > goals.length) return goal
  return null
}

interface RaceSoFar {
  readonly show: RaceShow
  /** The goals of those who have one. */
  readonly goals: readonly number[]
  /** Share of the window's working time over at the end of each day, now last. */
  readonly shares: readonly number[]
  /** For each racer the value at the end of each day. */
  readonly totals: readonly (readonly (number | null)[])[]
}

/** Half-way between the last who kept the pace of a day and the first who did not. */
const amongRanks = (pace: number, values: readonly (number | null)[], better: 'higher' | 'lower'): number =>
  0.5 + values.filter((value) => value !== null && reaches(value, pace, better)).length

export const raceGoal = (plan: MetricPlan, { show, goals, shares, totals }: RaceSoFar): RaceGoal | null => {
  const { better } = plan.metric
  // Shares of one's own goal: whoever has one runs for the same line.
  const amount = show === 'attainment' ? null : sharedGoal(goals)
  const whole = show === 'attainment' && goals.length > 0 ? 1 : amount
  const paces = shares.flatMap((share) => paceOf(whole, share, plan.additive, better) ?? [])
  const pace = paces.at(-1)
  if (pace === undefined) return null
  if (show === 'rank') {
    const points = paces.map((at, day) =>
      amongRanks(
        at,
        totals.map((values) => values[day] ?? null),
        better,
      ),
    )
    return { amount, pace, start: null, points }
  }
  return { amount, pace, start: plan.additive && better === 'higher' ? 0 : null, points: paces }
}
