// Every board and state that somebody has looked at, made by hand as the feed would send it.
import type { BoardView } from '../../../shared/wire/view.ts'
import { accountabilityViews } from './accountability.ts'
import { announcementViews } from './announcement.ts'
import { birdsEyeViews } from './birds-eye.ts'
import { calmViews } from './calm.ts'
import { funnelViews } from './funnel.ts'
import { headToHeadViews } from './head-to-head.ts'
import { hygieneViews } from './hygiene.ts'
import { improvedViews } from './improved.ts'
import { leaderboardViews } from './leaderboard.ts'
import { overTheLineViews } from './over-the-line.ts'
import { resultsViews } from './results.ts'
import { spotlightViews } from './spotlight.ts'
import { teamGoalViews } from './team-goal.ts'
import { teamProgressViews } from './team-progress.ts'
import { trendRaceViews } from './trend-race.ts'
import { winsViews } from './wins.ts'

export const views: readonly BoardView[] = [
  ...leaderboardViews,
  ...teamProgressViews,
  ...overTheLineViews,
  ...accountabilityViews,
  ...announcementViews,
  ...calmViews,
  ...winsViews,
  ...headToHeadViews,
  ...resultsViews,
  ...teamGoalViews,
  ...trendRaceViews,
  ...birdsEyeViews,
  ...improvedViews,
  ...spotlightViews,
  ...hygieneViews,
  ...funnelViews,
]
