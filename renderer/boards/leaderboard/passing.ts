// Who has just passed whom, by a number of their own.
import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'

export interface Passing {
  readonly by: LeaderboardRow
  /** The best of those who were passed. */
  readonly past: LeaderboardRow
}

type Ranked = Pick<LeaderboardView, 'rows' | 'rankBy' | 'metric' | 'by' | 'window'>

/** What the rows are ranked by, so that more is better; null is unknown. */
const strengthOf = (row: LeaderboardRow, { rankBy, metric }: Ranked): number | null => {
  const figure = row[rankBy]
  return figure === null ? null : rankBy === 'value' && metric.better === 'lower' ? -figure : figure
}

const grew = (before: LeaderboardRow, after: LeaderboardRow, view: Ranked): boolean => {
  const [from, to] = [strengthOf(before, view), strengthOf(after, view)]
  return from !== null && to !== null && to > from
}

/**
 * The highest of those who passed somebody. Null where nobody did: who comes up because another fell, by a correction,
 * has passed nobody; nor has who is level with another. Of whoever does not want the stage nothing is said.
 */
export const passingOf = (before: Ranked, after: Ranked): Passing | null => {
  if (after.by !== undefined || before.rankBy !== after.rankBy || before.window.start !== after.window.start)
    return null
  const moved = Object.entries(after.rows)
    .filter(([id, row]) => {
      const was = before.rows[id]
      return was !== undefined && row.place < was.place && !row.quiet && grew(was, row, after)
    })
    .sort(([, a], [, b]) => a.place - b.place)
  for (const [id, by] of moved) {
    const was = before.rows[id]
    const passed = Object.entries(after.rows).filter(([otherId, other]) => {
      const otherWas = before.rows[otherId]
      return (
        was !== undefined &&
        otherWas !== undefined &&
        !other.quiet &&
        otherWas.rank !== null &&
        otherWas.place < was.place &&
        other.place > by.place &&
        other.rank !== by.rank
      )
    })
    const past = passed.map(([, row]) => row).sort((a, b) => a.place - b.place)[0]
    if (past !== undefined) return { by, past }
  }
  return null
}
