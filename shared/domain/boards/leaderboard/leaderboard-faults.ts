// Faults of a leaderboard: its metric, what stands beside it, whose rows it has, and whose goal is at the foot.
import type { LeaderboardBoard } from '../../../wire/boards/leaderboard-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'
import { fieldFaults } from '../field-faults.ts'
import { pairFaults } from '../pair-faults.ts'

/** `path` leads to the board. */
export const leaderboardFaults = (
  board: LeaderboardBoard,
  { floor, metrics, teams }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => [
  ...danglingFaults(board.metric, knownIds(metrics), 'metric', [...path, 'metric']),
  ...pairFaults(board, metrics, path),
  ...fieldFaults(board, floor, path),
  ...danglingFaults(board.goalOf === 'org' ? undefined : board.goalOf, knownIds(teams), 'team', [
    ...path,
    'goalOf',
  ]),
]
