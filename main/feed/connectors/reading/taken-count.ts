// What the floor has of a source: how many facts stand, how many it did not take, and why the last of these.
import type { SourceHealth } from '../../../../shared/wire/sources.ts'
import type { Taken } from '../take-changes.ts'

const mostRefusedKept = 20

export interface TakenCount {
  /** Null: they are to be counted. */
  facts(): number | null
  setFacts(facts: number | null): void
  note(taken: Taken): void
  refused(): SourceHealth['refused']
}

export const createTakenCount = (): TakenCount => {
  let facts: number | null = null
  let refused = 0
  const first = new Map<string, string>()
  return {
    facts: () => facts,
    setFacts: (counted) => {
      facts = counted
    },
    note: (taken) => {
      if (facts !== null) facts += taken.added - taken.withdrawn
      for (const { id, why, lacks } of taken.refused) {
        // These are told of by currency.
        if (lacks) continue
        refused += 1
        first.delete(id)
        if (first.size < mostRefusedKept) first.set(id, why)
      }
    },
    refused: () => ({ facts: refused, first: [...first].map(([id, why]) => ({ id, why })) }),
  }
}
