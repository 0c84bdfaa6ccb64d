// A database file beside the log, which holds what the feed can do without: it is made where it is missing, and replaced
// where it is damaged.
import { existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'libsql'
import type { KeptFolder } from '../kept-folder.ts'
import { watchedFile } from './row-watch.ts'
import { pragma, rollBack, type SqliteDatabase } from './sqlite-database.ts'

export interface SideFile {
  readonly file: string
  /** A newer one is refused. */
  readonly format: number
  /** Statements that make the tables which are missing. */
  readonly tables: string
  /** `FULL` outlives a power cut; `NORMAL` may lose the last seconds. */
  readonly synchronous: 'FULL' | 'NORMAL'
  /** Hears where a damaged file was put. */
  readonly onDamage: (aside: string) => void
  /** The folder in which it lies, where that is kept elsewhere. */
  readonly kept?: KeptFolder | undefined
}

/** What a store is given of it. */
export type SidePlace = Pick<SideFile, 'file' | 'onDamage' | 'kept'>

/** Called after each transaction of a database. */
const afterWrites = new WeakMap<SqliteDatabase, () => void>()

const open = ({ file, format, tables, synchronous, kept }: SideFile): SqliteDatabase => {
  const database = new Database(file)
  try {
    const found = Number(pragma(database, 'user_version'))
    if (found > format) throw new Error(`it has format ${found}, this version reads up to ${format}`)
    // A copy that is cut off is written anew: it needs no journal on the disk, which would take two more open files.
    const isCopy = kept?.isCopy === true
    database.exec(`PRAGMA journal_mode = ${isCopy ? 'MEMORY' : 'WAL'}`)
    database.exec(`PRAGMA synchronous = ${isCopy ? 'OFF' : synchronous}`)
    database.exec(tables)
    database.exec(`PRAGMA user_version = ${format}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const isDamaged = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code))

const openOrBegin = (parts: SideFile): SqliteDatabase => {
  const { file, onDamage } = parts
  try {
    return open(parts)
  } catch (error) {
    if (!isDamaged(error)) throw error
    const aside = `${file}.damaged`
    renameSync(file, aside)
    for (const rest of [`${file}-wal`, `${file}-shm`]) if (existsSync(rest)) rmSync(rest)
    onDamage(aside)
    return open(parts)
  }
}

/** Throws what SQLite throws where the file can be neither read nor made. */
export const openSideFile = (parts: SideFile): SqliteDatabase => {
  const database = openOrBegin(parts)
  // One in memory is kept nowhere.
  if (parts.kept?.isCopy === true && parts.file !== ':memory:')
    afterWrites.set(database, parts.kept.watch(parts.file, watchedFile(database)))
  return database
}

/** All of it or nothing. What SQLite refuses is thrown as `refused` makes it. */
export const writeSideFile = (
  database: SqliteDatabase,
  work: () => void,
  refused: (message: string, options: ErrorOptions) => Error,
): void => {
  // A floor that is lost closes while requests are in hand.
  if (!database.open) throw refused('it is closed', {})
  try {
    database.exec('BEGIN IMMEDIATE')
    work()
    database.exec('COMMIT')
    afterWrites.get(database)?.()
  } catch (error) {
    rollBack(database)
    if (!(error instanceof Database.SqliteError)) throw error
    throw refused(error.message, { cause: error })
  }
}
