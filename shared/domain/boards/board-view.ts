// From a board of the floor file to what computes it.
import type { BoardKind, BoardOf, ViewOf } from '../../wire/boards.ts'
import type { SubjectIndex } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { BoardSource } from './board-head.ts'
import { boardKinds } from './board-kinds.ts'
import { wallNumbers } from './wall-numbers.ts'

/** Managers' and leaders' boards call everybody by their name. */
const isForWalls = ({ audience }: BoardOf<BoardKind>): boolean => audience === 'floor'

/** Whom a board is about, so that where they share one zone its periods are those of their date: its team, or both sides. */
const subjectsOf = ({ model: { roster } }: Numbers, board: BoardOf<BoardKind>): readonly SubjectIndex[] => {
  const { team } = board.scope
  const ids = team !== undefined ? [team] : board.kind === 'head-to-head' ? board.sides : []
  return ids.flatMap((id) => roster.subjectOf(id) ?? [])
}

/** The numbers as the board shows them. */
export const boardNumbers = (numbers: Numbers, board: BoardOf<BoardKind>): Numbers => {
  const seen = isForWalls(board) ? wallNumbers(numbers) : numbers
  return seen.about(subjectsOf(seen, board))
}

export const createBoardView = <K extends BoardKind>(
  numbers: Numbers,
  board: BoardOf<K>,
): BoardSource<ViewOf<K>> => boardKinds[board.kind].createView(boardNumbers(numbers, board), board)
