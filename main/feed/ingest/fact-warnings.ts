// What is told of accepted facts that count nowhere, or not where they were meant to: each fault once, with the first fact.
import { type FactFault, faultKey } from '../../../shared/domain/counting/faults/fact-fault.ts'
import { type Fact, type FactWarning, olderVersions } from '../../../shared/wire/fact.ts'
import type { LiveFloor } from '../fold/live-floor.ts'

/** An answer is read by people too. */
const mostListed = 100
/** Different faults beyond these are not told apart: the answer must fit in memory, whatever is sent. */
const mostNoted = 1000

export interface FactWarnings {
  /** `receivedAt` in epoch ms. */
  note(fact: Fact, receivedAt: number): void
  /** A newer version stands, or was withdrawn. */
  noteOlder(fact: { readonly id: string }): void
  list(): FactWarning[]
}

interface Noted {
  readonly fault: FactFault
  count: number
  readonly first: string
}

export const createFactWarnings = (floor: Pick<LiveFloor, 'faultsOf' | 'faultWords'>): FactWarnings => {
  const noted = new Map<string, Noted>()
  let older: FactWarning | null = null
  return {
    note: (fact, receivedAt) => {
      for (const fault of floor.faultsOf(fact, receivedAt)) {
        const key = faultKey(fault)
        const known = noted.get(key)
        if (known) known.count += 1
        else if (noted.size < mostNoted) noted.set(key, { fault, count: 1, first: fact.id })
      }
    },
    noteOlder: ({ id }) => {
      older = { what: olderVersions, count: (older?.count ?? 0) + 1, first: older?.first ?? id }
    },
    list: () => [
      ...(older === null ? [] : [older]),
      ...[...noted.values()]
        .sort((a, b) => b.count - a.count)
        .slice(0, mostListed)
        .map(({ fault, count, first }) => ({ what: floor.faultWords(fault).what, count, first })),
    ],
  }
}
