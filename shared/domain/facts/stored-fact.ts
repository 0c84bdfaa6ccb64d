// A fact as the log keeps it: what the source said, when it came, and what its changes so far add up to.
import type { Fact } from '../../wire/fact.ts'

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
  /** Where a deal left a stage by it. */
  readonly left?: LeftDealStage
  /** Where a deal has stood ever since in the stage to which it advanced by it. */
  readonly stands?: true
}

export interface LeftDealStage {
  readonly stage: string
  /** When it came there, as the source said when it left; null where the source did not say. */
  readonly since: string | null
  /** The event that brought it there, by its place in the history: what the source leaves open follows its date. */
  readonly by?: number
}

export interface StoredFact {
  readonly fact: Fact
  /** Empty for activities. Goes with its deal. */
  readonly history: readonly HistoryEvent[]
  /** Epoch ms. */
  readonly receivedAt: number
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Values of JSON. A key that is undefined is not there. */
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

/** True when both say the same, in whatever order their keys stand. */
export const sameFact = (a: Fact, b: Fact): boolean => sameValue(a, b)
