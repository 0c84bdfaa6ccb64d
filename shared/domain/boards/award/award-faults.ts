import type { AwardBoard } from '../../../wire/boards/award-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

/** An award that the floor does not have. `path` leads to the board. */
export const awardBoardFaults = (
  board: AwardBoard,
  { awards }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => danglingFaults(board.award, knownIds(awards), 'award', [...path, 'award'])
