// A log whose pages do not fit together: everything that can still be read of it goes into a new file, entry by entry
// and under the same numbers, and the damaged file is set aside. What is missing then is named like any damaged entry.
import { renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Database from 'libsql'
import { explainSetAside, type SetAside, setAside } from '../set-aside.ts'
import { CorruptLog } from '../stored-body.ts'
import { isCorrupt } from './entry-reader.ts'
import { entryColumns, foundEntry, readFound } from './found-entry.ts'
import { headsOfEntries } from './heads.ts'
import { closeSqliteDatabase, openSqliteDatabase, pragma, type SqliteDatabase } from './sqlite-database.ts'

/** More damaged rows in a line than one page holds. */
const rowsLookedAt = 500

/**
 * The last entry of an open database, 0 where there is none that can be read. A number that is itself damaged, which may be
 * any, is not believed: the log would go on from there, and whoever counts up to it would never end.
 */
export const lastEntryOf = (database: SqliteDatabase): number => {
  try {
    const rows = database
      .prepare<unknown[]>(
        `SELECT ${entryColumns('entry')} FROM entry ORDER BY seq DESC LIMIT ${rowsLookedAt}`,
      )
      .raw()
      .all()
      .map((row) => foundEntry(Array.isArray(row) ? row : []))
    const whole = rows.findIndex((row) => readFound(row) !== 'bad-heading')
    const last = rows[whole]?.heading.seq ?? 0
    // Damaged ones that follow on it are entries all the same.
    const following = rows.slice(0, Math.max(0, whole)).filter(({ heading }) => heading.seq <= last + whole)
    return following[0]?.heading.seq ?? last
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof CorruptLog) return 0
    throw error
  }
}

export const pagesFit = (database: SqliteDatabase): boolean => {
  try {
    return pragma(database, 'quick_check') === 'ok'
  } catch (error) {
    if (isCorrupt(error)) return false
    throw error
  }
}

const columns = 'seq, at, key, before_seq, body, by, sum'
/** Copied by one statement where nothing is damaged. */
const rowsAtOnce = 500

/** What cannot be read is left out. */
const copyEntries = (database: SqliteDatabase, from: number, to: number): void => {
  try {
    database.exec(
      `INSERT OR IGNORE INTO fresh.entry (${columns})
       SELECT ${columns} FROM main.entry WHERE seq BETWEEN ${from} AND ${to}`,
    )
  } catch (error) {
    if (!isCorrupt(error)) throw error
    if (from === to) return
    const middle = Math.floor((from + to) / 2)
    copyEntries(database, from, middle)
    copyEntries(database, middle + 1, to)
  }
}

export interface RebuildParts {
  readonly file: string
  /** Open on it and locked; closed afterwards. */
  readonly database: SqliteDatabase
  /** The last entry that was acknowledged, as far as is known. */
  readonly acknowledged: number
  /** Epoch ms. */
  readonly now: number
}

/** Null where nothing can be read, and the file is left as it is. Throws where the disk has no room for a new one. */
export const rebuildLog = ({ file, database, acknowledged, now }: RebuildParts): SetAside | null => {
  const fresh = `${file}.new`
  const drop = (): void => {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${fresh}${part}`, { force: true })
  }
  drop()
  let copied = 0
  try {
    closeSqliteDatabase(openSqliteDatabase(fresh).database)
    database.exec(`ATTACH '${fresh.replaceAll("'", "''")}' AS fresh`)
    database.exec('DELETE FROM fresh.identity')
    database.exec('INSERT INTO fresh.identity SELECT log FROM main.identity')
    // The last entries may be among what cannot be read.
    const last = Math.max(lastEntryOf(database), acknowledged)
    for (let from = 1; from <= last; from += rowsAtOnce)
      copyEntries(database, from, Math.min(from + rowsAtOnce - 1, last))
    database.exec(headsOfEntries('fresh'))
    const [count] = database.prepare('SELECT count(*) FROM fresh.entry').raw().all()
    copied = Array.isArray(count) ? Number(count[0]) : 0
    database.exec('DETACH fresh')
  } catch (error) {
    closeSqliteDatabase(database)
    drop()
    if (isCorrupt(error)) return null
    throw error
  }
  closeSqliteDatabase(database)
  if (copied === 0) {
    drop()
    return null
  }
  const why = 'Pages of the log floor.db did not fit together; here it is as it was found.'
  const aside = setAside(dirname(file), { move: [basename(file), `${basename(file)}-wal`], why, now })
  renameSync(fresh, file)
  return explainSetAside(
    dirname(file),
    aside,
    `${why} A new one was made of the ${copied} entries that could be read. Those that are missing are named in the feed's log and by "floorboard doctor".`,
  )
}
