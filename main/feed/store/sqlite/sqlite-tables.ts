// The statements that read and write the tables of a log.
import type { EntryRow } from '../pending-group.ts'
import { CorruptLog, type EntryColumns } from '../stored-body.ts'
import { type BackgroundWrite, createBackgroundWriter } from './background-write.ts'
import type { SqliteDatabase } from './sqlite-database.ts'

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

/** Up to this many rows are written on the main thread: handing them to another takes as long as writing them. */
export const fewRows = 100
/** Once durable, this many are counted within ten milliseconds of the event loop. */
export const manyRows = 1500

/**
 * SQL: any number of rows up to `most`, in one statement, and so in one transaction with one call into the binding,
 * which costs as much as writing two rows. The first value says how many they are, the second which entry they follow.
 */
const insertUpTo = (most: number): string =>
  `INSERT INTO entry (seq, at, by, key, before_seq, body)
   SELECT * FROM (VALUES ${Array.from({ length: most }, (_, index) => `(?2 + ${index + 1}, ?, ?, ?, ?, ?)`)}) LIMIT ?1`

const valuesOf = (rows: readonly EntryRow[], after: number): readonly unknown[] => {
  const values: unknown[] = [rows.length, after]
  for (const { at, by, key, beforeSeq, body } of rows) values.push(at, by, key, beforeSeq, body)
  return values
}

/** No statement stays open between the pages of a scan, so a reader that stops early holds nothing back. */
const pageRows = 1000

const entryColumns = (found: readonly unknown[]): EntryColumns => ({
  seq: number(found[0]),
  at: number(found[1]),
  by: text(found[2]),
  key: text(found[3]),
  body: nullable(text, found[4]),
  beforeBody: nullable(text, found[5]),
})

/** Every query is read to its end: the binding's `get` leaves a statement open, and with it the lock on what it read. */
export const openTables = (database: SqliteDatabase) => {
  const prepare = (sql: string) => database.prepare<unknown[]>(sql).raw()
  const insertFew = database.prepare(insertUpTo(fewRows))
  const insertInBackground = createBackgroundWriter(database, insertUpTo(manyRows))
  const headOf = prepare(
    'SELECT head.key, entry.seq, entry.body FROM head JOIN entry ON entry.seq = head.seq WHERE head.key = ?',
  )
  const headsOf = prepare(
    `SELECT head.key, entry.seq, entry.body FROM json_each(?) AS wanted
     CROSS JOIN head ON head.key = wanted.value JOIN entry ON entry.seq = head.seq`,
  )
  const entryUnder = prepare(
    `SELECT entry.seq, entry.at, entry.by, entry.key, entry.body, NULL
     FROM head JOIN entry ON entry.seq = head.seq WHERE head.key = ?`,
  )
  const pageAfter = prepare(
    `SELECT entry.seq, entry.at, entry.by, entry.key, entry.body, earlier.body FROM entry
     LEFT JOIN entry AS earlier ON earlier.seq = entry.before_seq
     WHERE entry.seq > ? ORDER BY entry.seq LIMIT ${pageRows}`,
  )

  const single = (sql: string): unknown => row(prepare(sql).all()[0])[0]
  const lastSeq = (): number => number(single('SELECT coalesce(max(seq), 0) FROM entry'))

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
    /** Facts that stand: their keys begin with a bracket, and those of nothing else do. */
    factCount: number(single("SELECT count(*) FROM head WHERE key >= '[' AND key < '\\'")),

    /** What stands under these keys, in no order. */
    heads(keys: readonly string[]): readonly { key: string; seq: number; body: string }[] {
      const found = keys.length === 1 ? headOf.all(keys[0]) : headsOf.all(JSON.stringify(keys))
      return found.map(row).map((each) => ({ key: text(each[0]), seq: number(each[1]), body: text(each[2]) }))
    },
    /** The entry that stands under a key, without what was there before. */
    entryUnder(key: string): EntryColumns | null {
      const [found] = entryUnder.all(key)
      return found === undefined ? null : entryColumns(row(found))
    },
    /** At most {@link pageRows} of the entries after `seq`. */
    pageAfter: (seq: number): readonly EntryColumns[] =>
      pageAfter.all(seq).map((found) => entryColumns(row(found))),

    /** The entries after `after`, all or none: synced to disk before this returns. */
    write,
    /** The same on another thread, for up to {@link manyRows} entries; nothing else may be written before it has ended. */
    writeInBackground: (
      rows: readonly EntryRow[],
      after: number,
      end: (error: unknown) => void,
    ): BackgroundWrite =>
      insertInBackground(valuesOf(rows, after), {
        isWritten: () => lastSeq() > after,
        writeHere: () => write(rows, after),
        end,
      }),
  }
}

export type LogTables = ReturnType<typeof openTables>
