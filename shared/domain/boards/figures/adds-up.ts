// Adds a number up again from what is listed and what is summed beneath it.
import type { ExplainedAnswer, ExplainedPart } from '../../../wire/explained.ts'

/** Null is unknown: nothing to average. */
export const valueOfPart = ({ made, lines, more }: ExplainedPart): number | null => {
  if (made === 'sum') return lines.reduce((sum, { adds }) => sum + adds, more.adds)
  const facts = lines.reduce((sum, line) => sum + line.facts, more.facts)
  if (facts === 0) return null
  return lines.reduce((sum, line) => sum + line.adds * line.facts, more.adds * more.facts) / facts
}

const isSame = (one: number | null, other: number | null): boolean =>
  one === null || other === null
    ? one === other
    : Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))

/** Null where the number is computed from metrics that are computed themselves. */
export const addsUp = ({ made, ratio, weights, value, parts }: ExplainedAnswer): boolean | null => {
  const of = new Map(parts.map((part) => [part.metric.id, valueOfPart(part)]))
  if (made === 'ratio') {
    if (ratio === null || !of.has(ratio.above) || !of.has(ratio.below)) return null
    const [above, below] = [of.get(ratio.above) ?? null, of.get(ratio.below) ?? null]
    return isSame(above === null || below === null || below === 0 ? null : above / below, value)
  }
  if (made === 'points') {
    if (Object.keys(weights).some((id) => !of.has(id))) return null
    const points = Object.entries(weights).flatMap(([id, weight]) => {
      const part = of.get(id) ?? null
      return part === null ? [] : [part * weight]
    })
    return isSame(points.length === 0 ? null : points.reduce((sum, each) => sum + each, 0), value)
  }
  const [only] = parts
  return only === undefined ? null : isSame(valueOfPart(only), value)
}
