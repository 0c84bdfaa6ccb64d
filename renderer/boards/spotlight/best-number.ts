// What a person's turn opens with: the number that speaks best for them.
import type { SpotlightMetric, SpotlightRow } from '../../../shared/wire/boards/spotlight-board.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'

/** `goal` counts the view's metrics from 0. */
export type BestNumber =
  | { readonly of: 'goal'; readonly goal: number }
  | { readonly of: 'streak' | 'gain' | 'win' | 'welcome' | 'nothing' }

/** Days in a row that say more than a goal that is only on its way: a working week. */
const longStreak = 5

type Judged = Pick<SpotlightRow, 'goals' | 'streaks' | 'gain' | 'win' | 'newcomer'>

/** Of those in that state the one furthest beyond its goal; of equal ones the first. */
const furthest = (goals: readonly Standing[], state: Standing['state']): number | null => {
  const found = goals
    .map((standing, goal) => ({ ...standing, goal }))
    .filter((each) => each.state === state)
    // At nothing of what is to stay low there is no attainment: no more can be reached.
    .sort(
      (a, b) => (b.attainment ?? Number.POSITIVE_INFINITY) - (a.attainment ?? Number.POSITIVE_INFINITY) || 0,
    )
  return found[0]?.goal ?? null
}

/** Without anything to be proud of: what they have done most of, of what more is better. Nothing done is shown as little. */
const mostDone = (goals: readonly Standing[], metrics: readonly SpotlightMetric[]): number | null => {
  const found = goals
    .map(({ value, attainment }, goal) => ({ value, attainment: attainment ?? 0, goal }))
    .filter(({ value, goal }) => (value ?? 0) > 0 && metrics[goal]?.metric.better === 'higher')
    .sort((a, b) => b.attainment - a.attainment)
  return found[0]?.goal ?? null
}

/**
 * A goal that is reached, else days in a row since a week at least, a goal on pace, a gain on their own past, a win,
 * any days in a row, that they are new; else what they have done so far.
 */
export const bestNumber = (
  { goals, streaks, gain, win, newcomer }: Judged,
  metrics: readonly SpotlightMetric[],
): BestNumber => {
  const reached = furthest(goals, 'reached')
  if (reached !== null) return { of: 'goal', goal: reached }
  if ((streaks[0]?.days ?? 0) >= longStreak) return { of: 'streak' }
  const onPace = furthest(goals, 'on pace')
  if (onPace !== null) return { of: 'goal', goal: onPace }
  if (gain !== null) return { of: 'gain' }
  if (win !== null) return { of: 'win' }
  if (streaks.length > 0) return { of: 'streak' }
  if (newcomer) return { of: 'welcome' }
  const done = mostDone(goals, metrics)
  return done === null ? { of: 'nothing' } : { of: 'goal', goal: done }
}
