// What people reached in periods of one metric, as the engine counts it.
import { queryOptions } from '@tanstack/react-query'
import { MetricAnswer } from '../../../shared/wire/query.ts'
import { request } from './request.ts'

const keptMs = 60_000

/** `offset`: 0 is the running month or quarter, -1 the one before. */
export const metricValuesQuery = (metric: string, grain: 'month' | 'quarter', offset: number) =>
  queryOptions({
    queryKey: ['metric-values', metric, grain, offset],
    queryFn: ({ signal }) =>
      request(
        MetricAnswer,
        `/metrics/${encodeURIComponent(metric)}?window=${grain}&offset=${offset}&by=rep`,
        { signal },
      ),
    staleTime: keptMs,
  })
