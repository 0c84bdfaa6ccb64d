// How every kind of board is drawn. A kind that is missing here is a type error.
import type { BoardKind } from '../../shared/wire/boards.ts'
import { accountability } from './accountability/kind.tsx'
import { announcement } from './announcement/kind.tsx'
import { award } from './award/kind.tsx'
import { birdsEye } from './birds-eye/kind.tsx'
import type { BoardDrawing } from './board-drawing.ts'
import { calm } from './calm/kind.tsx'
import { contest } from './contest/kind.tsx'
import { countdownAsk } from './countdown-ask/kind.tsx'
import { exceptions } from './exceptions/kind.tsx'
import { formula } from './formula/kind.tsx'
import { fromTheTop } from './from-the-top/kind.tsx'
import { funnel } from './funnel/kind.tsx'
import { hallOfFame } from './hall-of-fame/kind.tsx'
import { headToHead } from './head-to-head/kind.tsx'
import { hygiene } from './hygiene/kind.tsx'
import { improved } from './improved/kind.tsx'
import { leaderboard } from './leaderboard/kind.tsx'
import { overTheLine } from './over-the-line/kind.tsx'
import { results } from './results/kind.tsx'
import { spotlight } from './spotlight/kind.tsx'
import { teamGoal } from './team-goal/kind.tsx'
import { teamProgress } from './team-progress/kind.tsx'
import { thanks } from './thanks/kind.tsx'
import { trendRace } from './trend-race/kind.tsx'
import { wins } from './wins/kind.tsx'

export const boardKinds: { readonly [K in BoardKind]: BoardDrawing<K> } = {
  accountability,
  announcement,
  award,
  'birds-eye': birdsEye,
  calm,
  contest,
  'countdown-ask': countdownAsk,
  exceptions,
  formula,
  'from-the-top': fromTheTop,
  funnel,
  'hall-of-fame': hallOfFame,
  'head-to-head': headToHead,
  hygiene,
  improved,
  leaderboard,
  'over-the-line': overTheLine,
  results,
  spotlight,
  'team-goal': teamGoal,
  'team-progress': teamProgress,
  thanks,
  'trend-race': trendRace,
  wins,
}
