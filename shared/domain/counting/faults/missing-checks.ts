// Dates and amounts that a metric counts by and that a fact which it counts does not have.
import type { DateField } from '../../../wire/floor.ts'
import type { FloorModel } from '../floor-model.ts'
import { type Counted, countedBy, type FactCheck } from './check.ts'

const isCounted = (bases: readonly Counted[], occurrence: Parameters<FactCheck>[0]): boolean =>
  bases.some(({ plan }) => plan.test(occurrence))

/** A won deal without a closing date is always told, since boards of wins leave it out too. */
export const createMissingDateCheck = (model: Pick<FloorModel, 'metrics'>): FactCheck => {
  const byDate = new Map<Exclude<DateField, 'at'>, Counted[]>()
  for (const counted of countedBy(model)) {
    const { date } = counted.of
    if (date === 'at' || counted.isTimeless) continue
    byDate.set(date, [...(byDate.get(date) ?? []), counted])
  }
  return (occurrence, note) => {
    const { fact } = occurrence
    if (fact.type !== 'deal') return
    if (fact.status === 'won' && fact.closedAt == null)
      note({ code: 'no-date', field: 'closedAt', value: 'won' })
    for (const [date, bases] of byDate) {
      const isYetToCome = date === 'closedAt' && fact.status === 'open'
      if (fact[date] == null && !isYetToCome && isCounted(bases, occurrence))
        note({ code: 'no-date', field: date, value: fact.status })
    }
  }
}

const summed = ({ of: { measure } }: Counted): string | null =>
  measure !== 'count' && 'sum' in measure ? measure.sum : null

export const createAmountCheck = (model: Pick<FloorModel, 'metrics' | 'corrections'>): FactCheck => {
  const sums = countedBy(model).filter((counted) =>
    ['amount', 'weightedAmount'].includes(summed(counted) ?? ''),
  )
  return (occurrence, note) => {
    const { fact, amountMinor } = occurrence
    if (fact.type !== 'deal' || amountMinor !== null) return
    if (fact.amount != null) note({ code: 'no-rate', field: 'amount', value: fact.amount.currency })
    else if (!model.corrections.needsNoAmount(fact) && isCounted(sums, occurrence))
      note({ code: 'no-amount', field: 'amount', value: fact.status })
  }
}

/** An open deal whose stage has no probability is no part of a weighted sum. */
export const createProbabilityCheck = ({
  metrics,
  file,
}: Pick<FloorModel, 'metrics' | 'file'>): FactCheck => {
  const sums = countedBy({ metrics }).filter((counted) => summed(counted) === 'weightedAmount')
  const known = new Set(Object.keys(file.floor.stageProbabilities))
  return (occurrence, note) => {
    const { fact } = occurrence
    if (sums.length === 0 || fact.type !== 'deal' || fact.status !== 'open') return
    const stage = fact.stage ?? ''
    if (!known.has(stage) && isCounted(sums, occurrence))
      note({ code: 'no-probability', field: 'stage', value: stage })
  }
}
