// Moves a floor between a data folder and a database: its log, which is believed only once both were counted anew alike, and what
// lies beside it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { BadSetUp } from './bad-set-up.ts'
import { createFloorReader } from './floor-file/floor-reader.ts'
import { recountLog } from './fold/recount-log.ts'
import { makeFolder } from './make-folder.ts'
import { bindTo, onlyFloor } from './open-bound-store.ts'
import { boundFile } from './open-store.ts'
import type { Decide, Log } from './store/log.ts'
import { createLogSum, type LogSource, type LogSum, type LogTarget, sumOf } from './store/log-copy.ts'
import { type CopiedBeside, copyBesideFrom, copyBesideTo, dropBeside } from './store/postgres/copy-beside.ts'
import { openPostgresStore } from './store/postgres/open-postgres-store.ts'
import { ownFloor } from './store/postgres/owned-floor.ts'
import {
  dropPostgresLog,
  openPostgresSource,
  openPostgresTarget,
} from './store/postgres/postgres-log-copy.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import {
  dropSqliteLog,
  openSqliteSource,
  openSqliteTarget,
  retireSqliteLog,
} from './store/sqlite/sqlite-log-copy.ts'
import type { Store } from './store/store.ts'

interface Moved {
  readonly entries: number
  /** That stand. */
  readonly facts: number
  /** What the log that was moved is called from now on. */
  readonly kept: string
  /** Names of secrets that could not be opened, and are to be set anew. */
  readonly sealed: readonly string[]
}

const isDatabase = (place: string): boolean => /^postgres(ql)?:/.test(place)

const openSource = (place: string): Promise<LogSource> | LogSource =>
  isDatabase(place) ? openPostgresSource(place) : openSqliteSource(place)

const openTarget = async (place: string): Promise<LogTarget> => {
  if (isDatabase(place)) return await openPostgresTarget(place)
  makeFolder(place)
  return openSqliteTarget(place)
}

/** A feed decides nothing here. */
const decide: Decide = (before) => before

const openDatabase = async (url: string): Promise<Store> => {
  const { node, lease, close } = await ownFloor({ url, name: onlyFloor, who: 'a move' })
  return openPostgresStore({ node, lease: { ...lease, close }, decide })
}

/** With the log open as a feed opens it. */
const withLog = async <T>(place: string, work: (log: Log) => Promise<T>): Promise<T> => {
  const { log } = await (isDatabase(place) ? openDatabase(place) : openSqliteStore({ folder: place, decide }))
  try {
    return await work(log)
  } finally {
    await log.close()
  }
}

const copy = async (source: LogSource, target: LogTarget): Promise<LogSum> => {
  const { add, sum } = createLogSum()
  for await (const rows of source.rows()) {
    add(rows)
    await target.take(rows)
  }
  await target.finish(source.identity)
  return sum()
}

const closing = async <Opened extends { close(): Promise<void> }, T>(
  opened: Opened,
  work: (opened: Opened) => Promise<T>,
): Promise<T> => {
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

/** Rejects with `BadSetUp`, and then the source is as it was and the target empty. */
const check = async (from: string, to: string, copied: LogSum): Promise<number> => {
  const there = await closing(await openSource(to), sumOf)
  if (!isDeepStrictEqual(there, copied))
    throw new BadSetUp(
      `What came to ${there.entries} entries is not what was read, ${copied.entries}: nothing was moved.`,
    )
  const counted = async (log: Log) => {
    const counters = await recountLog(log, createFloorReader())
    // Once all of it was read: damaged facts are known by then.
    return { counters, facts: log.factCount, floor: log.floor }
  }
  const [here, elsewhere] = [await withLog(from, counted), await withLog(to, counted)]
  if (!isDeepStrictEqual(here, elsewhere))
    throw new BadSetUp('Counted anew, the two logs do not come to the same: nothing was moved.')
  return here.facts
}

/** The files of a floor whose log has come to `to`. Rejects where they did not come, and then none of them is there. */
const moveFiles = async (
  from: string,
  to: string,
  now: Date,
  key: string | undefined,
): Promise<CopiedBeside> => {
  const { database, floor, lease, close } = await ownFloor({ url: isDatabase(to) ? to : from, who: 'a move' })
  const place = { database, floor, node: lease.node }
  try {
    if (!isDatabase(to)) return await copyBesideFrom(place, to, { key, now })
    return await copyBesideTo(from, place, key).catch(async (error: unknown) => {
      await dropBeside(place)
      throw error
    })
  } finally {
    await close()
  }
}

/**
 * `from` and `to`: a data folder, and the address of a database that is prepared, or the other way round. `key`: with which the
 * nodes of the database seal secrets.
 */
export const moveLog = async (from: string, to: string, now: Date, key?: string): Promise<Moved> => {
  if (isDatabase(from) === isDatabase(to))
    throw new BadSetUp(
      'A log is moved between a data folder and a database: one of --from and --to begins with postgres://.',
    )
  const copied = await closing(await openSource(from), async (source) =>
    closing(await openTarget(to), async (target) => {
      try {
        return { ...(await copy(source, target)), identity: source.identity }
      } catch (error) {
        await target.undo()
        throw error
      }
    }),
  )
  const { identity, ...sum } = copied
  let facts: number
  let sealed: readonly string[]
  try {
    facts = await check(from, to, sum)
    sealed = (await moveFiles(from, to, now, key)).sealed
  } catch (error) {
    await (isDatabase(to) ? dropPostgresLog(to) : dropSqliteLog(to))
    throw error
  }
  if (isDatabase(to)) {
    bindTo(from, identity)
    return { entries: sum.entries, facts, sealed, kept: join(from, retireSqliteLog(from)) }
  }
  const kept = await closing(await openPostgresSource(from), (source) => source.retire(now))
  rmSync(join(to, boundFile), { force: true })
  return { entries: sum.entries, facts, sealed, kept: `floor "${kept}"` }
}
