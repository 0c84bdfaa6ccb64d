// An output stands beside its input, an input beside its output.
import type { Metric } from '../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../floor-file/floor-fault.ts'

interface PairedBoard {
  readonly metric: string
  readonly pair?: { readonly metric: string } | undefined
}

/** `path` leads to the board. */
export const pairFaults = (
  board: PairedBoard,
  metrics: readonly Metric[],
  path: FloorFault['path'],
): FloorFault[] => {
  const here = [...path, 'pair', 'metric']
  const unknown = danglingFaults(board.pair?.metric, knownIds(metrics), 'metric', here)
  const indicatorOf = (id: string | undefined) => metrics.find((metric) => metric.id === id)?.indicator
  const own = indicatorOf(board.metric)
  if (own === undefined || own !== indicatorOf(board.pair?.metric)) return unknown
  const other = own === 'input' ? 'output' : 'input'
  return [{ path: here, message: `is an ${own} like the board's own metric; pair it with an ${other}` }]
}
