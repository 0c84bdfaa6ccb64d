// Every kind of board, by the name that it has in the floor file. A kind that is missing here is a type error.
import type { BoardKind } from '../../wire/boards.ts'
import { accountability } from './accountability/kind.ts'
import { announcement } from './announcement/kind.ts'
import { award } from './award/kind.ts'
import { birdsEye } from './birds-eye/kind.ts'
import type { BoardRules } from './board-rules.ts'
import { calm } from './calm/kind.ts'
import { contest } from './contest/kind.ts'
import { countdownAsk } from './countdown-ask/kind.ts'
import { exceptions } from './exceptions/kind.ts'
import { formula } from './formula/kind.ts'
import { fromTheTop } from './from-the-top/kind.ts'
import { funnel } from './funnel/kind.ts'
import { hallOfFame } from './hall-of-fame/kind.ts'
import { headToHead } from './head-to-head/kind.ts'
import { hygiene } from './hygiene/kind.ts'
import { improved } from './improved/kind.ts'
import { leaderboard } from './leaderboard/kind.ts'
import { overTheLine } from './over-the-line/kind.ts'
import { results } from './results/kind.ts'
import { spotlight } from './spotlight/kind.ts'
import { teamGoal } from './team-goal/kind.ts'
import { teamProgress } from './team-progress/kind.ts'
import { thanks } from './thanks/kind.ts'
import { trendRace } from './trend-race/kind.ts'
import { wins } from './wins/kind.ts'

export const boardKinds: { readonly [K in BoardKind]: BoardRules<K> } = {
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
