// What each way of drawing the rows is given.
import type { LeaderboardView } from '../../shared/wire/views/leaderboard.ts'

export interface BoardProps {
  readonly view: LeaderboardView
}
