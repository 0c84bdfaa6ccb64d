// The board of changed metrics and goals, which a wall shows by itself while there is one to tell of.
import type { Board, FloorFile } from '../../wire/floor.ts'
import type { Scene } from '../../wire/socket.ts'
import { sayIn } from '../words/say.ts'

type File = Pick<FloorFile, 'boards' | 'floor'>

/** How long it is on in a lap, each time. */
const seconds = 15

/** It is in no file: what it says comes of the file's history. Its id is one that no board of the floor has. */
export const changesBoard = ({ boards, floor }: File): Extract<Board, { kind: 'announcement' }> => {
  const say = sayIn(floor.locale)
  const taken = new Set(boards.map(({ id }) => id))
  let id = 'what-counts'
  for (let nth = 2; taken.has(id); nth += 1) id = `what-counts-${nth}`
  return {
    id,
    kind: 'announcement',
    title: say({ id: 'change.title', defaultMessage: 'What counts from now on' }),
    scope: {},
    audience: 'floor',
  }
}

/** A playlist with the board as the last of its lap; one that shows nothing but a clock out of hours is left as it is. */
export const withChangesBoard = (scenes: readonly Scene[], file: File): Scene[] => {
  const kinds = new Map(file.boards.map(({ id, kind }) => [id, kind]))
  const shown = scenes.filter(({ board }) => kinds.get(board) !== 'calm')
  return shown.length === 0 ? [...scenes] : [...scenes, { board: changesBoard(file).id, seconds }]
}
