import type { HallOfFameBoard } from '../../../wire/boards/hall-of-fame-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

/** A contest that the floor does not have. `path` leads to the board. */
export const hallOfFameFaults = (
  board: HallOfFameBoard,
  { contests }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] =>
  board.contest === undefined
    ? []
    : danglingFaults(board.contest, knownIds(contests), 'contest', [...path, 'contest'])
