// How many standing facts have each fault, and which of them to look at. Kept as facts come and go.
import type { StoredFact } from '../../facts/stored-fact.ts'
import { type FactFault, faultKey } from './fact-fault.ts'

export interface FaultyFact {
  readonly source: string
  readonly id: string
  /** Epoch ms: when it was received as it stands. */
  readonly receivedAt: number
}

export interface StandingFault {
  readonly fault: FactFault
  /** How many facts have it. */
  readonly count: number
  /** The earliest and the latest to come of those that are remembered; null when all that were are mended. */
  readonly first: FaultyFact | null
  readonly latest: FaultyFact | null
}

interface Page {
  readonly fault: FactFault
  readonly count: number
  readonly early: readonly FaultyFact[]
  readonly late: readonly FaultyFact[]
}

/** Plain data. */
export type PackedFaults = readonly Page[]

export interface FaultBook {
  /** `sign` −1: the fact is taken back. */
  note(faults: readonly FactFault[], stored: StoredFact, sign: 1 | -1): void
  /** Most facts first. */
  all(): readonly StandingFault[]
  pack(): PackedFaults
}

/** Different faults beyond these are counted together by code and field, so that a faulty source cannot fill the memory. */
const mostFaults = 5000
/** Stands for the values of all others. */
export const otherValues = '…'
/** Facts remembered at each end of a fault's list. */
const remembered = 4

const isSame = (a: FaultyFact, b: FaultyFact): boolean => a.id === b.id && a.source === b.source

const added = ({ fault, count, early, late }: Page, fact: FaultyFact): Page => {
  if (early.length < remembered && late.length === 0)
    return { fault, count: count + 1, early: [...early, fact], late }
  return { fault, count: count + 1, early, late: [...late.slice(1 - remembered), fact] }
}

const removed = ({ fault, count, early, late }: Page, fact: FaultyFact): Page => ({
  fault,
  count: count - 1,
  early: early.filter((other) => !isSame(other, fact)),
  late: late.filter((other) => !isSame(other, fact)),
})

/** Most facts first; of as many, in an order that does not depend on how they came. */
export const byWeight = (a: StandingFault, b: StandingFault): number =>
  b.count - a.count || (faultKey(a.fault) < faultKey(b.fault) ? -1 : 1)

export const createFaultBook = (from: PackedFaults): FaultBook => {
  const pages = new Map<string, Page>(from.map((page) => [faultKey(page.fault), page]))

  const noteOne = (fault: FactFault, fact: FaultyFact, sign: 1 | -1): void => {
    const own = faultKey(fault)
    const kept =
      pages.has(own) || (sign > 0 && pages.size < mostFaults) ? fault : { ...fault, value: otherValues }
    const key = kept === fault ? own : faultKey(kept)
    const page = pages.get(key) ?? { fault: kept, count: 0, early: [], late: [] }
    const next = sign > 0 ? added(page, fact) : removed(page, fact)
    if (next.count > 0) pages.set(key, next)
    else pages.delete(key)
  }

  return {
    note: (faults, { fact, receivedAt }, sign) => {
      for (const fault of faults) noteOne(fault, { source: fact.source, id: fact.id, receivedAt }, sign)
    },
    all: () =>
      [...pages.values()]
        .map(({ fault, count, early, late }) => ({
          fault,
          count,
          first: early[0] ?? late[0] ?? null,
          latest: late.at(-1) ?? early.at(-1) ?? null,
        }))
        .sort(byWeight),
    pack: () => [...pages.values()],
  }
}
