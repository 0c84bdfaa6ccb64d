// The records of a topic, of which the first under each cause stands for ever: whatever restarts, what they say happened once.
import type { Log, LogEntry, RecordEntry } from './log.ts'

export interface FirstRecords<Kept> {
  under(cause: string): Kept | null
  /** In the order in which they were written. */
  all(): readonly Kept[]
  /** Those that are new. Entries that are none of these are passed over. */
  take(entries: readonly LogEntry[]): readonly Kept[]
}

/** `most` are at hand; the log keeps all. `read`: null for a body of another version of this program. */
export const openFirstRecords = async <Kept>(
  log: Pick<Log, 'recordsOf'>,
  topic: string,
  most: number,
  read: (entry: RecordEntry) => Kept | null,
): Promise<FirstRecords<Kept>> => {
  const kept = new Map<string, Kept>()
  const put = (entry: RecordEntry): readonly Kept[] => {
    if (kept.has(entry.cause)) return []
    const found = read(entry)
    if (found === null) return []
    kept.set(entry.cause, found)
    return [found]
  }
  for (const entry of (await log.recordsOf(topic, most)).toReversed()) put(entry)
  return {
    under: (cause) => kept.get(cause) ?? null,
    all: () => [...kept.values()],
    take: (entries) =>
      entries.flatMap((entry) => (entry.kind === 'record' && entry.topic === topic ? put(entry) : [])),
  }
}
