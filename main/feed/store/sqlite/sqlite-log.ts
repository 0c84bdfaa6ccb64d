// The log on embedded SQLite: one writer, one connection. A small group is written on the main thread, since handing it
// to another costs more than it saves; a large one on a thread of the binding's own, while the group before it is
// counted.
import { factKey, floorKey, isFactKey } from '../entry-key.ts'
import { createGroupCommit } from '../group-commit.ts'
import {
  type Decide,
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
  keyedRecord,
  type PendingGroup,
} from '../pending-group.ts'
import { decodeEntry, decodeStored } from '../stored-body.ts'
import type { BackgroundWrite } from './background-write.ts'
import { closeSqliteDatabase, openSqliteDatabase } from './sqlite-database.ts'
import { fewRows, type LogTables, manyRows, openTables } from './sqlite-tables.ts'

/** Hears of every commit. */
export type ObserveCommit = (commit: { readonly rows: number; readonly seconds: number }) => void

export interface SqliteLogParts {
  readonly file: string
  readonly decide: Decide
  readonly observe?: ObserveCommit | undefined
}

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

interface TableLogParts extends Omit<SqliteLogParts, 'file'> {
  readonly tables: LogTables
  /** Called once, when nothing is left to write. */
  readonly closeTables: () => void
}

/** The log on tables that are open: those of a file, or those that the simulator keeps on a disk of its own. */
export const createTableLog = ({ tables, closeTables, decide, observe }: TableLogParts): Log => {
  const listeners: ((entries: readonly LogEntry[]) => void)[] = []

  const lastFloor = (): Standing['floor'] => {
    const columns = tables.entryUnder(floorKey)
    const entry = columns && decodeEntry(columns)
    return entry?.kind === 'floor' ? entry : null
  }
  /** What listeners and callers have heard of. */
  let announced: Standing = { lastSeq: tables.lastSeq, factCount: tables.factCount, floor: lastFloor() }
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
    const heads = new Map<string, Head>()
    const keys = jobs.flatMap((job) => job.keys)
    if (keys.length === 0 || durable.lastSeq === 0) return heads
    for (const { key, seq, body } of tables.heads(keys))
      heads.set(key, { seq, stored: isFactKey(key) ? decodeStored(body) : null })
    return heads
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
      announceLater(durable, entries, settles)
      done()
    }
    if (group.rows.length === 0) {
      becomeDurable()
      announce()
      return
    }
    const end = (error: unknown): void => {
      underWay = null
      if (error !== null) {
        done()
        failAll(jobs, unavailable(error))
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
    get lastSeq() {
      return announced.lastSeq
    },
    get factCount() {
      return announced.factCount
    },
    get floor() {
      return announced.floor
    },
    append: (writes: readonly FactWrite[]): Promise<readonly WriteOutcome[]> => {
      const keyed = writes.map((write) => ({ key: factKey(write.source, write.id), write }))
      const keys = keyed.map(({ key }) => key)
      return enqueue(keys, (group, heads) => addFacts(group, heads, keyed, decide))
    },
    async appendFloor(write: FloorWrite, expectedSeq) {
      const entry = await enqueue([], (group) => addFloor(group, write, expectedSeq))
      if (entry === null) throw new StaleFloor('the floor was changed in the meantime')
      return entry
    },
    async appendRecords(writes: readonly RecordWrite[]): Promise<readonly WriteOutcome[]> {
      const keyed = writes.map(keyedRecord)
      const keys = keyed.map(({ key }) => key)
      return enqueue(keys, (group, heads) => addRecords(group, heads, keyed))
    },
    async *entriesAfter(after) {
      for (let last = after; last < announced.lastSeq; ) {
        // What is durable and not announced yet comes through `onCommit`.
        const page = tables.pageAfter(last).filter(({ seq }) => seq <= announced.lastSeq)
        const end = page.at(-1)
        if (end === undefined) return
        yield page.map(decodeEntry)
        last = end.seq
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

/** Throws `BadSetUp` when the file cannot be used, is in use, or is damaged. */
export const openSqliteLog = ({ file, ...parts }: SqliteLogParts): Log => {
  const database = openSqliteDatabase(file)
  return createTableLog({
    ...parts,
    tables: openTables(database),
    closeTables: () => closeSqliteDatabase(database),
  })
}
