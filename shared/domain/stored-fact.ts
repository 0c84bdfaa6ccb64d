// A fact as the log keeps it: what the source said, when it came, and what its changes so far add up to.
import type { Fact } from '../wire/fact.ts'

/** Something that happened to a deal, seen by comparing what the source said before and after. */
export interface HistoryEvent {
  readonly kind:
    | 'deal.created'
    | 'deal.advanced'
    | 'deal.slipped'
    | 'deal.won'
    | 'deal.lost'
    | 'deal.reopened'
  /** An instant or a plain date, as the source wrote it; the time of receipt where it said nothing. */
  readonly at: string
}

export interface StoredFact {
  readonly fact: Fact
  /** Empty for activities. Goes with its deal. */
  readonly history: readonly HistoryEvent[]
  /** Epoch ms. */
  readonly receivedAt: number
}

/** True when both say the same; facts are parsed by one schema, so their keys stand in one order. */
export const sameFact = (a: Fact, b: Fact): boolean => JSON.stringify(a) === JSON.stringify(b)
