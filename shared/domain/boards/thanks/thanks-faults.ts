import type { BoardOf } from '../../../wire/boards.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import type { FloorFault } from '../../floor-file/floor-fault.ts'

/** A wall for what nobody can say stays empty for ever. */
export const thanksFaults = (
  board: BoardOf<'thanks'>,
  { floor }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] =>
  floor.thanks === undefined
    ? [
        {
          path: [...path, 'kind'],
          message: `the board "${board.title}" shows thanks, and nobody can give any: set floor.thanks, {} is enough`,
        },
      ]
    : []
