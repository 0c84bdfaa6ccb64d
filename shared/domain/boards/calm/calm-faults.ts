// Faults of a board for out of hours: goals that a coming day can have.
import type { CalmBoard } from '../../../wire/boards/calm-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { parseWindow } from '../../../wire/window.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

type Path = FloorFault['path']

const goalFaults = (window: string | undefined, path: Path): FloorFault[] => {
  if (window === undefined) return []
  const spec = parseWindow(window)
  if (spec?.kind === 'period' && spec.offset === 0) return []
  return [{ path, message: 'holds no day to come; name day, week, month, quarter or year' }]
}

export const calmFaults = ({ metrics, result }: CalmBoard, file: FloorFile, path: Path): FloorFault[] => {
  const known = knownIds(file.metrics)
  return [
    ...metrics.flatMap(({ metric, window }, at) => [
      ...danglingFaults(metric, known, 'metric', [...path, 'metrics', at, 'metric']),
      ...goalFaults(window, [...path, 'metrics', at, 'window']),
    ]),
    ...danglingFaults(result?.metric, known, 'metric', [...path, 'result', 'metric']),
  ]
}
