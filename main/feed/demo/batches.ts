// Facts cut into requests. A request that was interrupted is sent again from its start after a restart, so none may
// hold two versions of a deal: a repeat of the first after the second had been stored would rewrite the deal's history.
import type { Fact } from '../../../shared/wire/fact.ts'
import type { TimedFact } from './world/world.ts'

/** Lines in a request: small enough to be answered in a moment, large enough for the log's group commits. */
const longestBatch = 4_000

export interface Batch {
  readonly facts: readonly Fact[]
  /** How many facts of the world are in the feed once this batch has arrived; passing versions left out of it count too. */
  readonly factsSent: number
}

/**
 * Fills each batch as far as it goes, so that cutting again from the same place gives the same batch or a longer one.
 * A passing version of a deal is replaced by the next one; any other repeat of a deal begins the next batch.
 */
export const createBatches = function* (facts: Iterable<TimedFact>, sentBefore: number): Generator<Batch> {
  let factsSent = sentBefore
  let batch: (Fact | null)[] = []
  let deals = new Map<string, { readonly place: number; readonly passing: boolean }>()
  const cut = (): Batch => {
    const sent = { facts: batch.filter((fact) => fact !== null), factsSent }
    batch = []
    deals = new Map()
    return sent
  }
  for (const { fact, passing } of facts) {
    const earlier = fact.type === 'deal' ? deals.get(fact.id) : undefined
    if (batch.length >= longestBatch || (earlier && !earlier.passing)) yield cut()
    else if (earlier) batch[earlier.place] = null
    if (fact.type === 'deal') deals.set(fact.id, { place: batch.length, passing })
    batch.push(fact)
    factsSent++
  }
  if (batch.length > 0) yield cut()
}
