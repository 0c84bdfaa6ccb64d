// Faults of a team goal's bar: it has to be filled by what people add up, towards more.
import type { TeamGoalBoard } from '../../../wire/boards/team-goal-board.ts'
import type { FloorFile, Metric } from '../../../wire/floor.ts'
import { addsUp } from '../../floor-file/adds-up.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'
import { pairFaults } from '../pair-faults.ts'

const reasonAgainst = (metric: Metric, metrics: readonly Metric[]): string | null => {
  if (metric.better === 'lower')
    return `"${metric.id}" is to stay low, and a bar that fills up would cheer for more of it; put it on a leaderboard`
  if (!addsUp(metric, metrics))
    return `"${metric.id}" is a rate or a mean, which people's parts do not add up to; put it on a leaderboard`
  return null
}

/** `path` leads to the board. */
export const teamGoalFaults = (
  board: TeamGoalBoard,
  { metrics }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const here = [...path, 'metric']
  const metric = metrics.find(({ id }) => id === board.metric)
  const message = metric && reasonAgainst(metric, metrics)
  return [
    ...danglingFaults(board.metric, knownIds(metrics), 'metric', here),
    ...(message ? [{ path: here, message }] : []),
    ...board.thresholds.flatMap(({ at }, index): FloorFault[] =>
      board.thresholds.findIndex((other) => other.at === at) < index
        ? [{ path: [...path, 'thresholds', index, 'at'], message: `has a threshold at ${at} already` }]
        : [],
    ),
    ...pairFaults(board, metrics, path),
  ]
}
