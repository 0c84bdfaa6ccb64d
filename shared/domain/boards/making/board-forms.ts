// How a board of every kind is made, in the order in which a group shows them. A kind that is missing here is a type error.
import type { BoardKind } from '../../../wire/boards.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { accountabilityForm } from '../accountability/form.ts'
import { announcementForm } from '../announcement/form.ts'
import { awardForm } from '../award/form.ts'
import { birdsEyeForm } from '../birds-eye/form.ts'
import { calmForm } from '../calm/form.ts'
import { contestForm } from '../contest/form.ts'
import { countdownAskForm } from '../countdown-ask/form.ts'
import { exceptionsForm } from '../exceptions/form.ts'
import { formulaForm } from '../formula/form.ts'
import { fromTheTopForm } from '../from-the-top/form.ts'
import { funnelForm } from '../funnel/form.ts'
import { hallOfFameForm } from '../hall-of-fame/form.ts'
import { headToHeadForm } from '../head-to-head/form.ts'
import { hygieneForm } from '../hygiene/form.ts'
import { improvedForm } from '../improved/form.ts'
import { leaderboardForm } from '../leaderboard/form.ts'
import { overTheLineForm } from '../over-the-line/form.ts'
import { resultsForm } from '../results/form.ts'
import { spotlightForm } from '../spotlight/form.ts'
import { teamGoalForm } from '../team-goal/form.ts'
import { teamProgressForm } from '../team-progress/form.ts'
import { thanksForm } from '../thanks/form.ts'
import { trendRaceForm } from '../trend-race/form.ts'
import { winsForm } from '../wins/form.ts'
import type { BoardAsk, BoardForm } from './board-form.ts'

export const boardForms: { readonly [K in BoardKind]: BoardForm<K> } = {
  leaderboard: leaderboardForm,
  'team-goal': teamGoalForm,
  results: resultsForm,
  'over-the-line': overTheLineForm,
  'countdown-ask': countdownAskForm,
  'team-progress': teamProgressForm,
  'birds-eye': birdsEyeForm,
  'trend-race': trendRaceForm,

  accountability: accountabilityForm,
  formula: formulaForm,
  hygiene: hygieneForm,
  funnel: funnelForm,
  exceptions: exceptionsForm,

  wins: winsForm,
  spotlight: spotlightForm,
  improved: improvedForm,
  contest: contestForm,
  'hall-of-fame': hallOfFameForm,
  award: awardForm,
  'head-to-head': headToHeadForm,

  announcement: announcementForm,
  'from-the-top': fromTheTopForm,
  thanks: thanksForm,
  calm: calmForm,
}

export const asksFor = (kind: BoardKind, ask: BoardAsk): boolean => boardForms[kind].asks.includes(ask)

/** Whether a board can be about the people of a role. */
export const mayKeepToRole = (kind: BoardKind, file: FloorFile): boolean =>
  asksFor(kind, 'scope') && boardForms[kind].roles?.(file).length !== 0

/** Boards that everybody may see hang on walls; what is off never does. */
export const mayHang = (kind: BoardKind): boolean => boardForms[kind].neverHangs !== true
