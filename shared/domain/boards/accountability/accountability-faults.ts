// What an accountability board may not show.
import type { AccountabilityBoard } from '../../../wire/boards/accountability-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

/** `path` leads to the board. */
export const accountabilityFaults = (
  { metrics: ids }: AccountabilityBoard,
  { metrics }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const known = knownIds(metrics)
  return ids.flatMap((id, at): FloorFault[] => {
    const here = [...path, 'metrics', at]
    if (ids.indexOf(id) < at) return [{ path: here, message: `"${id}" is on this board already` }]
    const metric = metrics.find((each) => each.id === id)
    if (metric?.indicator !== 'output' && metric?.question !== 'results')
      return danglingFaults(id, known, 'metric', here)
    return [
      {
        path: here,
        message: `"${id}" is a result; an accountability board holds what is in a rep's hands. Put it on a leaderboard.`,
      },
    ]
  })
}
