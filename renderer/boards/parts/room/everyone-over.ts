// Whether everybody on a board who has a goal is over it.
import type { BoardView } from '../../../../shared/wire/view.ts'
import type { Standing } from '../../../../shared/wire/view-parts.ts'

/** One alone is a crossing, and no room full of people. */
const atLeast = 2

type Judged = Pick<Standing, 'goal' | 'state'>

/** Of somebody with several goals: over all of them, or not. */
const allOf = (cells: readonly Judged[]): Judged => {
  const held = cells.filter(({ goal }) => goal !== null)
  return held.find(({ state }) => state !== 'reached') ?? held[0] ?? { goal: null, state: null }
}

const standingsOn = (view: BoardView): readonly Judged[] => {
  switch (view.kind) {
    case 'leaderboard':
      return view.by === undefined ? Object.values(view.rows) : []
    case 'team-progress':
    case 'birds-eye':
      return Object.values(view.rows)
    case 'results':
      return Object.values(view.rows).map(({ current }) => current)
    case 'accountability':
      return Object.values(view.rows).map(({ cells }) => allOf(cells))
    default:
      return []
  }
}

export const everyoneOver = (view: BoardView): boolean => {
  if (view.kind === 'over-the-line')
    return view.withGoal >= atLeast && Object.keys(view.rows).length === view.withGoal
  const withGoal = standingsOn(view).filter(({ goal }) => goal !== null)
  return withGoal.length >= atLeast && withGoal.every(({ state }) => state === 'reached')
}
