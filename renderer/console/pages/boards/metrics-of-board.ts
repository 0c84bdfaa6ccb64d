// Which metrics a board shows, whatever its kind.
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'

type Metric = FloorFile['metrics'][number]

/** Metrics stand under `metric` or in a list under `metrics`, at any depth. */
const idsIn = (part: unknown): readonly string[] => {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'metric' && typeof value === 'string') return [value]
    if (key === 'metrics' && Array.isArray(value))
      return value.flatMap((each: unknown) => (typeof each === 'string' ? [each] : idsIn(each)))
    return idsIn(value)
  })
}

/** In the order in which the board names them, each once. */
export const metricsOfBoard = (board: Board, metrics: readonly Metric[]): readonly Metric[] =>
  [...new Set(idsIn(board))].flatMap((id) => metrics.find((metric) => metric.id === id) ?? [])
