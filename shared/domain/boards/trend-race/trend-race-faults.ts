// Faults of a trend race: lines need a day to start from, and a goal line a goal that can be run for.
import type { TrendRaceBoard } from '../../../wire/boards/trend-race-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { hasFirstDay } from '../../../wire/window.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

type Path = FloorFault['path']

export const trendRaceFaults = (board: TrendRaceBoard, file: FloorFile, path: Path): FloorFault[] => {
  const faults = danglingFaults(board.metric, knownIds(file.metrics), 'metric', [...path, 'metric'])
  if (!hasFirstDay(board.window))
    faults.push({
      path: [...path, 'window'],
      message: 'has no first day for the lines to start from; take one such as "quarter" or "last 28 days"',
    })
  if (board.of === 'teams' && board.scope.role !== undefined)
    faults.push({
      path: [...path, 'scope', 'role'],
      message: 'is for a race of people; teams run as a whole',
    })
  const better = file.metrics.find(({ id }) => id === board.metric)?.better
  if (board.show === 'attainment' && better === 'lower')
    faults.push({
      path: [...path, 'show'],
      message: 'needs a metric of which more is better; show the total, or ranks',
    })
  return faults
}
