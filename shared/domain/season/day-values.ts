// What somebody did day by day in a season, of metrics that add up: all of their work, on whichever team they did it.
import type { Engine } from '../counting/engine.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Member } from '../people/roster.ts'
import type { DayRange } from '../time/calendar-date.ts'
import { exponentOf } from '../words/currency-exponent.ts'

export interface DayValues {
  /** In whole units (dollars, not cents), by day from the first one of `days` on. */
  of(plan: MetricPlan): readonly number[]
  /** Of any days. */
  sum(plan: MetricPlan, days: DayRange): number
}

/** By how much an engine's value is divided to be in the units that people write. */
export const perUnitOf = ({ metric }: MetricPlan, { model }: Pick<Engine, 'model'>): number =>
  metric.unit === 'money' ? 10 ** exponentOf(model.file.floor.currency) : 1

export const createDayValues = (engine: Engine, { subject }: Member, days: DayRange): DayValues => {
  const known = new Map<number, readonly number[]>()
  const sum = (plan: MetricPlan, of: DayRange): number =>
    (engine.value(plan.index, [{ subject, days: of }]) ?? 0) / perUnitOf(plan, engine)
  return {
    sum,
    of: (plan) => {
      const before = known.get(plan.index)
      if (before !== undefined) return before
      const values = Array.from({ length: Math.max(0, days.to - days.from) }, (_, nth) =>
        sum(plan, { from: days.from + nth, to: days.from + nth + 1 }),
      )
      known.set(plan.index, values)
      return values
    },
  }
}
