// Faults of a spotlight: metrics that are not there, or there twice.
import type { SpotlightBoard } from '../../../wire/boards/spotlight-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

export const spotlightFaults = (
  { metrics }: SpotlightBoard,
  file: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const known = knownIds(file.metrics)
  const own = new Map(file.metrics.map(({ id, window }) => [id, window]))
  const seen = metrics.map(({ metric, window }) => `${metric} ${window ?? own.get(metric) ?? ''}`)
  return metrics.flatMap(({ metric }, at) => {
    const here = [...path, 'metrics', at, 'metric']
    const first = seen.indexOf(seen[at] ?? '')
    return [
      ...danglingFaults(metric, known, 'metric', here),
      ...(first < at
        ? [{ path: here, message: `is on this board already, as metrics[${first}] in the same window` }]
        : []),
    ]
  })
}
