// Every board and state that somebody has looked at, made by hand as the feed would send it.
import type { BoardView } from '../../shared/wire/view.ts'
import { accountabilityViews } from '../boards/accountability/gallery-states.ts'
import { announcementViews } from '../boards/announcement/gallery-states.ts'
import { birdsEyeViews } from '../boards/birds-eye/gallery-states.ts'
import { calmViews } from '../boards/calm/gallery-states.ts'
import { funnelViews } from '../boards/funnel/gallery-states.ts'
import { headToHeadViews } from '../boards/head-to-head/gallery-states.ts'
import { hygieneViews } from '../boards/hygiene/gallery-states.ts'
import { improvedViews } from '../boards/improved/gallery-states.ts'
import { leaderboardViews } from '../boards/leaderboard/gallery-states.ts'
import { overTheLineViews } from '../boards/over-the-line/gallery-states.ts'
import { resultsViews } from '../boards/results/gallery-states.ts'
import { spotlightViews } from '../boards/spotlight/gallery-states.ts'
import { teamGoalViews } from '../boards/team-goal/gallery-states.ts'
import { teamProgressViews } from '../boards/team-progress/gallery-states.ts'
import { trendRaceViews } from '../boards/trend-race/gallery-states.ts'
import { winsViews } from '../boards/wins/gallery-states.ts'

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
