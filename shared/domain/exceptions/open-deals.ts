// What rules on deals look at: the open deals that stand, and how long deals have been in each stage that they left. Fed with
// the log's facts, the last of each key.
import type { Deal } from '../../wire/fact.ts'
import { dealStageStays } from '../facts/deal-stage-stays.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { dayMs } from '../time/calendar-date.ts'

/** An average of fewer stays says nothing. */
export const leastStays = 10

type Stays = readonly { readonly stage: string; readonly days: number }[]

export interface OpenDeals {
  /** What stands under a key now; null where it was withdrawn. Activities are passed over. */
  put(source: string, id: string, stored: StoredFact | null): void
  /** Null where the deal does not stand. */
  isOpen(source: string, id: string): boolean | null
  /** Where it is open. */
  deal(source: string, id: string): Deal | null
  all(): Iterable<Deal>
  /** Mean days, of 24 hours, of deals that left a stage; null where fewer than `leastStays` did. */
  averageStay(stage: string): number | null
}

/** A plain date counts as its midnight UTC: an average of weeks does not turn on hours. */
const staysOf = ({ history }: StoredFact): Stays =>
  dealStageStays(history).flatMap(({ stage, since, until }) => {
    const days = since === null ? Number.NaN : (Date.parse(until) - Date.parse(since)) / dayMs
    return days >= 0 ? [{ stage, days }] : []
  })

export const createOpenDeals = (): OpenDeals => {
  /** All that stand, open or not. */
  const kept = new Map<string, Stays>()
  const open = new Map<string, Deal>()
  /** How many stays, and their days in all: in milliseconds, so that taking back leaves what was there. */
  const tallies = new Map<string, { count: number; ms: number }>()

  const tally = (stays: Stays, sign: 1 | -1): void => {
    for (const { stage, days } of stays) {
      const known = tallies.get(stage) ?? { count: 0, ms: 0 }
      known.count += sign
      known.ms += sign * Math.round(days * dayMs)
      tallies.set(stage, known)
    }
  }
  const keyOf = (source: string, id: string): string => JSON.stringify([source, id])

  return {
    put: (source, id, stored) => {
      if (stored !== null && stored.fact.type !== 'deal') return
      const key = keyOf(source, id)
      tally(kept.get(key) ?? [], -1)
      const fact = stored?.fact.type === 'deal' ? stored.fact : null
      const stays = stored === null ? [] : staysOf(stored)
      if (fact === null) kept.delete(key)
      else kept.set(key, stays)
      tally(stays, 1)
      if (fact?.status === 'open') open.set(key, fact)
      else open.delete(key)
    },
    isOpen: (source, id) => {
      const key = keyOf(source, id)
      return kept.has(key) ? open.has(key) : null
    },
    deal: (source, id) => open.get(keyOf(source, id)) ?? null,
    all: () => open.values(),
    averageStay: (stage) => {
      const known = tallies.get(stage)
      return known === undefined || known.count < leastStays ? null : known.ms / known.count / dayMs
    },
  }
}
