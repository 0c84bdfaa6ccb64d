// What is written when a board is saved: a new one whole, a changed one only where it says something else.
import type { Board } from '../../wire/floor.ts'
import type { FloorEdit } from '../../wire/floor-edits.ts'
import { type BoardLines, parseBoard } from '../boards/making/board-lines.ts'
import { isSame } from './history/same.ts'

export const addBoard = (lines: BoardLines): FloorEdit => ({
  do: 'add',
  list: 'boards',
  entry: lines,
  before: null,
})

/** Null where nothing is other than before. `lines` make a board. */
export const changeBoard = (before: Board, lines: BoardLines): FloorEdit | null => {
  const parsed = parseBoard(lines)
  const old: Readonly<Record<string, unknown>> = before
  const young: Readonly<Record<string, unknown>> = parsed.success ? parsed.data : before
  const fields = Object.fromEntries(
    [...new Set([...Object.keys(old), ...Object.keys(young)])]
      .filter((key) => !isSame(old[key], young[key]))
      .map((key) => [key, lines[key] ?? null]),
  )
  return Object.keys(fields).length === 0 ? null : { do: 'set', list: 'boards', id: before.id, fields }
}
