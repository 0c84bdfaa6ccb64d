// What a TV draws: one view per board, computed once in the feed, plain JSON, complete without any other message.
import { z } from 'zod'
import { AccountabilityView } from './views/accountability.ts'
import { AnnouncementView } from './views/announcement.ts'
import { BirdsEyeView } from './views/birds-eye.ts'
import { CalmView } from './views/calm.ts'
import { FunnelView } from './views/funnel.ts'
import { HeadToHeadView } from './views/head-to-head.ts'
import { HygieneView } from './views/hygiene.ts'
import { ImprovedView } from './views/improved.ts'
import { LeaderboardView } from './views/leaderboard.ts'
import { OverTheLineView } from './views/over-the-line.ts'
import { ResultsView } from './views/results.ts'
import { SpotlightView } from './views/spotlight.ts'
import { TeamGoalView } from './views/team-goal.ts'
import { TeamProgressView } from './views/team-progress.ts'
import { TrendRaceView } from './views/trend-race.ts'
import { WinsView } from './views/wins.ts'

export const BoardView = z.discriminatedUnion('kind', [
  AccountabilityView,
  AnnouncementView,
  CalmView,
  LeaderboardView,
  TeamProgressView,
  OverTheLineView,
  WinsView,
  HeadToHeadView,
  ResultsView,
  TeamGoalView,
  TrendRaceView,
  BirdsEyeView,
  ImprovedView,
  SpotlightView,
  HygieneView,
  FunnelView,
])
export type BoardView = z.infer<typeof BoardView>
