// The fold of the awards: how each round ended is a record of the log, of which the first stands for ever: whatever restarts,
// somebody is chosen once.
import { AwardResult } from '../../../shared/wire/awards.ts'
import { openFirstRecords } from '../store/first-records.ts'
import type { Log, LogEntry, RecordWrite } from '../store/log.ts'

const topic = 'award-result'

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

export const openAwardRecords = async (log: Pick<Log, 'recordsOf'>): Promise<AwardRecords> => {
  const kept = await openFirstRecords(
    log,
    topic,
    mostRecords,
    ({ body }) => AwardResult.safeParse(body).data ?? null,
  )
  const listeners: (() => void)[] = []
  let latestFirst: readonly AwardResult[] | null = null
  return {
    result: (award, on) => kept.under(causeOf(award, on)),
    results: () => {
      latestFirst ??= kept
        .all()
        .toSorted((one, other) => other.closedAt - one.closedAt || (one.award < other.award ? -1 : 1))
      return latestFirst
    },
    take: (entries) => {
      if (kept.take(entries).length === 0) return
      latestFirst = null
      for (const listener of listeners) listener()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
