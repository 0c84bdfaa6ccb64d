// Faults of a contest's board: a contest that the floor does not have.
import type { ContestBoard } from '../../../wire/boards/contest-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

/** `path` leads to the board. */
export const contestFaults = (
  board: ContestBoard,
  { contests }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => danglingFaults(board.contest, knownIds(contests), 'contest', [...path, 'contest'])
