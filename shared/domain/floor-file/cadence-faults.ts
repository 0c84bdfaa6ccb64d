// Faults of the meetings that come again: boards, owners and teams that are not there.
import type { Cadence } from '../../wire/cadence.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

const boardFaults = ({ boards }: Cadence, known: ReadonlySet<string>, path: FloorFault['path']) =>
  boards.flatMap((board, at): FloorFault[] => {
    const first = boards.indexOf(board)
    return first === at
      ? danglingFaults(board, known, 'board', [...path, 'boards', at])
      : [{ path: [...path, 'boards', at], message: `"${board}" is named twice: boards[${first}]` }]
  })

export const cadenceFaults = ({ cadences, boards, people, teams }: FloorFile): FloorFault[] => {
  const [boardIds, personIds, teamIds] = [knownIds(boards), knownIds(people), knownIds(teams)]
  return cadences.flatMap((cadence, index) => {
    const path = ['cadences', index]
    return [
      ...danglingFaults(cadence.owner, personIds, 'person', [...path, 'owner']),
      ...danglingFaults(cadence.team, teamIds, 'team', [...path, 'team']),
      ...boardFaults(cadence, boardIds, path),
    ]
  })
}
