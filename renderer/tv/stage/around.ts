// What the stage draws around a board: all of it, unless its kind leaves something out.
import type { BoardKind } from '../../../shared/wire/boards.ts'
import type { Around } from '../../boards/board-drawing.ts'
import { boardKinds } from '../../boards/board-kinds.ts'

const usual: Around = { clock: true, page: true, age: true, progress: true }

/** `undefined`: no board has come yet. */
export const aroundOf = (kind: BoardKind | undefined): Around =>
  kind === undefined ? usual : { ...usual, ...boardKinds[kind].around }
