// What somebody keeps of the deals: read from the log once it is asked for, in small turns, and followed from then on. What
// comes meanwhile is newer than what is read.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { FactEntry, Log, LogEntry } from '../store/log.ts'
import type { Turns } from '../turns.ts'

export interface DealBook<Deals> {
  /** Null until all of them are read. The first call begins to read. */
  deals(): Deals | null
  take(entries: readonly LogEntry[]): void
  /** Resolves when what is being read is read, or given up. */
  close(): Promise<void>
}

interface DealBookParts<Deals> {
  /** Empty, to be filled. */
  readonly deals: Deals
  readonly log: Pick<Log, 'factsOf'>
  /** All that facts stand from. */
  readonly sources: () => readonly string[]
  readonly turns: Turns
  /** They are all there. */
  readonly onRead: () => void
  readonly onError: (what: string, error: unknown) => void
}

const keyOf = (source: string, id: string): string => JSON.stringify([source, id])

/** What stands under a key now; null where it was withdrawn. */
interface TakesDeals {
  put(source: string, id: string, stored: StoredFact | null): void
}

export const createDealBook = <Deals extends TakesDeals>({
  deals,
  log,
  sources,
  turns,
  onRead,
  onError,
}: DealBookParts<Deals>): DealBook<Deals> => {
  let reading: Promise<void> | null = null
  let isRead = false
  let closed = false
  /** Keys that came while the others are read. */
  const newer = new Set<string>()

  const read = async (): Promise<void> => {
    for (const source of sources()) {
      for await (const page of log.factsOf(source)) {
        for (const stored of page)
          if (!newer.has(keyOf(source, stored.fact.id))) deals.put(source, stored.fact.id, stored)
        if (turns.due()) await turns.next()
        if (closed) return
      }
    }
    isRead = true
    newer.clear()
    onRead()
  }
  const put = ({ before, after }: FactEntry): void => {
    const fact = after?.fact ?? before?.fact
    if (fact === undefined || (fact.type !== 'deal' && before?.fact.type !== 'deal')) return
    if (!isRead) newer.add(keyOf(fact.source, fact.id))
    deals.put(fact.source, fact.id, after)
  }

  return {
    deals: () => {
      reading ??= read().catch((error) => {
        // With the next look it is tried again.
        onError('the deals cannot be read', error)
        reading = null
      })
      return isRead ? deals : null
    },
    take: (entries) => {
      if (reading === null) return
      for (const entry of entries) if (entry.kind === 'fact') put(entry)
    },
    close: async () => {
      closed = true
      await reading
    },
  }
}
