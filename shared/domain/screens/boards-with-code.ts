import type { Board } from '../../wire/floor.ts'
import { isForTheFloor } from './screen-stage.ts'

/** Kinds without a number of their own. */
const withoutNumbers: ReadonlySet<Board['kind']> = new Set(['announcement', 'from-the-top', 'exceptions'])

/** The boards whose numbers a code on a wall may open: those that everybody in the room sees anyway. */
export const boardsWithCode = (boards: readonly Board[]): readonly Board[] =>
  boards.filter((board) => isForTheFloor(board) && !withoutNumbers.has(board.kind))
