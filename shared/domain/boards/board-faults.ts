// Faults of boards.
import type { BoardKind, BoardOf } from '../../wire/boards.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../floor-file/floor-fault.ts'
import { boardKinds } from './board-kinds.ts'

const ownFaults = <K extends BoardKind>(
  board: BoardOf<K>,
  file: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => boardKinds[board.kind].faults(board, file, path)

export const boardFaults = (file: FloorFile): FloorFault[] => {
  const teams = knownIds(file.teams)
  const roles = knownIds(file.roles)
  return [
    ...file.boards.flatMap((board, index) => {
      const path = ['boards', index]
      return [
        ...ownFaults(board, file, path),
        ...danglingFaults(board.scope.team, teams, 'team', [...path, 'scope', 'team']),
        ...danglingFaults(board.scope.role, roles, 'role', [...path, 'scope', 'role']),
      ]
    }),
  ]
}
