// A write-ahead log with a bit turned: SQLite would drop every commit after it. It is set aside as it is, and mended
// where that gives a whole database; the checksums of the entries then name what of them is damaged.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'
import { BadSetUp } from '../../bad-set-up.ts'
import { writeDurably } from '../durable-file.ts'
import { explainSetAside, type SetAside } from '../set-aside.ts'
import { copyForReading } from './reading-copy.ts'
import { lastEntryOf, pagesFit, rebuildLog } from './rebuild-log.ts'
import { closeSqliteDatabase, openSqliteDatabase, type SqliteDatabase } from './sqlite-database.ts'
import { mendedWal, readWal, type Wal } from './wal-frames.ts'

export const readWalOf = (file: string, pageSize: number): Wal | null => {
  const wal = `${file}-wal`
  if (statSync(wal, { throwIfNoEntry: false }) === undefined) return null
  return readWal(readFileSync(wal), pageSize)
}

interface Tried {
  /** Entries that can be read, after its pages are put in order where they do not fit together. */
  readonly entries: number
  readonly last: number
}

const entriesOf = (database: SqliteDatabase): Tried => {
  const [row] = database.prepare('SELECT count(*) FROM entry').raw().all()
  return { entries: Array.isArray(row) ? Number(row[0]) : 0, last: lastEntryOf(database) }
}

/** How much of the database is left with this write-ahead log; tried on a copy. Null: nothing. */
const tried = (file: string, wal: Buffer, acknowledged: number): Tried | null => {
  const copy = copyForReading(file)
  try {
    if (wal.length > 0) writeFileSync(`${copy.file}-wal`, wal)
    const { database } = openSqliteDatabase(copy.file)
    if (pagesFit(database)) {
      const found = entriesOf(database)
      closeSqliteDatabase(database)
      return found
    }
    if (rebuildLog({ file: copy.file, database, acknowledged, now: 0 }) === null) return null
    const { database: rebuilt } = openSqliteDatabase(copy.file)
    const found = entriesOf(rebuilt)
    closeSqliteDatabase(rebuilt)
    return found
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof BadSetUp) return null
    throw error
  } finally {
    copy.remove()
  }
}

export interface MendParts {
  /** Of the database, which is closed. */
  readonly file: string
  readonly wal: Wal
  /** The last entry that was acknowledged, as far as is known. */
  readonly acknowledged: number
  /** Where it stands as it was found. */
  readonly aside: SetAside
}

/** Leaves the best write-ahead log there is beside the database. */
export const mendWal = ({ file, wal, acknowledged, aside }: MendParts): SetAside => {
  const without = tried(file, Buffer.alloc(0), acknowledged)?.entries ?? 0
  let best: (Tried & { readonly bytes: Buffer }) | null = null
  for (const end of [wal.soundFrames, wal.frames.findLastIndex(({ commitPages }) => commitPages > 0) + 1]) {
    if (end <= wal.readFrames || (best !== null && best.last >= acknowledged)) continue
    const bytes = mendedWal(wal, end)
    const found = tried(file, bytes, acknowledged)
    if (found !== null && found.entries > (best?.entries ?? without)) best = { ...found, bytes }
  }
  if (best !== null) writeDurably(`${file}-wal`, best.bytes)
  const outcome =
    best === null
      ? 'It could not be mended: what was committed after the damage is lost. Let your sources send again what they sent last.'
      : `It was mended, and the log goes on to entry ${best.last}. The checksums of the entries tell what is still wrong in it.`
  return explainSetAside(dirname(file), aside, `${aside.why} ${outcome}`)
}
