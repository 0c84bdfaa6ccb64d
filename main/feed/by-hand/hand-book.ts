// What was entered by hand in the last days, by whose it is. It is read from the log once somebody asks, and followed from then
// on: phones ask often, and the log may hold years.
import { handEntryOf, isOfLastDays } from '../../../shared/domain/facts/by-hand.ts'
import { byHandSource, type HandEntry } from '../../../shared/wire/by-hand.ts'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'

export interface KeptEntry extends HandEntry {
  readonly id: string
}

export interface HandBook {
  /** Of the last days, the latest first. */
  of(person: string): Promise<readonly KeptEntry[]>
  /** What stands under an id, however old; null where nothing does, or what no phone sent. */
  find(id: string): HandEntry | null
}

interface HandBookParts {
  readonly log: Pick<Log, 'factsOf' | 'onCommit' | 'standingFact'>
  readonly clock: Clock
  readonly turns: Turns
}

export const createHandBook = ({ log, clock, turns }: HandBookParts): HandBook => {
  const entries = new Map<string, KeptEntry>()
  /** Ids that were written since reading began: what the log’s pages say of them is older. */
  let written: Set<string> | null = null
  let reading: Promise<void> | null = null

  const take = (fact: Fact): void => {
    const entry = handEntryOf(fact)
    if (entry === null || !isOfLastDays(entry.at, clock.now())) entries.delete(fact.id)
    else entries.set(fact.id, { ...entry, id: fact.id })
  }

  log.onCommit((committed) => {
    if (reading === null) return
    for (const entry of committed) {
      if (entry.kind !== 'fact') continue
      const fact = (entry.after ?? entry.before)?.fact
      if (fact?.source !== byHandSource) continue
      written?.add(fact.id)
      if (entry.after === null) entries.delete(fact.id)
      else take(fact)
    }
  })

  const read = async (): Promise<void> => {
    written = new Set()
    for (const page of log.factsOf(byHandSource)) {
      for (const { fact } of page) if (!written.has(fact.id)) take(fact)
      if (turns.due()) await turns.next()
    }
    written = null
  }

  const readOnce = (): Promise<void> => {
    reading ??= read().catch((error: unknown) => {
      // Whoever asks next reads anew.
      reading = null
      throw error
    })
    return reading
  }

  return {
    of: async (person) => {
      await readOnce()
      const now = clock.now()
      const own: KeptEntry[] = []
      for (const entry of entries.values()) {
        if (!isOfLastDays(entry.at, now)) entries.delete(entry.id)
        else if (entry.person === person) own.push(entry)
      }
      return own.sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
    },
    find: (id) => {
      const stored = log.standingFact(byHandSource, id)
      return stored && handEntryOf(stored.fact)
    },
  }
}
