// The log on embedded SQLite. One writer and one connection: a small group is written on the main thread, which a second
// thread would cost more than it gives; a large one on a thread of the binding's own, while the one before it is
// counted.
import { join } from 'node:path'
import { createGroupCommit } from '../group-commit.ts'
import {
  type Decide,
  type FactWrite,
  type Log,
  type LogEntry,
  LogUnavailable,
  StaleFloor,
  type WriteOutcome,
} from '../log.ts'
import { readSnapshot, writeSnapshot } from '../snapshot-file.ts'
import { type Head, type Stage, stageFloor, stageWrites } from '../staged-writes.ts'
import { CorruptLog, decodeFloor, decodeStored } from '../stored-body.ts'
import { closeSqliteDatabase, openSqliteDatabase } from './sqlite-database.ts'
import { fewRows, keyOf, manyRows, openTables } from './sqlite-tables.ts'
import type { WriteUnderWay } from './write-elsewhere.ts'

export interface SqliteLogParts {
  /** The data folder; made when it is missing. */
  readonly folder: string
  readonly decide: Decide
  /** Hears of every commit. */
  readonly observe?: ((commit: { readonly rows: number; readonly seconds: number }) => void) | undefined
}

/** Where the log stands. */
type Standing = Pick<Stage, 'lastSeq' | 'factCount' | 'floor'>

/** Tells a caller how it went, once that is on disk. */
type Settle = () => void

/** One caller's request. `stage` works out what it adds. */
interface Job {
  readonly keys: readonly string[]
  stage(stage: Stage, heads: Map<string, Head>): Settle
  fail(error: unknown): void
}

const unavailable = (error: unknown): LogUnavailable =>
  new LogUnavailable(`the log cannot be written: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  })

/** Throws `BadSetUp` when the folder cannot be used, is in use, or holds a damaged log. */
export const openSqliteLog = ({ folder, decide, observe }: SqliteLogParts): Log => {
  const database = openSqliteDatabase(join(folder, 'floor.db'))
  const tables = openTables(database)
  const snapshotFile = join(folder, 'snapshot.bin')
  const listeners: ((entries: readonly LogEntry[]) => void)[] = []
  const lastFloor = tables.lastFloor()

  /** What everybody has been told of. */
  let told: Standing = {
    lastSeq: tables.lastSeq,
    factCount: tables.headCount,
    floor: lastFloor && decodeFloor(lastFloor.seq, lastFloor.at, lastFloor.body),
  }
  /** What is on disk: a group ahead of what is told, at times. */
  let landed = told
  /** Landed groups that nobody has been told of yet, oldest first. */
  let untold: (() => void)[] = []
  let open = true
  /** The group that another thread is at. */
  let underWay: WriteUnderWay | null = null

  const tell = (): void => {
    const groups = untold
    untold = []
    for (const group of groups) group()
  }

  const headsFor = (jobs: readonly Job[]): Map<string, Head> => {
    const heads = new Map<string, Head>()
    const keys = jobs.flatMap((job) => job.keys)
    const [key] = keys
    if (key === undefined || landed.factCount === 0) return heads
    if (keys.length === 1) {
      const head = tables.head(key)
      if (head) heads.set(key, { seq: head.seq, stored: decodeStored(head.body) })
      return heads
    }
    for (const { key, seq, body } of tables.heads(keys)) heads.set(key, { seq, stored: decodeStored(body) })
    return heads
  }
  const failAll = (jobs: readonly Job[], error: unknown): void => {
    for (const job of jobs) job.fail(error)
  }
  /** Null when every job was refused. */
  const stageAll = (jobs: readonly Job[]): { stage: Stage; settles: readonly Settle[] } | null => {
    const stage: Stage = { rows: [], entries: [], ...landed }
    let heads: Map<string, Head>
    try {
      heads = headsFor(jobs)
    } catch (error) {
      failAll(jobs, unavailable(error))
      return null
    }
    try {
      return { stage, settles: jobs.map((job) => job.stage(stage, heads)) }
    } catch (error) {
      failAll(jobs, error)
      return null
    }
  }

  /** Of a group that has landed nothing is held on to but what is told of it: while an import waits, that is much less. */
  const tellLater = (standing: Standing, entries: readonly LogEntry[], settles: readonly Settle[]): void => {
    untold.push(() => {
      told = standing
      if (entries.length > 0) for (const listener of listeners) listener(entries)
      for (const settle of settles) settle()
    })
  }

  const commit = (jobs: readonly Job[], done: () => void, now: boolean): void => {
    const staged = stageAll(jobs)
    if (staged === null) {
      done()
      return
    }
    const { stage, settles } = staged
    const startedAt = performance.now()
    const land = (): void => {
      if (stage.rows.length > 0)
        observe?.({ rows: stage.rows.length, seconds: (performance.now() - startedAt) / 1000 })
      const { lastSeq, factCount, floor, entries } = stage
      landed = { lastSeq, factCount, floor }
      tellLater(landed, entries, settles)
      done()
    }
    if (stage.rows.length === 0) {
      land()
      tell()
      return
    }
    const end = (error: unknown): void => {
      underWay = null
      if (error !== null) {
        done()
        failAll(jobs, unavailable(error))
        return
      }
      const sameFloor = stage.floor === landed.floor
      land()
      // The next group is written first, so that the disk is at it while this one is counted; but not by the rules of a
      // floor that has changed.
      if (sameFloor) setImmediate(tell)
      else tell()
    }
    try {
      const count = stage.rows.length
      if (!now && count > fewRows && count <= manyRows) {
        underWay = tables.writeElsewhere(stage.rows, landed.lastSeq, end)
        return
      }
      tables.write(stage.rows, landed.lastSeq)
    } catch (error) {
      end(error)
      return
    }
    land()
    tell()
  }
  const queue = createGroupCommit<Job>({ maxRows: manyRows, rowsOf: (job) => job.keys.length, commit })

  const enqueue = <T>(
    keys: readonly string[],
    work: (stage: Stage, heads: Map<string, Head>) => T,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (!open) {
        reject(new LogUnavailable('the log is closed'))
        return
      }
      queue.add({
        keys,
        stage: (stage, heads) => resolve.bind(null, work(stage, heads)),
        fail: reject,
      })
    })

  return {
    get lastSeq() {
      return told.lastSeq
    },
    get factCount() {
      return told.factCount
    },
    get floor() {
      return told.floor
    },
    append: (writes: readonly FactWrite[]): Promise<readonly WriteOutcome[]> => {
      const keyed = writes.map((write) => ({ key: keyOf(write.source, write.id), write }))
      const keys = keyed.map(({ key }) => key)
      return enqueue(keys, (stage, heads) => stageWrites(stage, heads, keyed, decide))
    },
    async appendFloor(text, at, expectedSeq) {
      const entry = await enqueue([], (stage) => stageFloor(stage, text, at, expectedSeq))
      if (entry === null) throw new StaleFloor('the floor was changed in the meantime')
      return entry
    },
    head(source, id) {
      const found = tables.head(keyOf(source, id))
      return found && decodeStored(found.body)
    },
    *facts() {
      for (const body of tables.standing()) yield decodeStored(body)
    },
    *entriesAfter(after) {
      for (const row of tables.since(after)) {
        const { seq, at } = row
        // On disk, but not yet told.
        if (seq > told.lastSeq) return
        if (row.key !== null) {
          const before = row.beforeBody === null ? null : decodeStored(row.beforeBody)
          yield { kind: 'fact', seq, at, before, after: row.body === null ? null : decodeStored(row.body) }
        } else if (row.body !== null) yield decodeFloor(seq, at, row.body)
        else throw new CorruptLog(`entry ${seq} of the log is neither a fact nor a floor`)
      }
    },
    onCommit(listener) {
      listeners.push(listener)
    },
    saveSnapshot(bytes) {
      writeSnapshot(snapshotFile, { identity: tables.identity, lastSeq: told.lastSeq }, bytes)
    },
    loadSnapshot: () => readSnapshot(snapshotFile, { identity: tables.identity, lastSeq: told.lastSeq }),
    close() {
      if (!open) return
      open = false
      underWay?.finish()
      tell()
      queue.drain()
      closeSqliteDatabase(database)
    },
  }
}
