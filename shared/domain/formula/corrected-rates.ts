// What is known today of the history that a plan rests on. Facts come late, are corrected and are withdrawn; the plan stays.
import type { CorrectedRate } from '../../wire/coaching.ts'
import type { Plan } from '../../wire/plan.ts'
import type { Member } from '../people/roster.ts'
import { parseDay } from '../time/calendar-date.ts'
import type { CompiledFormula } from './formula-steps.ts'
import type { ConversionsOf } from './known-rates.ts'

/** Sums of money in several currencies differ in their last digits by the order in which they are added. */
const relativeError = 1e-9

const differs = (a: number, b: number): boolean =>
  Math.abs(a - b) > relativeError * Math.max(1, Math.abs(a), Math.abs(b))

/**
 * Of each rate of a plan whose history is counted otherwise by now: what is counted of the same people on the same days. In the
 * units of the two metrics; money in minor units. Rates set by hand rest on nothing. `plan` is of the formula's own steps.
 */
export const correctedRates = (
  conversionsOf: ConversionsOf,
  compiled: CompiledFormula,
  member: Member,
  { history, steps }: Plan,
): readonly CorrectedRate[] => {
  const conversions = conversionsOf(compiled, { from: parseDay(history.from), to: parseDay(history.to) })
  return steps.slice(1).flatMap(({ metric, rate }, link) => {
    if (rate === null || rate.of === 'manager') return []
    const known = conversions.of(link, member, rate.of)
    if (known === null || (!differs(known.made, rate.made) && !differs(known.from, rate.from))) return []
    const { made, from, attempts, value } = known
    return [{ metric, made, from, attempts, value }]
  })
}
