// What was entered by hand in the last days, by whose it is. It is read from the log once somebody asks, and followed from then
// on: phones ask often, and the log may hold years.
import { handEntryOf, isOfLastDays } from '../../../shared/domain/facts/by-hand.ts'
import { byHandSource, type HandEntry } from '../../../shared/wire/by-hand.ts'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'

const sweepEveryMs = 3_600_000

export interface KeptEntry extends HandEntry {
  readonly id: string
}

export interface HandBook {
  /** Of the last days, the latest first. */
  of(person: string): Promise<readonly KeptEntry[]>
  /** What stands under an id, however old; null where nothing does, or what no phone sent. */
  find(id: string): Promise<HandEntry | null>
}

interface HandBookParts {
  readonly log: Pick<Log, 'factsOf' | 'onCommit' | 'standingFact'>
  readonly clock: Clock
  readonly turns: Turns
}

export const createHandBook = ({ log, clock, turns }: HandBookParts): HandBook => {
  const byPerson = new Map<string, Map<string, KeptEntry>>()
  /** Whose each is: an entry stays of its person, and one that comes by another way need not. */
  const whose = new Map<string, string>()
  let sweptAt = 0
  /** Ids that were written since reading began: what the log’s pages say of them is older. */
  let written: Set<string> | null = null
  let reading: Promise<void> | null = null

  const forget = (id: string): void => {
    const person = whose.get(id)
    whose.delete(id)
    if (person === undefined) return
    const own = byPerson.get(person)
    own?.delete(id)
    if (own?.size === 0) byPerson.delete(person)
  }

  const take = (fact: Fact): void => {
    const entry = handEntryOf(fact)
    forget(fact.id)
    if (entry === null || !isOfLastDays(entry.at, clock.now())) return
    const own = byPerson.get(entry.person) ?? new Map<string, KeptEntry>()
    byPerson.set(entry.person, own)
    own.set(fact.id, { ...entry, id: fact.id })
    whose.set(fact.id, entry.person)
  }

  /** What has grown too old goes, also of those whom nobody asks about. */
  const sweep = (now: number): void => {
    if (now - sweptAt < sweepEveryMs) return
    sweptAt = now
    for (const own of byPerson.values())
      for (const { id, at } of own.values()) if (!isOfLastDays(at, now)) forget(id)
  }

  log.onCommit((committed) => {
    if (reading === null) return
    for (const entry of committed) {
      if (entry.kind !== 'fact') continue
      const fact = (entry.after ?? entry.before)?.fact
      if (fact?.source !== byHandSource) continue
      written?.add(fact.id)
      if (entry.after === null) forget(fact.id)
      else take(fact)
    }
  })

  const read = async (): Promise<void> => {
    written = new Set()
    for await (const page of log.factsOf(byHandSource)) {
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
      sweep(now)
      return [...(byPerson.get(person)?.values() ?? [])]
        .filter(({ at }) => isOfLastDays(at, now))
        .sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
    },
    find: async (id) => {
      const stored = await log.standingFact(byHandSource, id)
      return stored && handEntryOf(stored.fact)
    },
  }
}
