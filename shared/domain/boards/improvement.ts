// How somebody does beside their own last four weeks: for boards that are proud of it, so that it has to be fair.
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Member } from '../people/roster.ts'
import { earliestRunRate } from '../standing/attainment.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { createFormat, type Format } from '../words/format.ts'
import { baselineOf, changeFrom, usualOf } from './rank-key.ts'

/** `from`: what one's own four weeks would have made by now. `change`: a fraction of it, of rates a difference. */
export interface Improved {
  readonly from: number
  readonly to: number
  readonly change: number
}

/** A gain that the wall would write as "+0%" is nothing to be proud of. */
const leastGain = 0.005

/** Neither is a rate's that the wall would write as "+0 pts", or as "from 50% to 50%". */
const isSeen = ({ from, to, change }: Improved, { additive, metric }: MetricPlan, format: Format): boolean =>
  additive
    ? Math.abs(change) >= leastGain
    : format.value(from, metric.unit) !== format.value(to, metric.unit) &&
      format.delta(change, metric.unit) !== format.delta(0, metric.unit)

/**
 * `new`: not here yet when the four weeks began, or at any time in them. `early`: too little of the window is over to
 * compare. Null: no better than usual, or nothing to compare with. All of a person's work counts, wherever they did it:
 * who changes teams takes their past along.
 */
export const createImprovement = (numbers: Numbers) => {
  const format = createFormat(numbers.model.file.floor)
  return (
    plan: MetricPlan,
    window: WindowSpec,
    { subject, employed }: Member,
    ms: number,
  ): Improved | 'new' | 'early' | null => {
    const days = numbers.daysOf(window, ms)
    if (employed.from > baselineOf(days).from) return 'new'
    const share = numbers.shareGone(window, subject, ms)
    if (plan.additive && share < earliestRunRate) return 'early'
    const cells = numbers.cellsOf(subject, days, everybody)
    const to = numbers.engine.value(plan.index, cells)
    const gone = share * numbers.model.workingTime.daysIn(days)
    const from = usualOf(numbers, plan, days, gone, (range) => numbers.cellsOf(subject, range, everybody))
    if (to === null || from === null) return null
    const improved = { from, to, change: changeFrom(from, to, plan) }
    const isBetter = plan.metric.better === 'higher' ? improved.change > 0 : improved.change < 0
    return isBetter && isSeen(improved, plan, format) ? improved : null
  }
}
