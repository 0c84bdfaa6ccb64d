// Opens the database file of a log, or says in one sentence why it cannot be used.
import { dirname } from 'node:path'
import Database from 'libsql'
import { BadSetUp } from '../../bad-set-up.ts'
import { makeFolder } from '../../make-folder.ts'
import { format, stepsFrom } from './migrations.ts'

export type SqliteDatabase = Database.Database

/** A database that can be read; and why nothing can be written into it, which is null where something can. */
export interface OpenedDatabase {
  readonly database: SqliteDatabase
  readonly refusal: string | null
}

/**
 * Update the heads with each insert, and refuse a new entry under a key that exists: that makes a record happen once.
 * Temporary, so that a file never holds triggers of another version.
 */
const triggers = `
  CREATE TEMP TRIGGER IF NOT EXISTS head_arrives AFTER INSERT ON entry
  WHEN new.body IS NOT NULL AND new.before_seq IS NULL
  BEGIN INSERT INTO head VALUES (new.key, new.seq); END;
  CREATE TEMP TRIGGER IF NOT EXISTS head_moves AFTER INSERT ON entry
  WHEN new.body IS NOT NULL AND new.before_seq IS NOT NULL
  BEGIN UPDATE head SET seq = new.seq WHERE key = new.key; END;
  CREATE TEMP TRIGGER IF NOT EXISTS head_goes AFTER INSERT ON entry
  WHEN new.body IS NULL
  BEGIN DELETE FROM head WHERE key = new.key; END;
`

export const pragma = (database: SqliteDatabase, name: string): unknown => {
  const [row] = database.prepare(`PRAGMA ${name}`).raw().all()
  return Array.isArray(row) ? row[0] : undefined
}

/** After an error. The binding ends the whole process where a closed database is asked whether it is in a transaction. */
export const rollBack = (database: SqliteDatabase): void => {
  if (database.open && database.inTransaction) database.exec('ROLLBACK')
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** What passes: a disk that is full, read-only or away. */
export const isOutage = (error: unknown): boolean =>
  /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN|PERM|NOLFS)/.test(codeOf(error))

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** SQLite's own words for these are for programmers. */
const outages: readonly (readonly [code: string, words: string])[] = [
  ['SQLITE_FULL', 'the disk is full'],
  ['SQLITE_READONLY', 'its disk or its file has become read-only'],
  ['SQLITE_IOERR', 'its disk fails, or has become read-only'],
]

export const refusalOf = (error: unknown): string => {
  const [, plain] = outages.find(([code]) => codeOf(error).startsWith(code)) ?? []
  return `the log cannot be written: ${plain === undefined ? words(error) : `${plain} (${words(error)})`}`
}

/** What is wrong with the file itself, whichever copy of it was read. */
export const fileFault = (error: unknown): string =>
  words(error instanceof BadSetUp && error.cause !== undefined ? error.cause : error)

/** The file is empty where it must not be: what stands beside it is all that is left of a log. */
export class EmptyDatabase extends Error {
  override readonly name = 'EmptyDatabase'
}

/** The write-ahead log has to be mended before it is used. */
export class DamagedWal extends Error {
  override readonly name = 'DamagedWal'
}

export interface OpenParts {
  /** Whether an empty file is that of a new floor. */
  readonly mayBeNew: boolean
  /** Asked once the file is locked and before it is used. True: its write-ahead log is damaged. */
  readonly walIsDamaged: (database: SqliteDatabase) => boolean
}

/** Whether this version knows the format; before anything is written. */
const formatOf = (database: SqliteDatabase): number => {
  const found = Number(pragma(database, 'user_version'))
  if (found > format) throw new BadSetUp(`it has format ${found}, this version reads up to ${format}`)
  return found
}

/** Throws where something can be read and nothing written; what it did by then does no harm. */
export const prepareForWriting = (database: SqliteDatabase): void => {
  const found = formatOf(database)
  // Small pages, for what a single fact costs to sync; and a WAL of 2 MB: a longer one reaches the tables in strokes
  // of twenty to fifty milliseconds, for which everything else has to wait.
  database.exec('PRAGMA page_size = 4096')
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA wal_autocheckpoint = 500')
  database.exec('PRAGMA synchronous = FULL')
  try {
    // One transaction: a start that is cut off leaves the file in the format that it had. It writes a page in any case,
    // and so finds out whether the disk takes one.
    database.exec('BEGIN IMMEDIATE')
    for (const step of stepsFrom(found)) database.exec(step)
    database.exec(`PRAGMA user_version = ${format}`)
    database.exec('COMMIT')
  } catch (error) {
    rollBack(database)
    throw error
  }
  database.exec(triggers)
  // An acknowledged fact outlives a power cut only with FULL (2); a build that ignores the pragma must not serve.
  if (pragma(database, 'synchronous') !== 2 || pragma(database, 'journal_mode') !== 'wal')
    throw new BadSetUp('it cannot be written durably here')
}

const sentence = (file: string, error: unknown): string => {
  const code = codeOf(error)
  const reason = words(error)
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

/** Null where not even that can be read. */
const forReading = (database: SqliteDatabase, error: unknown): OpenedDatabase | null => {
  try {
    // An earlier format has to climb first, which is writing.
    if (formatOf(database) !== format) return null
    database.prepare('SELECT count(*) FROM identity').raw().all()
    return { database, refusal: refusalOf(error) }
  } catch (another) {
    if (another instanceof Database.SqliteError) return null
    throw another
  }
}

/**
 * The exclusive lock is the operating system's: a second feed on the same folder is refused, and a feed that was killed
 * leaves nothing behind that would keep the next one out. Throws `BadSetUp`; SQLite's error where the disk refuses it.
 */
export const openSqliteDatabase = (
  file: string,
  { mayBeNew, walIsDamaged }: OpenParts = { mayBeNew: true, walIsDamaged: () => false },
): OpenedDatabase => {
  let database: SqliteDatabase | undefined
  try {
    makeFolder(dirname(file))
    database = new Database(file)
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    const found = formatOf(database)
    if (walIsDamaged(database)) throw new DamagedWal()
    if (found === 0 && !mayBeNew) throw new EmptyDatabase()
    prepareForWriting(database)
    return { database, refusal: null }
  } catch (error) {
    const outage = isOutage(error)
    const opened = outage && database ? forReading(database, error) : null
    if (opened) return opened
    // What a damaged write-ahead log holds before the damage goes into the file, where it belongs in any case.
    if (database)
      letGo(database, error instanceof DamagedWal ? ['journal_mode = DELETE', ...releases] : releases)
    if (outage || error instanceof DamagedWal || error instanceof EmptyDatabase) throw error
    throw cannotBeUsed(file, error)
  }
}

/** In one sentence. */
export const cannotBeUsed = (file: string, error: unknown): BadSetUp =>
  new BadSetUp(sentence(file, error), { cause: error })

/** Out of WAL mode a connection holds no lock between transactions. */
export const closeSqliteDatabase = (database: SqliteDatabase): void =>
  letGo(database, ['journal_mode = DELETE', ...releases])
