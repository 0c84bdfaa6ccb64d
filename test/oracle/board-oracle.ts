// What every kind of board must show, recomputed from everything that was ever said.
import type { BoardKind, BoardOf } from '../../shared/wire/boards.ts'
import type { Board, FloorFile } from '../../shared/wire/floor.ts'
import type { Versions } from './contributions.ts'
import { announcement, calm, formula, improved, spotlight, winsFrom } from './days-on-boards.ts'
import { createSight, specOf } from './period.ts'
import {
  accountability,
  birdsEye,
  countdownAsk,
  type Expected,
  heading,
  headToHead,
  hygiene,
  leaderboard,
  overTheLine,
  results,
  teamGoal,
  teamProgress,
  trendRace,
} from './standings-on-boards.ts'
import { createValues } from './values.ts'

type Table = { readonly [K in BoardKind]: Expected<K> }

const expectedFrom = (facts: ReadonlyMap<string, Versions>): Table => ({
  accountability,
  announcement,
  'birds-eye': birdsEye,
  calm,
  'countdown-ask': countdownAsk,
  // Its stages are held to the same funnel of the heading's dates, written out; see the truth test.
  funnel: (board, sight) => ({ window: heading(sight, specOf(board.window)) }),
  formula,
  // Words are no facts: the histories of the oracle hold none.
  exceptions: () => ({ rows: {} }),
  // Its standings have an oracle of their own; the histories here know no contest.
  contest: () => ({ standings: null }),
  'hall-of-fame': () => ({ rows: {} }),
  award: () => ({ rows: {} }),
  'from-the-top': () => ({ rows: {} }),
  thanks: () => ({ rows: {} }),
  'head-to-head': headToHead,
  hygiene,
  improved,
  leaderboard,
  'over-the-line': overTheLine,
  results,
  spotlight,
  'team-goal': teamGoal,
  'team-progress': teamProgress,
  'trend-race': trendRace,
  wins: winsFrom(facts),
})

const expectedOf = <K extends BoardKind>(
  table: Table,
  board: BoardOf<K>,
  sight: Parameters<Expected<K>>[1],
) => table[board.kind](board, sight)

/** The parts of a board's view at an instant that are checked; `historyComing`: while a source is sending its past. */
export const boardAsItShouldBe = (
  file: FloorFile,
  facts: ReadonlyMap<string, Versions>,
  board: Board,
  at: number,
  historyComing: boolean,
): object => {
  const { team } = board.scope
  const about = team !== undefined ? [team] : board.kind === 'head-to-head' ? board.sides : []
  return expectedOf(
    expectedFrom(facts),
    board,
    createSight(file, createValues(file, facts, historyComing), about, at),
  )
}
