// What is told of accepted facts that count nowhere, or not where they were meant to: each fault once, with the first fact.
import { type FactFault, faultKey } from '../../../shared/domain/counting/faults/fact-fault.ts'
import { type FactWarning, olderVersions } from '../../../shared/wire/fact.ts'
import type { LiveFloor } from '../fold/live-floor.ts'

/** An answer is read by people too. */
const mostListed = 100
/** Different faults beyond these are not told apart: the answer must fit in memory, whatever is sent. */
const mostNoted = 1000

export interface FactWarnings {
  /** The faults of an accepted fact. */
  note(faults: readonly FactFault[], id: string): void
  /** A newer version stands, or was withdrawn. */
  noteOlder(id: string): void
  list(): FactWarning[]
}

interface Noted {
  readonly fault: FactFault
  count: number
  readonly first: string
}

export const createFactWarnings = (floor: Pick<LiveFloor, 'faultWords'>): FactWarnings => {
  const noted = new Map<string, Noted>()
  let older: FactWarning | null = null
  return {
    note: (faults, id) => {
      for (const fault of faults) {
        const key = faultKey(fault)
        const known = noted.get(key)
        if (known) known.count += 1
        else if (noted.size < mostNoted) noted.set(key, { fault, count: 1, first: id })
      }
    },
    noteOlder: (id) => {
      older = { what: olderVersions, count: (older?.count ?? 0) + 1, first: older?.first ?? id }
    },
    list: () => [
      ...(older === null ? [] : [older]),
      ...[...noted.values()]
        .sort((a, b) => b.count - a.count)
        .slice(0, mostListed)
        .map(({ fault, count, first }) => ({
          what: floor.faultWords(fault).what,
          count,
          first,
          ...(fault.code === 'unknown-person' && { unknown: fault.value }),
        })),
    ],
  }
}
