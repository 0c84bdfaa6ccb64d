// A deal's amount × how likely it is to be won, for a weighted pipeline.
import type { FloorFile } from '../../wire/floor.ts'
import type { Occurrence } from './condition.ts'
import { asFraction, type Fraction, timesFraction } from './money.ts'

/**
 * In minor units of the floor's currency: of an open deal its amount × the probability of its stage, rounded once for the
 * whole deal to the minor unit, halves away from zero, before it is split; of a won deal its amount, of a lost one 0.
 * Null without an amount, and for an open deal in a stage that has no probability.
 */
export type Weigh = (occurrence: Occurrence) => number | null

export const createWeigh = (probabilities: FloorFile['floor']['stageProbabilities']): Weigh => {
  const fractions = new Map<string, Fraction>(
    Object.entries(probabilities).map(([stage, probability]) => [stage, asFraction(probability)]),
  )
  return ({ fact, amountMinor }) => {
    if (fact.type !== 'deal' || amountMinor === null) return null
    if (fact.status === 'won') return amountMinor
    if (fact.status === 'lost') return 0
    const fraction = fact.stage == null ? undefined : fractions.get(fact.stage)
    return fraction ? timesFraction(amountMinor, fraction) : null
  }
}
