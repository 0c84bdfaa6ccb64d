// Faults of a countdown: what is left of its goal has to be something that each day can bring a part of.
import type { CountdownAskBoard } from '../../../wire/boards/countdown-ask-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { addsUp } from '../../floor-file/adds-up.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

/** `path` leads to the board. */
export const countdownAskFaults = (
  board: CountdownAskBoard,
  { metrics }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const here = [...path, 'metric']
  const metric = metrics.find(({ id }) => id === board.metric)
  return [
    ...danglingFaults(board.metric, knownIds(metrics), 'metric', here),
    ...(metric && !addsUp(metric, metrics)
      ? [
          {
            path: here,
            message: `"${metric.id}" is a rate or a mean, of which no day brings a part; put it on a leaderboard`,
          },
        ]
      : []),
  ]
}
