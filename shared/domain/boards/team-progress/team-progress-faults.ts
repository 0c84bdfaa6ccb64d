// Faults of team progress: its metric, its teams and its inputs.
import type { TeamProgressBoard } from '../../../wire/boards/team-progress-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

/** `path` leads to the board. */
export const teamProgressFaults = (
  board: TeamProgressBoard,
  file: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const metrics = knownIds(file.metrics)
  const teams = knownIds(file.teams)
  return [
    ...danglingFaults(board.metric, metrics, 'metric', [...path, 'metric']),
    ...(board.teams ?? []).flatMap((id, at) => danglingFaults(id, teams, 'team', [...path, 'teams', at])),
    ...board.inputs.flatMap(({ metric }, at) =>
      danglingFaults(metric, metrics, 'metric', [...path, 'inputs', at, 'metric']),
    ),
  ]
}
