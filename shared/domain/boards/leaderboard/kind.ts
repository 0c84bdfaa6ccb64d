import type { BoardRules } from '../board-rules.ts'
import { leaderboardFigures } from './figures.ts'
import { leaderboardFaults } from './leaderboard-faults.ts'
import { createLeaderboardView } from './leaderboard-view.ts'
import { leaderboardOnPaper } from './on-paper.ts'

export const leaderboard: BoardRules<'leaderboard'> = {
  createView: createLeaderboardView,
  faults: leaderboardFaults,
  figures: leaderboardFigures,
  onPaper: leaderboardOnPaper,
}
