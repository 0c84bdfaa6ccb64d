// The fold of the awards: how each round ended is a record of the log, of which the first stands for ever: whatever restarts,
// somebody is chosen once.
import { AwardResult } from '../../../shared/wire/awards.ts'
import type { LogEntry, RecordEntry, RecordWrite } from '../store/log.ts'

const topic = 'award-result'

/** So many are at hand; the log keeps all. */
const mostRecords = 2000

const causeOf = (award: string, on: string): string => `${award}:${on}`

export const resultRecord = (result: AwardResult, at: number): RecordWrite => ({
  topic,
  cause: causeOf(result.award, result.on),
  body: result,
  at,
  by: 'clock',
})

export interface AwardRecords {
  result(award: string, on: string): AwardResult | null
  /** The latest first. */
  results(): readonly AwardResult[]
  /** Entries that are none of these are passed over. */
  take(entries: readonly LogEntry[]): void
  onChange(listener: () => void): void
}

export const openAwardRecords = async (log: {
  recordsOf(topic: string, most: number): Promise<readonly RecordEntry[]>
}): Promise<AwardRecords> => {
  const results = new Map<string, AwardResult>()
  const listeners: (() => void)[] = []
  let latestFirst: readonly AwardResult[] | null = null
  /** A body of another version of this program is none that this one can read. */
  const put = (cause: string, body: unknown): boolean => {
    const { data } = AwardResult.safeParse(body)
    if (data === undefined || results.has(cause)) return false
    results.set(cause, data)
    latestFirst = null
    return true
  }
  for (const { cause, body } of (await log.recordsOf(topic, mostRecords)).toReversed()) put(cause, body)
  return {
    result: (award, on) => results.get(causeOf(award, on)) ?? null,
    results: () => {
      latestFirst ??= [...results.values()].sort(
        (one, other) => other.closedAt - one.closedAt || (one.award < other.award ? -1 : 1),
      )
      return latestFirst
    },
    take: (entries) => {
      const taken = entries.filter(
        (entry) => entry.kind === 'record' && entry.topic === topic && put(entry.cause, entry.body),
      )
      if (taken.length > 0) for (const listener of listeners) listener()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
