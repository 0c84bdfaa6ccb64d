// The one sentence that says more than a leaderboard's title: that everybody has reached their goal.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Null unless there are two with a goal at least, and each of them has reached it. */
export const leaderboardAnswer = (
  { rows }: Pick<LeaderboardView, 'rows'>,
  { say }: Format,
): BoardAnswer | null => {
  const held = Object.values(rows).filter(({ goal }) => goal !== null)
  if (held.length < 2 || !held.every(({ state }) => state === 'reached')) return null
  return {
    word: say({ id: 'over-the-line.everybody', defaultMessage: 'Everybody' }),
    alarm: 'reached',
    rest: say({ id: 'over-the-line.is-over', defaultMessage: 'is over the line.' }),
  }
}
