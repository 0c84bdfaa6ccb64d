// How many facts a metric's value rests on.
import type { Cell, Counters } from './counters.ts'
import type { FloorModel } from './floor-model.ts'
import { wholeShare } from './money.ts'
import type { RoleGroup, RoleRepeats } from './role-repeats.ts'
import { clearTally, createTally } from './series.ts'

/**
 * Of a metric over cells, credited by share: those that it counts; of a ratio those below the line, which are its attempts.
 * 0 for points, which are no attempts at anything. `group` as for `Engine.value`.
 */
export type FactCount = (metric: number, cells: readonly Cell[], group?: RoleGroup) => number

export const createFactCount = (
  { metrics }: Pick<FloorModel, 'metrics'>,
  sumInto: Counters['sumInto'],
  repeats: RoleRepeats,
): FactCount => {
  const tally = createTally()
  const count: FactCount = (metric, cells, group) => {
    const plan = metrics[metric]
    if (plan?.derived?.kind === 'ratio') return count(plan.derived.below, cells, group)
    if (!plan?.base) return 0
    clearTally(tally)
    sumInto(plan.base.index, cells, tally)
    if (group) repeats.takeOff(plan.base.index, group, cells, tally)
    return tally.weight / wholeShare
  }
  return count
}
