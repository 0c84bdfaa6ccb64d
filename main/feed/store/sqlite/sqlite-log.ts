// The log on embedded SQLite: one writer, one connection. A small group is written on the main thread, since handing it
// to another costs more than it saves; a large one on a thread of the binding's own, while the group before it is
// counted.
import type { DamageRegister } from '../damage.ts'
import { createGroupCommit } from '../group-commit.ts'
import {
  type Decide,
  type EditCheck,
  EditRefused,
  type FactWrite,
  type FloorWrite,
  type Log,
  type LogEntry,
  LogUnavailable,
  type RecordWrite,
  StaleFloor,
  type WriteOutcome,
} from '../log.ts'
import {
  addFacts,
  addFloor,
  addRecords,
  type Head,
  keyedFact,
  keyedRecord,
  keysOf,
  type PendingGroup,
} from '../pending-group.ts'
import type { SetAside } from '../set-aside.ts'
import type { BackgroundWrite } from './background-write.ts'
import { checkHeads, remakeHeads } from './heads.ts'
import { type ScrubState, startScrub } from './scrub.ts'
import { openSqliteDisk } from './sqlite-disk.ts'
import { fewRows, type LogTables, manyRows } from './sqlite-tables.ts'

/** Hears of every commit. */
export type ObserveCommit = (commit: { readonly rows: number; readonly seconds: number }) => void

export interface SqliteLogParts {
  readonly file: string
  readonly decide: Decide
  readonly observe?: ObserveCommit | undefined
  readonly damage: DamageRegister
  /** Whether an empty file is that of a new floor. */
  readonly mayBeNew: boolean
  /** The last entry that was acknowledged before, as far as is known. */
  readonly acknowledged: number
  /** Hears of every entry that is acknowledged from now on, by the last of each group. */
  readonly onAcknowledged: (seq: number) => void
  readonly onClosed: () => void
  /** Epoch ms. */
  readonly now: () => number
}

export interface SqliteLog {
  readonly log: Log
  /** A sentence on why nothing can be written now; null as far as is known it can. */
  refusal(): string | null
  scrub(): ScrubState
  /** What had to be set aside to open it. */
  readonly setAside: SetAside | null
}

/** How often a disk that refused is tried again, and the files of one that is quiet are looked at. */
const lookEveryMs = 2000
/** Entries that are read in one go. */
const pageRows = 1000

/** Where the log stands. */
type Standing = Pick<PendingGroup, 'lastSeq' | 'factCount' | 'floor'>

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
  readonly closeTables: () => void
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
  let announced: Standing = { lastSeq: openedAt, factCount, floor }
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
    for (let last = after; last < durable.lastSeq; ) {
      const page = tables.pageAfter(last, durable.lastSeq)
      written.push(...page.entries)
      last = page.last
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
    standing: Standing,
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
      // The next group is written first, so that the disk is busy while this one is counted.
      setImmediate(announce)
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
      if (outcome === null) throw new StaleFloor('the floor was changed in the meantime')
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
    onCommit(listener) {
      listeners.push(listener)
    },
    async close() {
      if (!open) return
      open = false
      underWay?.finish()
      announce()
      queue.drain()
      closeTables()
    },
  }
}

/** Throws `BadSetUp` when the file cannot be used, is in use, or is damaged; `EmptyDatabase`. */
export const openSqliteLog = (parts: SqliteLogParts): SqliteLog => {
  const { damage, onAcknowledged } = parts
  /** Facts that stood and are found to be damaged. */
  let factsLost = 0
  const disk = openSqliteDisk({
    ...parts,
    onFactLost: () => {
      factsLost += 1
    },
  })
  const opened = disk.current()
  const tables: LogTables = {
    identity: opened.tables.identity,
    lastSeq: opened.reader.lastSeq(),
    factCount: opened.tables.factCount,
    floor: opened.reader.floor(),
    factsLost: () => factsLost,
    heads: (keys) => disk.current().reader.heads(keys),
    pageAfter: (seq, upTo) => disk.current().reader.pageAfter(seq, upTo, pageRows),
    barrier: (lastSeq) => {
      if (disk.barrier() !== null) disk.retry(lastSeq)
      return disk.barrier()
    },
    write: (rows, after) => disk.current().tables.write(rows, after),
    writeInBackground: (rows, after, end) => disk.current().tables.writeInBackground(rows, after, end),
    noteWrite: disk.noteWrite,
    noteDurable: (rows, lastSeq) => {
      onAcknowledged(lastSeq)
      if (damage.list().length > 0)
        for (const { beforeSeq } of rows) if (beforeSeq !== null) damage.noteReplaced(beforeSeq)
    },
  }
  const log = createTableLog({
    ...parts,
    tables,
    closeTables: () => {
      clearInterval(timer)
      scrub.close()
      disk.close()
      parts.onClosed()
    },
  })
  const scrub = startScrub({
    isIdle: log.isIdle,
    lastSeq: () => log.lastSeq,
    page: (seq, most) => disk.current().reader.pageAfter(seq, log.lastSeq, most),
    seal: (sums) => {
      if (disk.refusal() === null) disk.current().tables.seal(sums)
    },
    heads: (after, most) => checkHeads(disk.current().database, after, most),
    remakeHeads: () => {
      if (disk.refusal() === null) remakeHeads(disk.current().database)
    },
  })
  const timer = setInterval(() => {
    if (!log.isIdle()) return
    if (disk.barrier(true) !== null || disk.refusal() !== null) disk.retry(log.lastSeq)
  }, lookEveryMs)
  timer.unref()
  return { log, refusal: disk.refusal, scrub: scrub.state, setAside: disk.setAside }
}
