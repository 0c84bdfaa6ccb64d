// The log on tables that are open: those of a file, or those that a test keeps on a disk of its own. A small group is
// written on the main thread, since handing it to another costs more than it saves; a large one in the background, while
// the group before it is counted.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { factKey, factKeysOf, recordKey, withdrawnKey } from './entry-key.ts'
import { createGroupCommit } from './group-commit.ts'
import {
  type Decide,
  type EditCheck,
  EditRefused,
  type FactWrite,
  type FloorEntry,
  type FloorWrite,
  type Log,
  type LogEntry,
  LogUnavailable,
  type RecordEntry,
  type RecordWrite,
  StaleFloor,
  type WriteOutcome,
} from './log.ts'
import {
  addFacts,
  addFloor,
  addRecords,
  type EntryRow,
  type Head,
  keyedFact,
  keyedRecord,
  keysOf,
  type PendingGroup,
} from './pending-group.ts'

/** Hears of every commit. */
export type ObserveCommit = (commit: { readonly rows: number; readonly seconds: number }) => void

/** Up to this many rows are written on the main thread: handing them to another takes as long as writing them. */
export const fewRows = 100
/** Once durable, this many are counted within ten milliseconds of the event loop. */
export const manyRows = 1500
/** Facts that are read in one go. */
const manyFacts = 1000

/** A group that another thread is writing. */
export interface BackgroundWrite {
  /** Blocks until it has ended. */
  finish(): void
}

export interface FactsPage {
  readonly facts: readonly StoredFact[]
  readonly last: string | null
}

/** What a log is kept in, and how that is. */
export interface LogTables {
  readonly identity: string
  /** The last entry as it was opened. */
  readonly lastSeq: number
  /** Facts that stood then. */
  readonly factCount: number
  /** The floor that stood then. */
  readonly floor: FloorEntry | null
  /** How many of the facts that stood are known to be damaged, so that they stand no more. */
  factsLost(): number
  /** What stands under these keys. */
  heads(keys: readonly string[]): Map<string, Head>
  /** At most a thousand of the entries after `seq` and up to `upTo`, without those that are damaged. */
  pageAfter(seq: number, upTo: number): { readonly entries: readonly LogEntry[]; readonly last: number }
  /** Floors before the entry `before`, newest first, without those that are damaged. */
  floorsBefore(before: number, most: number): readonly FloorEntry[]
  /** The last records of a topic, newest first, without those that are damaged. */
  recordsOf(topic: string, most: number): readonly RecordEntry[]
  /** The record under a key; null without one, and where it is damaged. */
  recordUnder(key: string): RecordEntry | null
  /**
   * Facts that stand under keys after one and before another, in their order, without those that are damaged: at most
   * `most` are looked at. `last` is the key of the last of them, null where there are no more.
   */
  factsBetween(after: string, before: string, most: number): FactsPage
  /** A sentence where no write after the entry `lastSeq` need be tried; null where one may. */
  barrier(lastSeq: number): string | null
  /** The entries after `after`, all or none: synced to disk before this returns. */
  write(rows: readonly EntryRow[], after: number): void
  writeInBackground(rows: readonly EntryRow[], after: number, end: (error: unknown) => void): BackgroundWrite
  /** How a write ended, null well. A sentence where it went nowhere in spite of that. */
  noteWrite(error: unknown): string | null
  /** These entries are acknowledged from now on; the last is `lastSeq`. */
  noteDurable(rows: readonly EntryRow[], lastSeq: number): void
}

/** Where the log stands. */
type LogStanding = Pick<PendingGroup, 'lastSeq' | 'factCount' | 'floor'>

/** Tells a caller how it went, once that is durable. */
type Settle = () => void

/** One caller's request. `add` works out what it adds to a group. */
interface Job {
  readonly keys: readonly string[]
  add(group: PendingGroup, heads: Map<string, Head>): Settle
  fail(error: unknown): void
}

const unavailable = (error: unknown): LogUnavailable =>
  new LogUnavailable(`the log cannot be written: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  })

interface TableLogParts {
  readonly decide: Decide
  readonly observe?: ObserveCommit | undefined
  readonly tables: LogTables
  /** Called once, when nothing is left to write. */
  readonly closeTables: () => void | Promise<void>
}

export interface TableLog extends Log {
  /** Nothing is being written or announced. */
  isIdle(): boolean
}

/** The log on tables that are open: those of a file, or those that a test keeps on a disk of its own. */
export const createTableLog = ({ tables, closeTables, decide, observe }: TableLogParts): TableLog => {
  const listeners: ((entries: readonly LogEntry[]) => void)[] = []

  const { lastSeq: openedAt, factCount, floor } = tables
  /** What listeners and callers have heard of. */
  let announced: LogStanding = { lastSeq: openedAt, factCount, floor }
  /** What is on disk: at times a group ahead of what is announced. */
  let durable = announced
  /** Durable groups that are not announced yet, oldest first. */
  let unannounced: (() => void)[] = []
  let open = true
  /** The group that another thread is writing. */
  let underWay: BackgroundWrite | null = null

  const announce = (): void => {
    const groups = unannounced
    unannounced = []
    for (const group of groups) group()
  }

  const headsFor = (jobs: readonly Job[]): Map<string, Head> => {
    const keys = jobs.flatMap((job) => job.keys)
    return keys.length === 0 || durable.lastSeq === 0 ? new Map() : tables.heads(keys)
  }
  /** Everything that stands between `after` and the place of an edit in its group. */
  const entriesBefore = (group: PendingGroup, after: number): readonly LogEntry[] => {
    const written: LogEntry[] = []
    try {
      for (let last = after; last < durable.lastSeq; ) {
        const page = tables.pageAfter(last, durable.lastSeq)
        written.push(...page.entries)
        last = page.last
      }
    } catch (error) {
      throw new LogUnavailable('what was written since the edit was checked cannot be read', { cause: error })
    }
    return [...written, ...group.entries]
  }
  const failAll = (jobs: readonly Job[], error: unknown): void => {
    for (const job of jobs) job.fail(error)
  }
  /** Null when every job was refused. */
  const prepare = (jobs: readonly Job[]): { group: PendingGroup; settles: readonly Settle[] } | null => {
    const group: PendingGroup = { rows: [], entries: [], ...durable }
    let heads: Map<string, Head>
    try {
      heads = headsFor(jobs)
    } catch (error) {
      failAll(jobs, unavailable(error))
      return null
    }
    try {
      return { group, settles: jobs.map((job) => job.add(group, heads)) }
    } catch (error) {
      failAll(jobs, error)
      return null
    }
  }

  /** Once durable, only what listeners and callers still need is kept: while an import waits, that is much less. */
  const announceLater = (
    standing: LogStanding,
    entries: readonly LogEntry[],
    settles: readonly Settle[],
  ): void => {
    unannounced.push(() => {
      announced = standing
      if (entries.length > 0) for (const listener of listeners) listener(entries)
      for (const settle of settles) settle()
    })
  }

  const commit = (jobs: readonly Job[], done: () => void, now: boolean): void => {
    const barrier = tables.barrier(durable.lastSeq)
    if (barrier !== null) {
      done()
      failAll(jobs, new LogUnavailable(barrier))
      return
    }
    const prepared = prepare(jobs)
    if (prepared === null) {
      done()
      return
    }
    const { group, settles } = prepared
    const startedAt = performance.now()
    const becomeDurable = (): void => {
      if (group.rows.length > 0)
        observe?.({ rows: group.rows.length, seconds: (performance.now() - startedAt) / 1000 })
      const { lastSeq, factCount, floor, entries } = group
      durable = { lastSeq, factCount, floor }
      if (group.rows.length > 0) tables.noteDurable(group.rows, lastSeq)
      announceLater(durable, entries, settles)
      done()
    }
    if (group.rows.length === 0) {
      becomeDurable()
      announce()
      return
    }
    /** What went into files that stand there no more is not durable. */
    const refusalAfter = (error: unknown): Error | null => {
      const gone = tables.noteWrite(error)
      if (error !== null) return unavailable(error)
      return gone === null ? null : new LogUnavailable(gone)
    }
    const end = (error: unknown): void => {
      underWay = null
      const refused = refusalAfter(error)
      if (refused !== null) {
        done()
        failAll(jobs, refused)
        return
      }
      becomeDurable()
      // The next group is written first, so that the disk is busy while this one is counted, and others are answered
      // in between.
      setImmediate(() => setImmediate(announce))
    }
    try {
      const count = group.rows.length
      if (!now && count > fewRows && count <= manyRows) {
        underWay = tables.writeInBackground(group.rows, durable.lastSeq, end)
        return
      }
      tables.write(group.rows, durable.lastSeq)
    } catch (error) {
      end(error)
      return
    }
    const refused = refusalAfter(null)
    if (refused !== null) {
      done()
      failAll(jobs, refused)
      return
    }
    becomeDurable()
    announce()
  }
  const queue = createGroupCommit<Job>({ maxRows: manyRows, rowsOf: (job) => job.keys.length, commit })

  const enqueue = <T>(
    keys: readonly string[],
    work: (group: PendingGroup, heads: Map<string, Head>) => T,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (!open) {
        reject(new LogUnavailable('the log is closed'))
        return
      }
      queue.add({
        keys,
        add: (group, heads) => resolve.bind(null, work(group, heads)),
        fail: reject,
      })
    })

  return {
    identity: tables.identity,
    isIdle: () => open && underWay === null && unannounced.length === 0,
    get lastSeq() {
      return announced.lastSeq
    },
    get factCount() {
      return announced.factCount - tables.factsLost()
    },
    get floor() {
      return announced.floor
    },
    append: (writes: readonly FactWrite[]): Promise<readonly WriteOutcome[]> => {
      const keyed = writes.map(keyedFact)
      return enqueue(keyed.flatMap(keysOf), (group, heads) => addFacts(group, heads, keyed, decide))
    },
    async appendFloor(write: FloorWrite, expectedSeq, check?: EditCheck) {
      const outcome = await enqueue([], (group) => {
        const refused = check?.refuse(entriesBefore(group, check.upTo)) ?? null
        return refused === null ? addFloor(group, write, expectedSeq) : { refused }
      })
      if (outcome === null)
        throw new StaleFloor(`it is at version ${durable.floor?.seq ?? 0}, not ${expectedSeq}`)
      if ('refused' in outcome) throw new EditRefused(outcome.refused)
      return outcome
    },
    async appendRecords(writes: readonly RecordWrite[]): Promise<readonly WriteOutcome[]> {
      const keyed = writes.map(keyedRecord)
      const keys = keyed.map(({ key }) => key)
      return enqueue(keys, (group, heads) => addRecords(group, heads, keyed))
    },
    async *entriesAfter(after) {
      for (let last = after; last < announced.lastSeq; ) {
        // What is durable and not announced yet comes through `onCommit`.
        const page = tables.pageAfter(last, announced.lastSeq)
        last = page.last
        if (page.entries.length > 0) yield page.entries
      }
    },
    floorsBefore: async (before, most) =>
      tables.floorsBefore(Math.min(before ?? Number.POSITIVE_INFINITY, announced.lastSeq + 1), most),
    recordsOf: async (topic, most) => tables.recordsOf(topic, most),
    standingFact: async (source, id) => {
      const key = factKey(source, id)
      return durable.lastSeq === 0 ? null : (tables.heads([key]).get(key)?.stored ?? null)
    },
    recordUnder: async (topic, cause) => tables.recordUnder(recordKey(topic, cause)),
    standing: async (keys) => {
      const named = keys.map(({ source, id }) => factKey(source, id))
      const heads = tables.heads(named.flatMap((key) => [key, withdrawnKey(key)]))
      return named.map((key) => ({
        stored: heads.get(key)?.stored ?? null,
        withdrawn: heads.get(withdrawnKey(key))?.withdrawn ?? null,
      }))
    },
    async *factsOf(source) {
      const { after, before } = factKeysOf(source)
      for (let last: string | null = after; last !== null; ) {
        const page: FactsPage = tables.factsBetween(last, before, manyFacts)
        last = page.last
        if (page.facts.length > 0) yield page.facts
      }
    },
    onCommit(listener) {
      listeners.push(listener)
    },
    async close() {
      if (!open) return
      open = false
      underWay?.finish()
      announce()
      queue.drain()
      await closeTables()
    },
  }
}
