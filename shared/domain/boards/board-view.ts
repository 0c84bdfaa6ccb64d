// From a board of the floor file to what computes it.
import type { BoardKind, BoardOf, ViewOf } from '../../wire/boards.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { BoardSource } from './board-head.ts'
import { boardKinds } from './board-kinds.ts'

export const createBoardView = <K extends BoardKind>(
  numbers: Numbers,
  board: BoardOf<K>,
): BoardSource<ViewOf<K>> => boardKinds[board.kind].createView(numbers, board)
