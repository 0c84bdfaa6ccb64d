// Opens the database file of a log, or says in one sentence why it cannot be used.
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'
import { BadSetUp } from '../../bad-set-up.ts'
import { makeFolder } from '../../make-folder.ts'
import { format, stepsFrom } from './migrations.ts'

export type SqliteDatabase = Database.Database

/** Above this size the whole-file check would cost the start more than half a second. */
const checkedBytes = 64 * 1024 * 1024

/**
 * Update the heads with each insert, and refuse a new entry under a key that exists: that makes a record happen once.
 * Temporary, so that a file never holds triggers of another version.
 */
const triggers = `
  CREATE TEMP TRIGGER head_arrives AFTER INSERT ON entry
  WHEN new.body IS NOT NULL AND new.before_seq IS NULL
  BEGIN INSERT INTO head VALUES (new.key, new.seq); END;
  CREATE TEMP TRIGGER head_moves AFTER INSERT ON entry
  WHEN new.body IS NOT NULL AND new.before_seq IS NOT NULL
  BEGIN UPDATE head SET seq = new.seq WHERE key = new.key; END;
  CREATE TEMP TRIGGER head_goes AFTER INSERT ON entry
  WHEN new.body IS NULL
  BEGIN DELETE FROM head WHERE key = new.key; END;
`

const pragma = (database: SqliteDatabase, name: string): unknown => {
  const [row] = database.prepare(`PRAGMA ${name}`).raw().all()
  return Array.isArray(row) ? row[0] : undefined
}

/**
 * The exclusive lock is the operating system's: a second feed on the same folder is refused, and a feed that
 * was killed leaves nothing behind that would keep the next one out.
 */
const prepareDatabase = (database: SqliteDatabase, bytes: number): void => {
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  // Before anything below writes to the file.
  const found = Number(pragma(database, 'user_version'))
  if (found > format) throw new BadSetUp(`it has format ${found}, this version reads up to ${format}`)
  // Small pages, for what a single fact costs to sync; and a WAL of 2 MB: a longer one reaches the tables in strokes
  // of twenty to fifty milliseconds, for which everything else has to wait.
  database.exec('PRAGMA page_size = 4096')
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA wal_autocheckpoint = 500')
  database.exec('PRAGMA synchronous = FULL')
  if (bytes > 0 && bytes <= checkedBytes && pragma(database, 'quick_check') !== 'ok')
    throw new BadSetUp('its pages do not fit together')
  // One transaction: a start that is cut off leaves the file in the format that it had.
  database.exec('BEGIN IMMEDIATE')
  for (const step of stepsFrom(found)) database.exec(step)
  database.exec(`PRAGMA user_version = ${format}`)
  database.exec('COMMIT')
  database.exec(triggers)
  // An acknowledged fact outlives a power cut only with FULL (2); a build that ignores the pragma must not serve.
  if (pragma(database, 'synchronous') !== 2 || pragma(database, 'journal_mode') !== 'wal')
    throw new BadSetUp('it cannot be written durably here')
}

const sentence = (file: string, error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = error instanceof Error ? error.message : String(error)
  if (code.startsWith('SQLITE_BUSY')) return `Another feed already runs on ${dirname(file)}.`
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT') || error instanceof BadSetUp)
    return `The log ${file} cannot be used: ${reason}. Nothing was changed; restore it from a backup or move it away.`
  return `The log ${file} cannot be opened: ${reason}.`
}

/** The lock is given up with the next read. */
const releases = ['locking_mode = NORMAL', 'user_version']

/**
 * The binding keeps a connection open until its last statement is collected, so the lock is given up before: the next
 * feed need not wait for that. What cannot be done, as on a full disk, the next start does.
 */
const letGo = (database: SqliteDatabase, pragmas: readonly string[]): void => {
  for (const each of pragmas) {
    try {
      pragma(database, each)
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error
    }
  }
  database.close()
}

export const openSqliteDatabase = (file: string): SqliteDatabase => {
  let database: SqliteDatabase | undefined
  try {
    makeFolder(dirname(file))
    const bytes = existsSync(file) ? statSync(file).size : 0
    database = new Database(file)
    prepareDatabase(database, bytes)
    return database
  } catch (error) {
    if (database?.inTransaction) database.exec('ROLLBACK')
    if (database) letGo(database, releases)
    throw new BadSetUp(sentence(file, error), { cause: error })
  }
}

/** Out of WAL mode a connection holds no lock between transactions. */
export const closeSqliteDatabase = (database: SqliteDatabase): void =>
  letGo(database, ['journal_mode = DELETE', ...releases])
