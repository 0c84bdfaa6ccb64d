// From a board of the floor file to what computes it.
import type { Board } from '../../wire/floor.ts'
import type { BoardView } from '../../wire/view.ts'
import type { Numbers } from '../standing/numbers.ts'
import { createAccountabilityView } from './accountability/accountability-view.ts'
import { createAnnouncementView } from './announcement/announcement-view.ts'
import { createBirdsEyeView } from './birds-eye/birds-eye-view.ts'
import type { BoardSource } from './board-head.ts'
import { createCalmView } from './calm/calm-view.ts'
import { createFunnelView } from './funnel/funnel-view.ts'
import { createHeadToHeadView } from './head-to-head/head-to-head-view.ts'
import { createHygieneView } from './hygiene/hygiene-view.ts'
import { createImprovedView } from './improved/improved-view.ts'
import { createLeaderboardView } from './leaderboard/leaderboard-view.ts'
import { createOverTheLineView } from './over-the-line/over-the-line-view.ts'
import { createResultsView } from './results/results-view.ts'
import { createSpotlightView } from './spotlight/spotlight-view.ts'
import { createTeamGoalView } from './team-goal/team-goal-view.ts'
import { createTeamProgressView } from './team-progress/team-progress-view.ts'
import { createTrendRaceView } from './trend-race/trend-race-view.ts'
import { createWinsView } from './wins/wins-view.ts'

export const createBoardView = (numbers: Numbers, board: Board): BoardSource<BoardView> => {
  switch (board.kind) {
    case 'accountability':
      return createAccountabilityView(numbers, board)
    case 'announcement':
      return createAnnouncementView(numbers, board)
    case 'calm':
      return createCalmView(numbers, board)
    case 'leaderboard':
      return createLeaderboardView(numbers, board)
    case 'team-progress':
      return createTeamProgressView(numbers, board)
    case 'over-the-line':
      return createOverTheLineView(numbers, board)
    case 'wins':
      return createWinsView(numbers, board)
    case 'birds-eye':
      return createBirdsEyeView(numbers, board)
    case 'trend-race':
      return createTrendRaceView(numbers, board)
    case 'results':
      return createResultsView(numbers, board)
    case 'team-goal':
      return createTeamGoalView(numbers, board)
    case 'head-to-head':
      return createHeadToHeadView(numbers, board)
    case 'improved':
      return createImprovedView(numbers, board)
    case 'spotlight':
      return createSpotlightView(numbers, board)
    case 'funnel':
      return createFunnelView(numbers, board)
    case 'hygiene':
      return createHygieneView(numbers, board)
  }
}
