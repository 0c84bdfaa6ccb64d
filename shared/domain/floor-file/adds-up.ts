// Whether what people bring to a metric adds up to what their team brings.
import type { Metric } from '../../wire/floor.ts'

/** Counts, sums, and points of those. Points that name each other in a circle do not. */
export const addsUp = (
  { id, of }: Metric,
  metrics: readonly Metric[],
  above: readonly string[] = [],
): boolean => {
  if ('ratio' in of || above.includes(id)) return false
  if ('from' in of) return of.measure === 'count' || 'sum' in of.measure
  return of.points.every(([part]) => {
    const metric = metrics.find((each) => each.id === part)
    return metric === undefined || addsUp(metric, metrics, [...above, id])
  })
}
