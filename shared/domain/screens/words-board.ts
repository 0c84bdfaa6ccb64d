// The board of the leaders' words, which a wall shows by itself while there is a word of today.
import type { Board, FloorFile } from '../../wire/floor.ts'
import type { Scene } from '../../wire/socket.ts'
import { sayIn } from '../words/say.ts'
import { changesBoard } from './changes-board.ts'

type File = Pick<FloorFile, 'boards' | 'floor'>

/** How long it is on in a lap, each time. */
const seconds = 15

const isOwn = (board: Board): boolean =>
  board.kind === 'from-the-top' && board.audience === 'floor' && Object.keys(board.scope).length === 0

/** An id that no board of the floor has. */
const freeId = ({ boards }: File): string => {
  const taken = new Set(boards.map(({ id }) => id))
  for (let nth = 1; ; nth += 1) {
    const id = nth === 1 ? 'from-the-top' : `from-the-top-${nth}`
    if (!taken.has(id)) return id
  }
}

/** The floor's own, for everybody on it; where it has none, one that is in no file. */
export const wordsBoard = (file: File): Board => {
  const say = sayIn(file.floor.locale)
  return (
    file.boards.find(isOwn) ?? {
      id: freeId(file),
      kind: 'from-the-top',
      title: say({ id: 'from-the-top.title', defaultMessage: 'From the top' }),
      scope: {},
      audience: 'floor',
    }
  )
}

/** Asked for with each patch that goes out. */
const known = new WeakMap<File, readonly Board[]>()

/** The floor's boards, with those that walls show by themselves. */
export const boardsOnWalls = (file: File): readonly Board[] => {
  const found = known.get(file)
  if (found !== undefined) return found
  const words = wordsBoard(file)
  const boards = [...file.boards, ...(file.boards.includes(words) ? [] : [words]), changesBoard(file)]
  known.set(file, boards)
  return boards
}

/**
 * A playlist with the board as the last of its lap. One that has it already is left as it is, and so is one that shows nothing
 * but a clock out of hours, or nothing at all.
 */
export const withWordsBoard = (scenes: readonly Scene[], file: File): Scene[] => {
  const kinds = new Map(file.boards.map(({ id, kind }) => [id, kind]))
  const own = new Set(file.boards.filter(({ kind }) => kind === 'from-the-top').map(({ id }) => id))
  const shown = scenes.filter(({ board }) => kinds.get(board) !== 'calm')
  if (shown.length === 0 || scenes.some(({ board }) => own.has(board))) return [...scenes]
  return [...scenes, { board: wordsBoard(file).id, seconds }]
}
