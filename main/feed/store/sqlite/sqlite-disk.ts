// The database of a log on a disk that may refuse: full, read-only, away. What can be read is served, from a copy where
// SQLite cannot read it in place, and writing goes on by itself once the disk takes it again.
import { accessSync, constants, existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { BadSetUp } from '../../bad-set-up.ts'
import type { DamageRegister } from '../damage.ts'
import { type SetAside, setAside } from '../set-aside.ts'
import { type DatabaseFiles, watchDatabaseFiles } from './database-files.ts'
import { type EntryReader, isCorrupt, openEntryReader } from './entry-reader.ts'
import { headsAreSound, remakeHeads } from './heads.ts'
import { dropWildEntries } from './last-entry.ts'
import { mendWal, readWalOf } from './mend-wal.ts'
import { copyForReading, type ReadingCopy } from './reading-copy.ts'
import { lastEntryOf, pagesFit, rebuildLog } from './rebuild-log.ts'
import {
  cannotBeUsed,
  closeSqliteDatabase,
  DamagedWal,
  EmptyDatabase,
  isOutage,
  type OpenedDatabase,
  openSqliteDatabase,
  pragma,
  prepareForWriting,
  refusalOf,
  type SqliteDatabase,
} from './sqlite-database.ts'
import { openTables } from './sqlite-tables.ts'
import type { Wal } from './wal-frames.ts'

export interface Connection {
  readonly database: SqliteDatabase
  readonly tables: ReturnType<typeof openTables>
  readonly reader: EntryReader
}

export interface SqliteDisk {
  /** Another one after a `retry` that succeeded. */
  current(): Connection
  /** A sentence on why nothing can be written now; null as far as is known it can. */
  refusal(): string | null
  /** The same where a write need not even be tried; after a disk that was full, only trying tells. Looks at the files. */
  barrier(all?: boolean): string | null
  /** How a write ended: null well. A sentence where it went into files that stand there no more. */
  noteWrite(error: unknown): string | null
  /** Tries to write where that was refused. Not while a write is under way. */
  retry(lastSeq: number): void
  /** What was set aside when it was opened. */
  readonly setAside: SetAside | null
  close(): void
}

export interface SqliteDiskParts {
  readonly file: string
  readonly damage: DamageRegister
  readonly onFactLost: () => void
  /** Whether an empty file is that of a new floor. */
  readonly mayBeNew: boolean
  /** The last entry that was acknowledged, as far as is known. */
  readonly acknowledged: number
  /** Epoch ms. */
  readonly now: () => number
}

/**
 * A sentence where the disk or its files may not be written at all. Asked before SQLite is: a connection to such a file
 * keeps a lock on it that would stand in the way later.
 */
const refusalToWrite = (file: string): string | null => {
  if (!existsSync(file)) return null
  try {
    accessSync(dirname(file), constants.W_OK)
    accessSync(file, constants.W_OK)
    return null
  } catch (error) {
    return `the log cannot be written: its disk is read-only (${error instanceof Error ? error.message : String(error)})`
  }
}

/** Above this size the whole-file check would cost the start more than half a second; it is checked in the background. */
const checkedBytes = 64 * 1024 * 1024

interface Standing {
  readonly database: SqliteDatabase
  readonly connection: Connection
  readonly copy: ReadingCopy | null
  readonly files: DatabaseFiles | null
}

/** Throws `BadSetUp`, `EmptyDatabase`, or what the disk said where nothing of the log can be read. */
export const openSqliteDisk = (parts: SqliteDiskParts): SqliteDisk => {
  const { file, damage, onFactLost, mayBeNew, acknowledged, now } = parts
  let aside: SetAside | null = null

  const openOn = (path: string, acknowledgedThere: number): OpenedDatabase => {
    const found: { readonly wal: Wal; readonly aside: SetAside }[] = []
    const walIsDamaged = (database: SqliteDatabase): boolean => {
      if (found.length > 0) return false
      const wal = readWalOf(path, Number(pragma(database, 'page_size')))
      if (wal === null) return false
      const isShort = lastEntryOf(database) < acknowledgedThere && wal.frames.length > wal.readFrames
      if (wal.soundFrames <= wal.readFrames && !isShort) return false
      const why = 'The write-ahead log floor.db-wal was damaged; here it is as it was found.'
      found.push({
        wal,
        aside: setAside(dirname(path), { copy: [`${basename(path)}-wal`], why, now: now() }),
      })
      return true
    }
    try {
      return openSqliteDatabase(path, { mayBeNew, walIsDamaged })
    } catch (error) {
      const [damaged] = found
      if (!(error instanceof DamagedWal) || damaged === undefined) throw error
      const mended = mendWal({ file: path, acknowledged: acknowledgedThere, ...damaged })
      if (path === file) aside = mended
      return openSqliteDatabase(path, { mayBeNew, walIsDamaged })
    }
  }

  const checkFile = `${file}.check`
  /** Pages that do not fit together were met: whatever the size of the file, the next start puts them in order. */
  const onTorn = (): void => {
    try {
      writeFileSync(
        checkFile,
        'Pages of floor.db do not fit together. The next start of the feed mends it.\n',
      )
    } catch {
      // A disk that refuses this is said to refuse; they are met again at the next start.
      checkIsAsked = true
    }
  }
  let checkIsAsked = existsSync(checkFile)
  const connect = (database: SqliteDatabase): Connection => ({
    database,
    tables: openTables(database),
    reader: openEntryReader({ database, damage, onFactLost, onTorn }),
  })

  let refused: string | null = null
  const open = (): Standing => {
    const closed = refusalToWrite(file)
    if (closed !== null) {
      refused = closed
      return openCopy(new Error(closed))
    }
    try {
      const { opened, connection } = openWhole()
      refused = opened.refusal
      return { database: opened.database, connection, copy: null, files: watchDatabaseFiles(file) }
    } catch (error) {
      if (!isOutage(error)) throw error
      refused = refusalOf(error)
      return openCopy(error)
    }
  }
  /** What a start reads in any case. */
  const connectAndLook = ({ database, refusal }: OpenedDatabase): Connection => {
    if (refusal === null) dropWildEntries(database)
    const connection = connect(database)
    connection.reader.lastSeq()
    connection.reader.floor()
    return connection
  }
  /** Null where the pages do not fit together. */
  const looked = (opened: OpenedDatabase): Connection | null => {
    const { database, refusal } = opened
    try {
      if (checkIsAsked || statSync(file).size <= checkedBytes) {
        if (!pagesFit(database)) return null
        if (refusal === null && !headsAreSound(database)) remakeHeads(database)
        if (refusal === null) rmSync(checkFile, { force: true })
      }
      return connectAndLook(opened)
    } catch (error) {
      if (isCorrupt(error)) return null
      throw error
    }
  }
  /** A file whose pages do not fit together is made anew of what can be read. */
  const openWhole = (): { readonly opened: OpenedDatabase; readonly connection: Connection } => {
    const opened = openOn(file, acknowledged)
    const connection = looked(opened)
    if (connection !== null) return { opened, connection }
    const torn = cannotBeUsed(file, new BadSetUp('its pages do not fit together'))
    if (opened.refusal !== null) {
      closeSqliteDatabase(opened.database)
      throw torn
    }
    const rebuilt = rebuildLog({ file, database: opened.database, acknowledged, now: now() })
    if (rebuilt === null) throw torn
    aside = rebuilt
    rmSync(checkFile, { force: true })
    const anew = openOn(file, acknowledged)
    return { opened: anew, connection: connectAndLook(anew) }
  }
  const openCopy = (why: unknown): Standing => {
    let copy: ReadingCopy
    try {
      copy = copyForReading(file)
    } catch {
      // What kept the log itself from being opened says more.
      throw cannotBeUsed(file, why)
    }
    try {
      const { database } = openOn(copy.file, 0)
      return { database, connection: connect(database), copy, files: null }
    } catch (error) {
      copy.remove()
      throw isOutage(error) ? cannotBeUsed(file, error) : error
    }
  }

  let standing = open()
  /** Once it is, a write is tried whatever became of the one before. */
  let prepared = refused === null
  /** A write went into files that were removed meanwhile: what stands in them is not what was acknowledged. */
  let lost: string | null = null

  const leave = ({ database, copy }: Standing): void => {
    closeSqliteDatabase(database)
    copy?.remove()
  }
  /** Null when it is still refused. */
  const reopened = (lastSeq: number): Standing | null => {
    const { identity } = standing.connection.tables
    refused = refusalToWrite(file)
    if (refused !== null) return null
    let opened: OpenedDatabase
    try {
      opened = openOn(file, 0)
    } catch (error) {
      if (error instanceof EmptyDatabase) refused = `the log cannot be written: ${file} is empty`
      else if (isOutage(error) || error instanceof BadSetUp) refused = refusalOf(error)
      else throw error
      return null
    }
    const { database, refusal } = opened
    if (refusal === null) dropWildEntries(database)
    const connection = connect(database)
    if (
      refusal === null &&
      connection.tables.identity === identity &&
      connection.reader.lastSeq() === lastSeq
    )
      return { database, connection, copy: null, files: watchDatabaseFiles(file) }
    refused = refusal ?? `the log cannot be written: ${file} is another log now; start the feed again`
    closeSqliteDatabase(database)
    return null
  }

  let gone: string | null = null
  const look = (which: 'database' | 'wal' | 'both'): string | null => {
    const found = standing.files?.gone(which) ?? null
    gone = lost ?? (found === null ? null : `the log cannot be written: ${found}`)
    return gone
  }

  return {
    current: () => standing.connection,
    refusal: () => gone ?? refused,
    barrier: (all = false) => look(all ? 'both' : 'database') ?? (prepared ? null : refused),
    noteWrite: (error) => {
      if (isCorrupt(error)) onTorn()
      if (error !== null) {
        refused = refusalOf(error)
        return null
      }
      refused = null
      lost = look('wal')
      return lost
    },
    retry: (lastSeq) => {
      if (refused === null) return
      if (standing.copy !== null) {
        const next = reopened(lastSeq)
        if (next === null) return
        leave(standing)
        standing = next
        refused = null
        prepared = true
        return
      }
      try {
        prepareForWriting(standing.database)
        refused = null
        prepared = true
      } catch (error) {
        if (!isOutage(error)) throw error
        refused = refusalOf(error)
      }
    },
    setAside: aside,
    close: () => leave(standing),
  }
}
