// Faults of trials: metrics, a team or a role that are not there, and a comparison that can say nothing.
import type { FloorFile } from '../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

export const trialFaults = ({ trials, metrics, teams, roles }: FloorFile): FloorFault[] => {
  const [metricIds, teamIds, roleIds] = [knownIds(metrics), knownIds(teams), knownIds(roles)]
  return trials.flatMap(({ metrics: [first, second], outcome, team, role }, index): FloorFault[] => {
    const path = ['trials', index]
    const same = first === second ? 1 : [first, second].indexOf(outcome)
    return [
      ...danglingFaults(first, metricIds, 'metric', [...path, 'metrics', 0]),
      ...danglingFaults(second, metricIds, 'metric', [...path, 'metrics', 1]),
      ...danglingFaults(outcome, metricIds, 'metric', [...path, 'outcome']),
      ...danglingFaults(team, teamIds, 'team', [...path, 'team']),
      ...danglingFaults(role, roleIds, 'role', [...path, 'role']),
      ...(same === -1
        ? []
        : [
            {
              path: [...path, 'metrics', same],
              message:
                first === second
                  ? 'must be another metric than the first: nothing is compared with itself'
                  : 'must be another metric than the outcome, which foretells itself',
            },
          ]),
    ]
  })
}
