// The contract of every kind of board: its lines in the floor file, and what a TV gets. A new kind starts with its line
// here: until it has its domain and its drawing too, the types do not agree.
import type { z } from 'zod'
import { accountability } from './boards/accountability-board.ts'
import { announcement } from './boards/announcement-board.ts'
import { award } from './boards/award-board.ts'
import { birdsEye } from './boards/birds-eye-board.ts'
import { calm } from './boards/calm-board.ts'
import { contest } from './boards/contest-board.ts'
import { countdownAsk } from './boards/countdown-ask-board.ts'
import { exceptions } from './boards/exceptions-board.ts'
import { formula } from './boards/formula-board.ts'
import { fromTheTop } from './boards/from-the-top-board.ts'
import { funnel } from './boards/funnel-board.ts'
import { hallOfFame } from './boards/hall-of-fame-board.ts'
import { headToHead } from './boards/head-to-head-board.ts'
import { hygiene } from './boards/hygiene-board.ts'
import { improved } from './boards/improved-board.ts'
import { leaderboard } from './boards/leaderboard-board.ts'
import { overTheLine } from './boards/over-the-line-board.ts'
import { results } from './boards/results-board.ts'
import { spotlight } from './boards/spotlight-board.ts'
import { teamGoal } from './boards/team-goal-board.ts'
import { teamProgress } from './boards/team-progress-board.ts'
import { thanks } from './boards/thanks-board.ts'
import { trendRace } from './boards/trend-race-board.ts'
import { wins } from './boards/wins-board.ts'

/** In the order in which the gallery shows them. */
export const boardContracts = [
  leaderboard,
  teamProgress,
  overTheLine,
  accountability,
  announcement,
  calm,
  wins,
  headToHead,
  results,
  teamGoal,
  countdownAsk,
  trendRace,
  birdsEye,
  improved,
  spotlight,
  fromTheTop,
  thanks,
  hygiene,
  funnel,
  formula,
  exceptions,
  contest,
  hallOfFame,
  award,
] as const

type Contract = (typeof boardContracts)[number]
type Boards = { readonly [C in Contract as z.infer<C['board']>['kind']]: z.infer<C['board']> }
type Views = { readonly [C in Contract as z.infer<C['view']>['kind']]: z.infer<C['view']> }

export type BoardKind = keyof Boards

/**
 * A board of kind `K`, and its view. Written as a lookup in a mapped type, and not as `Boards[K]`, so that TypeScript
 * sees that `kind` is `K`, and what a table has for that kind fits the board or the view.
 */
export type BoardOf<K extends BoardKind> = { readonly [P in K]: Boards[P] & { readonly kind: P } }[K]
export type ViewOf<K extends BoardKind> = { readonly [P in K]: Views[P] & { readonly kind: P } }[K]
