// The statements that read and write the tables of a log.

import { CorruptLog } from '../stored-body.ts'
import type { SqliteDatabase } from './sqlite-database.ts'
import { createWriteElsewhere, type WriteUnderWay } from './write-elsewhere.ts'

type Statement = ReturnType<typeof prepareRows>

/** What is written of an entry; the log's order gives it its number. */
export interface EntryRow {
  /** Epoch ms. */
  readonly at: number
  /** Null: an edit of the floor. */
  readonly key: string | null
  readonly beforeSeq: number | null
  /** Null: withdrawn. */
  readonly body: string | null
}

/** An entry as it is read again, with the body of the one that it replaced. */
export interface FoundEntry extends Omit<EntryRow, 'beforeSeq'> {
  readonly seq: number
  readonly beforeBody: string | null
}

/** Unambiguous for every pair of texts, and free of the NULs and lone surrogates that SQLite would change. */
export const keyOf = (source: string, id: string): string => JSON.stringify([source, id])

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new CorruptLog('an entry of the log has no text where it must')
  return value
}
const number = (value: unknown): number => {
  if (typeof value !== 'number') throw new CorruptLog('an entry of the log has no number where it must')
  return value
}
const nullable = <T>(read: (value: unknown) => T, value: unknown): T | null =>
  value === null || value === undefined ? null : read(value)

const row = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const prepareRows = (database: SqliteDatabase, sql: string) => database.prepare<unknown[]>(sql).raw()

/** Read to its end: the binding's `get` leaves a statement open, and with it the lock on what it read. */
const first = (statement: Statement, ...values: readonly unknown[]): readonly unknown[] =>
  row(statement.all(...values)[0])

/** So few rows are on disk by the time that another thread has heard of them. */
export const fewRows = 100
/** So many are counted, once they are on disk, within ten milliseconds of the event loop. */
export const manyRows = 1500

/**
 * SQL: any number of rows up to `most`, in one statement, and so in one transaction with one call into the binding,
 * which costs as much as writing two rows. The first value says how many they are, the second which entry they follow.
 */
const insertUpTo = (most: number): string =>
  `INSERT INTO entry (seq, at, key, before_seq, body)
   SELECT * FROM (VALUES ${Array.from({ length: most }, (_, index) => `(?2 + ${index + 1}, ?, ?, ?, ?)`)}) LIMIT ?1`

const valuesOf = (rows: readonly EntryRow[], after: number): readonly unknown[] => {
  const values: unknown[] = [rows.length, after]
  for (const { at, key, beforeSeq, body } of rows) values.push(at, key, beforeSeq, body)
  return values
}

/** Pages of a scan: no statement stays open between them, so a reader that stops early holds nothing back. */
const pageRows = 1000

export const openTables = (database: SqliteDatabase) => {
  const prepare = (sql: string) => prepareRows(database, sql)
  const insertFew = database.prepare(insertUpTo(fewRows))
  const insertElsewhere = createWriteElsewhere(database, insertUpTo(manyRows))
  const headsOf = prepare(
    `SELECT head.key, entry.seq, entry.body FROM json_each(?) AS wanted
     CROSS JOIN head ON head.key = wanted.value JOIN entry ON entry.seq = head.seq`,
  )
  const headOf = prepare(
    'SELECT entry.seq, entry.body FROM head JOIN entry ON entry.seq = head.seq WHERE head.key = ?',
  )
  const standing = prepare(
    `SELECT entry.seq, entry.body FROM entry CROSS JOIN head ON head.key = entry.key AND head.seq = entry.seq
     WHERE entry.seq > ? ORDER BY entry.seq LIMIT ${pageRows}`,
  )
  const since = prepare(
    `SELECT entry.seq, entry.at, entry.key, entry.body, earlier.body FROM entry
     LEFT JOIN entry AS earlier ON earlier.seq = entry.before_seq
     WHERE entry.seq > ? ORDER BY entry.seq LIMIT ${pageRows}`,
  )
  const lastFloor = prepare('SELECT seq, at, body FROM entry WHERE key IS NULL ORDER BY seq DESC LIMIT 1')

  const pages = function* (statement: Statement, after: number): Iterable<readonly unknown[]> {
    for (let last = after; ; ) {
      const found = statement.all(last).map(row)
      yield* found
      const end = found.at(-1)
      if (end === undefined || found.length < pageRows) return
      last = number(end[0])
    }
  }
  const single = (sql: string) => first(prepare(sql))[0]
  const lastSeq = () => number(single('SELECT coalesce(max(seq), 0) FROM entry'))

  const insert = (rows: readonly EntryRow[], after: number): void => {
    // Many are written here when the log is closed, and hardly ever else.
    const statement = rows.length <= fewRows ? insertFew : database.prepare(insertUpTo(manyRows))
    statement.run(valuesOf(rows, after))
  }
  const write = (rows: readonly EntryRow[], after: number): void => {
    if (rows.length <= manyRows) {
      insert(rows, after)
      return
    }
    database.exec('BEGIN IMMEDIATE')
    try {
      for (let from = 0; from < rows.length; from += manyRows)
        insert(rows.slice(from, from + manyRows), after + from)
      database.exec('COMMIT')
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  return {
    identity: text(single('SELECT log FROM identity')),
    lastSeq: lastSeq(),
    headCount: number(single('SELECT count(*) FROM head')),

    lastFloor(): { seq: number; at: number; body: string } | null {
      const found = first(lastFloor)
      return found.length === 0 ? null : { seq: number(found[0]), at: number(found[1]), body: text(found[2]) }
    },
    head(key: string): { seq: number; body: string } | null {
      const found = first(headOf, key)
      return found.length === 0 ? null : { seq: number(found[0]), body: text(found[1]) }
    },
    *heads(keys: readonly string[]): Iterable<{ key: string; seq: number; body: string }> {
      for (const found of headsOf.all(JSON.stringify(keys)).map(row))
        yield { key: text(found[0]), seq: number(found[1]), body: text(found[2]) }
    },
    *standing(): Iterable<string> {
      for (const found of pages(standing, 0)) yield text(found[1])
    },
    *since(seq: number): Iterable<FoundEntry> {
      for (const found of pages(since, seq))
        yield {
          seq: number(found[0]),
          at: number(found[1]),
          key: nullable(text, found[2]),
          body: nullable(text, found[3]),
          beforeBody: nullable(text, found[4]),
        }
    },

    /** The entries after `after`, all or none: synced to disk before this returns. */
    write,
    /** The same on another thread, for up to {@link manyRows} entries; nothing else may be written before it has ended. */
    writeElsewhere: (
      rows: readonly EntryRow[],
      after: number,
      end: (error: unknown) => void,
    ): WriteUnderWay =>
      insertElsewhere(valuesOf(rows, after), {
        isWritten: () => lastSeq() > after,
        writeHere: () => write(rows, after),
        end,
      }),
  }
}
