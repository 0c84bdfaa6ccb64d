// Moves a floor between a data folder and a database: its log, which is believed only once both were counted anew alike, and what
// lies beside it.
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { BadSetUp } from './bad-set-up.ts'
import { createFloorReader } from './floor-file/floor-reader.ts'
import { recountLog } from './fold/recount-log.ts'
import { makeFolder } from './make-folder.ts'
import { noteMovedAway, noteMovedBack } from './open-store.ts'
import type { Log } from './store/log.ts'
import { createLogSum, type LogSource, type LogSum, type LogTarget, sumOf } from './store/log-copy.ts'
import { copyBesideFrom, copyBesideTo } from './store/postgres/copy-beside.ts'
import {
  beginArrival,
  beginLeaving,
  endArrival,
  endLeaving,
  type MovedFloor,
  openTargetOf,
  sourceOf,
  undoArrival,
  undoLeaving,
} from './store/postgres/postgres-log-copy.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import {
  dropSqliteLog,
  openSqliteSource,
  openSqliteTarget,
  retireSqliteLog,
} from './store/sqlite/sqlite-log-copy.ts'

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

/** What is done now, for whoever waits. */
export type MoveStep =
  | { readonly kind: 'copied'; readonly entries: number }
  | { readonly kind: 'counting' }
  | { readonly kind: 'beside' }
type OnStep = (step: MoveStep) => void

const copy = async (source: LogSource, target: LogTarget, onStep: OnStep): Promise<LogSum> => {
  const { add, sum } = createLogSum()
  let entries = 0
  for await (const rows of source.rows()) {
    add(rows)
    await target.take(rows)
    entries += rows.length
    onStep({ kind: 'copied', entries })
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

const counted = async (log: Log) => {
  const counters = await recountLog(log, createFloorReader())
  // Once all of it was read: damaged facts are known by then.
  return { counters, facts: log.factCount, floor: log.floor }
}

/** With the log of a folder as a feed opens it, which decides nothing here. */
const withFolderLog = async <T>(folder: string, work: (log: Log) => Promise<T>): Promise<T> => {
  const { log } = await openSqliteStore({ folder, decide: (before) => before })
  try {
    return await work(log)
  } finally {
    await log.close()
  }
}

/** How many facts stand. Throws `BadSetUp` where what came is not what was read. */
const check = async (copied: LogSum, there: LogSum, folder: string, floor: MovedFloor): Promise<number> => {
  if (!isDeepStrictEqual(there, copied))
    throw new BadSetUp(
      `What came to ${there.entries} entries is not what was read, ${copied.entries}: nothing was moved.`,
    )
  const [here, elsewhere] = [await withFolderLog(folder, counted), await floor.withLog(counted)]
  if (!isDeepStrictEqual(here, elsewhere))
    throw new BadSetUp('Counted anew, the two logs do not come to the same: nothing was moved.')
  return here.facts
}

/** All of it stands in the target, or nothing. */
const copyWhole = (source: LogSource, target: LogTarget, onStep: OnStep): Promise<LogSum> =>
  closing(target, async () => {
    try {
      return await copy(source, target, onStep)
    } catch (error) {
      await target.undo()
      throw error
    }
  })

interface Move {
  /** A data folder, or the address of a database that is prepared. */
  readonly from: string
  /** The other one of these. */
  readonly to: string
  /** What the floor is called in the database. */
  readonly floor: string
  /** With which the nodes of the database seal secrets. */
  readonly key?: string | undefined
  readonly now: Date
  /** Called again and again while it goes on. */
  readonly onStep: OnStep
}

/** Where what lies beside its log is kept. */
const placeOf = ({ node, lease }: MovedFloor) => ({
  database: node.database,
  floor: lease.floor,
  node: lease.node,
})

const intoDatabase = async ({ from: folder, to, floor: name, key, onStep }: Move): Promise<Moved> => {
  const { identity, ...moved } = await closing(await beginArrival(to, name), async (floor) => {
    try {
      const { copied, ...source } = await closing(openSqliteSource(folder), async (source) => ({
        identity: source.identity,
        copied: await copyWhole(source, await openTargetOf(floor), onStep),
      }))
      onStep({ kind: 'counting' })
      const facts = await check(copied, await sumOf(sourceOf(floor)), folder, floor)
      onStep({ kind: 'beside' })
      const { sealed } = await copyBesideTo(folder, placeOf(floor), key)
      await endArrival(floor)
      return { ...source, entries: copied.entries, facts, sealed }
    } catch (error) {
      await undoArrival(floor)
      throw error
    }
  })
  noteMovedAway(folder, identity)
  return { ...moved, kept: join(folder, retireSqliteLog(folder)) }
}

const intoFolder = async ({ from, to: folder, floor: name, key, now, onStep }: Move): Promise<Moved> => {
  makeFolder(folder)
  const moved = await closing(await beginLeaving(from, name), async (floor) => {
    try {
      const copied = await copyWhole(sourceOf(floor), openSqliteTarget(folder), onStep)
      try {
        onStep({ kind: 'counting' })
        const there = await closing(openSqliteSource(folder), sumOf)
        const facts = await check(copied, there, folder, floor)
        onStep({ kind: 'beside' })
        const { sealed } = await copyBesideFrom(placeOf(floor), folder, { key, now })
        return { entries: copied.entries, facts, sealed, kept: `floor "${await endLeaving(floor, now)}"` }
      } catch (error) {
        dropSqliteLog(folder)
        throw error
      }
    } catch (error) {
      await undoLeaving(floor)
      throw error
    }
  })
  noteMovedBack(folder)
  return moved
}

/** Throws `BadSetUp`, and then all is as it was. */
export const moveLog = async (move: Move): Promise<Moved> => {
  if (isDatabase(move.from) === isDatabase(move.to))
    throw new BadSetUp(
      'A log is moved between a data folder and a database: one of --from and --to begins with postgres://.',
    )
  return isDatabase(move.to) ? await intoDatabase(move) : await intoFolder(move)
}
