// A data folder whose database is missing or empty, beside what an earlier one left: never a new floor, since nobody
// asked for one. Everything is set aside. Where the write-ahead log holds the whole database it is made anew from that;
// else the feed does not start, and says what to do. It does not go on without the facts: a wall that begins at nothing
// would look like a bad quarter, and a source that sends only what is new would never fill it again.
import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { BadSetUp } from '../../bad-set-up.ts'
import { markFile, readAcknowledged } from '../acknowledged-mark.ts'
import { writeDurably } from '../durable-file.ts'
import { snapshotFile } from '../file-snapshots.ts'
import { explainSetAside, type SetAside, setAside, setAsideIn } from '../set-aside.ts'
import { databaseFromWal, readWal } from './wal-frames.ts'

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** Every log that this program made has pages of this size. */
const pageSize = 4096

/** What tells that there was a log once: more than the header of its write-ahead log, a snapshot, a mark. */
export const hasRemains = (file: string): boolean => {
  const folder = dirname(file)
  return (
    sizeOf(`${file}-wal`) > 32 ||
    sizeOf(join(folder, snapshotFile)) > 0 ||
    (readAcknowledged(folder)?.seq ?? 0) > 0
  )
}

/** Sets all of it aside. Throws `BadSetUp` where the database cannot be made anew from its write-ahead log. */
export const salvageRemains = (file: string, now: number): SetAside => {
  const folder = dirname(file)
  const name = basename(file)
  const state =
    sizeOf(file) === 0 && statSync(file, { throwIfNoEntry: false }) === undefined ? 'missing' : 'empty'
  const found = `The log ${name} was ${state} beside what an earlier one had left; all of that is here.`
  const wal = sizeOf(`${file}-wal`) > 32 ? readWal(readFileSync(`${file}-wal`), pageSize) : null
  const move = [name, `${name}-wal`, `${name}-shm`, `${name}-journal`, snapshotFile, markFile]
  const aside = setAside(folder, { move, why: found, now })
  const salvaged = wal && databaseFromWal(wal)
  if (salvaged) {
    writeDurably(file, salvaged)
    return explainSetAside(
      folder,
      aside,
      `${found} The write-ahead log held the whole database, which was made anew from it.`,
    )
  }
  throw missingLog(folder, aside)
}

const missingLog = (folder: string, { name }: SetAside): BadSetUp =>
  new BadSetUp(
    `The log floor.db in ${folder} is missing or empty, and what was beside it lies in ${name}. Put floor.db back from a backup; or, to begin a new floor, move ${name} out of the data folder.`,
  )

/** Throws `BadSetUp` where an earlier start set something aside and found no log, and there is still none. */
export const refuseWithoutLog = (folder: string): void => {
  const last = setAsideIn(folder).at(-1)
  if (last !== undefined) throw missingLog(folder, last)
}
