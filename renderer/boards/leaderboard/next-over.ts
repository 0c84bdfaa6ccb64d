// Who is next over the line, and what is left.
import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'

/** From here on it is a step, and no way: nobody is named for being far from their goal. */
const nearFrom = 0.85

export interface NextOver {
  readonly row: LeaderboardRow
  /** In the metric's unit. */
  readonly left: number
}

/** The one with the largest share of their goal, short of it; null where nobody is near, or fewer are better. */
export const nextOver = ({
  rows,
  metric,
  by,
}: Pick<LeaderboardView, 'rows' | 'metric' | 'by'>): NextOver | null => {
  if (by !== undefined || metric.better === 'lower') return null
  const near = Object.values(rows)
    .filter(({ attainment, state, quiet }) => !quiet && state !== 'reached' && (attainment ?? 0) >= nearFrom)
    .sort((a, b) => (b.attainment ?? 0) - (a.attainment ?? 0) || a.place - b.place)[0]
  if (near === undefined || near.value === null || near.goal === null) return null
  const left = near.goal - near.value
  return left > 0 ? { row: near, left } : null
}
