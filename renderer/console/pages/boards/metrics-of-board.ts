// Which metrics a board shows, whatever its kind.
import { metricIdsOfBoard } from '../../../../shared/domain/metric-changes/metrics-of-board.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'

type Metric = FloorFile['metrics'][number]

/** In the order in which the board names them, each once. */
export const metricsOfBoard = (board: Board, metrics: readonly Metric[]): readonly Metric[] =>
  metricIdsOfBoard(board).flatMap((id) => metrics.find((metric) => metric.id === id) ?? [])
