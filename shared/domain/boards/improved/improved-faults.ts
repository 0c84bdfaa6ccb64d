// Faults of a board of improvements and streaks: a past to be compared with, and days that can be won.
import type { ImprovedBoard } from '../../../wire/boards/improved-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { hasFirstDay } from '../../../wire/window.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

export const improvedFaults = (
  { metric, streak, window }: ImprovedBoard,
  file: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const known = knownIds(file.metrics)
  const counted = file.metrics.find(({ id }) => id === (streak ?? metric))
  return [
    ...danglingFaults(metric, known, 'metric', [...path, 'metric']),
    ...danglingFaults(streak, known, 'metric', [...path, 'streak']),
    ...(hasFirstDay(window)
      ? []
      : [
          {
            path: [...path, 'window'],
            message: 'has no beginning, so there are no four weeks before it to improve on',
          },
        ]),
    ...(counted?.better === 'lower'
      ? [
          {
            path: [...path, 'streak'],
            message: `would count days on "${counted.id}", of which less is better, and every day begins with its goal reached; name a metric of which more is better`,
          },
        ]
      : []),
  ]
}
