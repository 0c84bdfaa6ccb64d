// Faults of a leaderboard: its metric, what stands beside it, and whose goal is at the foot.
import type { LeaderboardBoard } from '../../../wire/boards/leaderboard-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'
import { pairFaults } from '../pair-faults.ts'

/** `path` leads to the board. */
export const leaderboardFaults = (
  board: LeaderboardBoard,
  { metrics, teams }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => [
  ...danglingFaults(board.metric, knownIds(metrics), 'metric', [...path, 'metric']),
  ...pairFaults(board, metrics, path),
  ...danglingFaults(board.goalOf === 'org' ? undefined : board.goalOf, knownIds(teams), 'team', [
    ...path,
    'goalOf',
  ]),
]
