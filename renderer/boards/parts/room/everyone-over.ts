// Whether everybody on a board who has a goal is over it.
import type { Standing } from '../../../../shared/wire/view-parts.ts'

/** One alone is a crossing, and no room full of people. */
const atLeast = 2

type Judged = Pick<Standing, 'goal' | 'state'>

/** `over` of those who have a goal. */
export const isEveryone = (over: number, withGoal: number): boolean =>
  withGoal >= atLeast && over === withGoal

/** The standings of a board, one each. */
export const everyoneOver = (standings: readonly Judged[]): boolean => {
  const withGoal = standings.filter(({ goal }) => goal !== null)
  return isEveryone(withGoal.filter(({ state }) => state === 'reached').length, withGoal.length)
}

/** Of somebody with several goals: over all of them, or not. */
export const overAll = (cells: readonly Judged[]): Judged => {
  const held = cells.filter(({ goal }) => goal !== null)
  return held.find(({ state }) => state !== 'reached') ?? held[0] ?? { goal: null, state: null }
}
