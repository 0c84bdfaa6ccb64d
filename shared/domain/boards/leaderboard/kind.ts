import type { BoardRules } from '../board-rules.ts'
import { leaderboardFaults } from './leaderboard-faults.ts'
import { createLeaderboardView } from './leaderboard-view.ts'

export const leaderboard: BoardRules<'leaderboard'> = {
  createView: createLeaderboardView,
  faults: leaderboardFaults,
}
