// Faults of awards: metrics, teams and roles that are not there, and rounds that would run into each other.
import type { Award } from '../../wire/awards.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

/** Of a week: it must be decided while the next one still lasts. */
const mostInWeek = { opensBefore: 4, closesAfter: 3 } as const

const faultsOf = (award: Award, file: FloorFile, path: FloorFault['path']): FloorFault[] => [
  ...danglingFaults(award.team, knownIds(file.teams), 'team', [...path, 'team']),
  ...danglingFaults(award.role, knownIds(file.roles), 'role', [...path, 'role']),
  ...danglingFaults(award.metric, knownIds(file.metrics), 'metric', [...path, 'metric']),
  ...(['opensBefore', 'closesAfter'] as const).flatMap((key): FloorFault[] =>
    award.every === 'week' && award[key] > mostInWeek[key]
      ? [{ path: [...path, key], message: `is ${mostInWeek[key]} working days at most for a week` }]
      : [],
  ),
]

export const awardFaults = (file: FloorFile): FloorFault[] =>
  file.awards.flatMap((award, index) => faultsOf(award, file, ['awards', index]))
