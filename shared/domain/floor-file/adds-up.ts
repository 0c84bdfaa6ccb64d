// Whether people's values of a metric add up to their team's.
import type { Metric } from '../../wire/floor.ts'

/** True for counts, sums, and points made of these alone. False for points that name each other in a circle. */
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
