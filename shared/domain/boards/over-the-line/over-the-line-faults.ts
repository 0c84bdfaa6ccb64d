import type { OverTheLineBoard } from '../../../wire/boards/over-the-line-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

/** `path` leads to the board. */
export const overTheLineFaults = (
  board: OverTheLineBoard,
  { metrics }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => danglingFaults(board.metric, knownIds(metrics), 'metric', [...path, 'metric'])
