// Facts cut into requests. A request that was interrupted is sent again from its start after a restart, so none may
// hold two versions of a deal: a repeat of the first after the second had been stored would rewrite the deal's history.
import type { Fact } from '../../../shared/wire/fact.ts'
import type { ToldFact } from './world/world.ts'

/** Lines in a request: small enough to be answered in a moment, large enough for the log's group commits. */
const longestBatch = 4_000

export interface Batch {
  readonly facts: readonly Fact[]
  /** How many facts of the world have been told once this batch has arrived. */
  readonly told: number
}

/**
 * Greedy from the front, so that a batch cut again at the same place is the same or longer. A passing version of a
 * deal gives way to the one after it; any other repeat of a deal begins the next batch.
 */
export const createBatches = function* (facts: Iterable<ToldFact>, toldBefore: number): Generator<Batch> {
  let told = toldBefore
  let batch: (Fact | null)[] = []
  let deals = new Map<string, { readonly place: number; readonly passing: boolean }>()
  const cut = (): Batch => {
    const sent = { facts: batch.filter((fact) => fact !== null), told }
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
    told++
  }
  if (batch.length > 0) yield cut()
}
