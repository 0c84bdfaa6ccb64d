// What a metric comes to over some cells: sums of the counters, and ratios and points made of them.
import { dayMs } from '../time/calendar-date.ts'
import type { Cell, Counters } from './counters.ts'
import type { FloorModel } from './floor-model.ts'
import type { BasePlan, DerivedPlan } from './metric-plan.ts'
import { wholeShare } from './money.ts'
import type { RoleGroup, RoleRepeats } from './role-repeats.ts'
import { amountOf, clearTally, createTally } from './series.ts'

/** See `Engine.value`. */
type MetricValue = (metric: number, cells: readonly Cell[], group?: RoleGroup) => number | null

/** Null is unknown: a ratio over nothing, and points of nothing that is known. */
const combine = (derived: DerivedPlan, valueFor: (metric: number) => number | null): number | null => {
  if (derived.kind === 'ratio') {
    const [above, below] = [valueFor(derived.above), valueFor(derived.below)]
    return above === null || below === null || below === 0 ? null : above / below
  }
  let points: number | null = null
  for (const part of derived.parts) {
    const value = valueFor(part.metric)
    if (value !== null) points = (points ?? 0) + (value / part.perUnit) * part.weight
  }
  return points
}

export const createMetricValue = (
  { metrics, flow }: Pick<FloorModel, 'metrics' | 'flow'>,
  sumInto: Counters['sumInto'],
  repeats: RoleRepeats,
): MetricValue => {
  const tally = createTally()

  const baseValue = (
    { index, measure }: BasePlan,
    cells: readonly Cell[],
    group: RoleGroup | undefined,
  ): number | null => {
    clearTally(tally)
    sumInto(index, cells, tally)
    if (group) repeats.takeOff(index, group, cells, tally)
    const amount = amountOf(tally)
    const facts = tally.weight / wholeShare
    switch (measure.kind) {
      case 'count':
        return facts
      case 'sum':
        return amount / measure.scale
      case 'mean':
        return facts === 0 ? null : amount / measure.scale / facts
      case 'meanDays':
      case 'meanStay':
        return facts === 0 ? null : amount / dayMs / facts
    }
  }

  const baseOf = (metric: number): BasePlan | null =>
    metrics[metric]?.base ?? flow.plans[metric - metrics.length] ?? null

  /** Several metrics may rest on the same ones: each is worked out once. */
  const valueOfDerived = (
    derived: DerivedPlan,
    cells: readonly Cell[],
    group: RoleGroup | undefined,
  ): number | null => {
    const known = new Map<number, number | null>()
    const valueFor = (metric: number): number | null => {
      const found = known.get(metric)
      if (found !== undefined) return found
      const base = baseOf(metric)
      const inner = metrics[metric]?.derived
      const value = base ? baseValue(base, cells, group) : inner ? combine(inner, valueFor) : null
      known.set(metric, value)
      return value
    }
    return combine(derived, valueFor)
  }

  return (metric, cells, group) => {
    const base = baseOf(metric)
    if (base) return baseValue(base, cells, group)
    const derived = metrics[metric]?.derived
    return derived ? valueOfDerived(derived, cells, group) : null
  }
}
