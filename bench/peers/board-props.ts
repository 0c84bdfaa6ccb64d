// What each way of drawing the rows is given.
import type { LeaderboardView } from '../../shared/wire/boards/leaderboard-board.ts'

export interface BoardProps {
  readonly view: LeaderboardView
}
