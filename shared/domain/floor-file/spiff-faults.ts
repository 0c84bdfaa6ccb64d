// Faults of spiffs: metrics, teams, roles and people that are not there, and metrics of which no so many can be paid for.
import type { FloorFile } from '../../wire/floor.ts'
import type { Spiff } from '../../wire/spiffs.ts'
import { addsUp } from './adds-up.ts'
import { danglingFaults, type FloorFault, knownIds, mostNamed } from './floor-fault.ts'

type Path = FloorFault['path']

const metricFaults = ({ metric: id }: Spiff, { metrics }: FloorFile, path: Path): FloorFault[] => {
  const place = [...path, 'metric']
  const metric = metrics.find((each) => each.id === id)
  if (metric === undefined) return danglingFaults(id, knownIds(metrics), 'metric', place)
  if (metric.better === 'lower')
    return [{ path: place, message: `of "${metric.id}" less is better; a spiff pays for more` }]
  return addsUp(metric, metrics)
    ? []
    : [{ path: place, message: `"${metric.id}" does not add up; name a count or a sum` }]
}

const twice = (ids: readonly string[], path: Path): FloorFault[] =>
  ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [{ path: [...path, at], message: `"${id}" is named twice` }],
  )

const faultsOf = (spiff: Spiff, file: FloorFile, path: Path): FloorFault[] => {
  const people = knownIds(file.people)
  const { people: only = [], how = [] } = spiff
  return [
    ...danglingFaults(spiff.team, knownIds(file.teams), 'team', [...path, 'team']),
    ...danglingFaults(spiff.role, knownIds(file.roles), 'role', [...path, 'role']),
    ...only
      .flatMap((id, at) => danglingFaults(id, people, 'person', [...path, 'people', at]))
      .slice(0, mostNamed),
    ...twice(only, [...path, 'people']),
    ...twice(how, [...path, 'how']),
    ...metricFaults(spiff, file, path),
  ]
}

export const spiffFaults = (file: FloorFile): FloorFault[] =>
  file.spiffs.flatMap((spiff, index) => faultsOf(spiff, file, ['spiffs', index]))
