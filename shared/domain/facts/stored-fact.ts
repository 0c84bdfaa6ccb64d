// A fact as the log keeps it: what the source said, when it was received, and the history that its changes make up.
import type { Deal, Fact, FactVersion } from '../../wire/fact.ts'

/** Something that happened to a deal, found by comparing what the source said before and after. */
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
  /** The stage that the deal left by it, if it left one. */
  readonly left?: LeftDealStage
  /** Set on an advance while the deal is still in the stage it advanced to. */
  readonly stands?: true
  /** On a reopening: the deal as it was closed, by which the same closing is known when it is sent again. */
  readonly closed?: ClosedDeal
}

/** What a deal's history depends on, but for its creation. */
export type DealState = Pick<Deal, 'status' | 'stage' | 'stageEnteredAt' | 'expectedCloseOn' | 'closedAt'>

export interface ClosedDeal extends DealState {
  /** Index in the history of the advance that stood then. */
  readonly stood?: number
}

export interface LeftDealStage {
  readonly stage: string
  /** When it entered, as the source said when it left; null where the source did not say. */
  readonly since: string | null
  /** Index in the history of the event that brought it there; where `since` is null, that event's date counts. */
  readonly by?: number
}

export interface StoredFact {
  readonly fact: Fact
  /** Empty for activities. Removed with its deal. */
  readonly history: readonly HistoryEvent[]
  /** Epoch ms. */
  readonly receivedAt: number
  /** The newest version of each scale that its source has given; left out where the fact's own says it all. */
  readonly versions?: readonly FactVersion[]
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** For JSON values. A key whose value is undefined counts as absent. */
const sameValue = (a: unknown, b: unknown): boolean => {
  if (!isObject(a) || !isObject(b)) return a === b
  const theirs = new Map(Object.entries(b))
  let shared = 0
  for (const [name, value] of Object.entries(a)) {
    if (value === undefined) continue
    if (!sameValue(value, theirs.get(name))) return false
    shared += 1
  }
  for (const value of theirs.values()) if (value !== undefined) shared -= 1
  return shared === 0
}

/** True when both are the same, history and instant of receipt included; the order of keys does not matter. */
export const sameStored = (a: StoredFact | null, b: StoredFact | null): boolean => sameValue(a, b)

/** True when both say the same; the order of keys does not matter. */
export const sameFact = (a: Fact, b: Fact): boolean => sameValue(a, b)
