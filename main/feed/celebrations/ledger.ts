// What was decided and what became of it, as the log has it. What is not written yet, because the disk takes nothing, is
// tried again until it is.
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import type { CelebrationState } from '../../../shared/wire/celebrations/api.ts'
import type { Clock } from '../clock.ts'
import { type Log, LogUnavailable, type RecordEntry, type RecordWrite } from '../store/log.ts'
import { Decided, Ended, TakenBack, topics } from './record-bodies.ts'

export interface LedgerEntry {
  readonly cause: Cause
  readonly decided: Decided
  /** Epoch ms. */
  readonly decidedAt: number
  readonly ended: Ended | null
  /** Why it became untrue after it was shown. */
  readonly takenBack: string | null
}

export interface Decision {
  readonly id: string
  readonly decided: Decided
}

export interface Ledger {
  get(id: string): LedgerEntry | null
  /** Newest first. */
  all(): readonly LedgerEntry[]
  /** What is decided and neither shown nor given up, oldest first. */
  open(): readonly LedgerEntry[]
  /** Resolves with those that were not there before. Rejects with `LogUnavailable`. */
  decide(decisions: readonly Decision[], by: string): Promise<readonly LedgerEntry[]>
  /** Stands at once; it is written as soon as the disk takes it. */
  end(ids: readonly string[], ended: Ended, by: string): void
  takeBack(id: string, why: string): void
  /** Writes what could not be written. */
  retry(): void
  /** Resolves once nothing is left to write, or the disk refuses. */
  settled(): Promise<void>
}

/** That many are kept at hand; the log keeps all. */
const mostEntries = 1000
const clockCause = 'clock'

export const stateOf = ({ ended, takenBack }: LedgerEntry): CelebrationState =>
  takenBack !== null ? 'taken back' : (ended?.state ?? 'waiting')

const causeOf = (id: string, { rule, about, at, happenedAt }: Decided): Cause => ({
  id,
  rule,
  about,
  at,
  happenedAt,
})

export const openLedger = async (
  log: Pick<Log, 'recordsOf' | 'appendRecords'>,
  clock: Clock,
  onError: (what: string, error: unknown) => void,
): Promise<Ledger> => {
  const entries = new Map<string, LedgerEntry>()
  let unwritten: RecordWrite[] = []
  let writing: Promise<void> | null = null

  const put = (id: string, decided: Decided, decidedAt: number): LedgerEntry => {
    const entry = { cause: causeOf(id, decided), decided, decidedAt, ended: null, takenBack: null }
    entries.set(id, entry)
    for (const oldest of entries.keys()) {
      if (entries.size <= mostEntries) break
      entries.delete(oldest)
    }
    return entry
  }
  const change = (id: string, changes: Partial<LedgerEntry>): void => {
    const entry = entries.get(id)
    if (entry) entries.set(id, { ...entry, ...changes })
  }

  /** Oldest first. A record of another version of this program, or a damaged one, is passed over. */
  const read = async (topic: string, take: (record: RecordEntry) => boolean): Promise<void> => {
    for (const record of (await log.recordsOf(topic, mostEntries)).toReversed())
      if (!take(record))
        onError(`what the log says of the celebration "${record.cause}" cannot be read`, null)
  }
  await read(topics.decided, ({ cause, body, at }) => {
    const decided = Decided.safeParse(body)
    if (decided.success) put(cause, decided.data, at)
    return decided.success
  })
  await read(topics.ended, ({ cause, body }) => {
    const ended = Ended.safeParse(body)
    if (ended.success) change(cause, { ended: ended.data })
    return ended.success
  })
  await read(topics.takenBack, ({ cause, body }) => {
    const back = TakenBack.safeParse(body)
    if (back.success) change(cause, { takenBack: back.data.why })
    return back.success
  })

  const write = (): void => {
    if (writing !== null || unwritten.length === 0) return
    const batch = unwritten
    unwritten = []
    writing = log
      .appendRecords(batch)
      .then(() => undefined)
      .catch((error) => {
        unwritten = [...batch, ...unwritten]
        if (!(error instanceof LogUnavailable)) onError('what became of celebrations cannot be kept', error)
        return 'refused' as const
      })
      .then((refused) => {
        writing = null
        if (refused === undefined) write()
      })
  }
  const keep = (writes: readonly RecordWrite[]): void => {
    unwritten.push(...writes)
    write()
  }

  return {
    get: (id) => entries.get(id) ?? null,
    all: () => [...entries.values()].reverse(),
    open: () => [...entries.values()].filter(({ ended }) => ended === null),
    decide: async (decisions, by) => {
      const at = clock.now()
      const outcomes = await log.appendRecords(
        decisions.map(({ id, decided }) => ({ topic: topics.decided, cause: id, body: decided, at, by })),
      )
      return decisions.flatMap(({ id, decided }, index) =>
        outcomes[index]?.changed === true ? [put(id, decided, at)] : [],
      )
    },
    end: (ids, ended, by) => {
      for (const id of ids) change(id, { ended })
      keep(ids.map((cause) => ({ topic: topics.ended, cause, body: ended, at: clock.now(), by })))
    },
    takeBack: (id, why) => {
      change(id, { takenBack: why })
      keep([{ topic: topics.takenBack, cause: id, body: { why }, at: clock.now(), by: clockCause }])
    },
    retry: write,
    settled: async () => {
      for (let tries = 0; tries < 100 && writing !== null; tries += 1) await writing
    },
  }
}
