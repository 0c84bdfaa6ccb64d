// The statements that read and write the tables of a log.
import { type CommitUnderWay, commitElsewhere, rollBack } from './commit-elsewhere.ts'
import type { SqliteDatabase } from './sqlite-database.ts'
import { CorruptLog } from './stored-body.ts'

type Statement = ReturnType<typeof prepareRows>

export interface EntryRow {
  readonly seq: number
  /** Epoch ms. */
  readonly at: number
  /** Null: an edit of the floor. */
  readonly key: string | null
  readonly beforeSeq: number | null
  /** Null: withdrawn. */
  readonly body: string | null
}

const isWithdrawal = ({ body }: EntryRow): boolean => body === null

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

/** Rows of one INSERT: each call into the binding costs as much as writing two rows. */
const strides = [64, 16, 4, 1]

/** Each value that is bound costs as much as a tenth of writing its row. */
const createInsert = <Row>(
  database: SqliteDatabase,
  columns: readonly string[],
  valuesOf: (row: Row) => readonly unknown[],
) => {
  const values = `(${columns.map(() => '?').join(',')})`
  const statements = strides.map((count) => ({
    count,
    statement: database.prepare(
      `INSERT INTO entry (${columns.join(',')}) VALUES ${Array(count).fill(values).join(',')}`,
    ),
  }))
  return (rows: readonly Row[]): void => {
    let at = 0
    for (const { count, statement } of statements)
      for (; at + count <= rows.length; at += count)
        statement.run(rows.slice(at, at + count).flatMap(valuesOf))
  }
}

/**
 * SQL: what stands, once the entries after this one are written. Done twice, it is as if it were done once.
 * @param seq - an entry's number, or a placeholder for it
 */
const headsMovedAfter = (seq: string): string =>
  `INSERT INTO head SELECT key, seq FROM entry WHERE seq > ${seq} AND key IS NOT NULL
   ON CONFLICT (key) DO UPDATE SET seq = excluded.seq`
const headsDroppedAfter = (seq: string): string =>
  `DELETE FROM head WHERE (key, seq) IN
   (SELECT key, seq FROM entry WHERE seq > ${seq} AND key IS NOT NULL AND body IS NULL)`

/** Pages of a scan: no statement stays open between them, so a reader that stops early holds nothing back. */
const pageRows = 1000

export const openTables = (database: SqliteDatabase) => {
  const prepare = (sql: string) => prepareRows(database, sql)
  const insert = createInsert<EntryRow>(
    database,
    ['seq', 'at', 'key', 'before_seq', 'body'],
    ({ seq, at, key, beforeSeq, body }) => [seq, at, key, beforeSeq, body],
  )
  /** Entries that replace nothing: the table itself gives them the number after the last one. */
  const insertNew = createInsert<EntryRow>(database, ['at', 'key', 'body'], ({ at, key, body }) => [
    at,
    key,
    body,
  ])
  const moveHeads = database.prepare(headsMovedAfter('?'))
  const dropHeads = database.prepare(headsDroppedAfter('?'))
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
  const begin = database.prepare('BEGIN IMMEDIATE')
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
    *since(seq: number): Iterable<Omit<EntryRow, 'beforeSeq'> & { beforeBody: string | null }> {
      for (const found of pages(since, seq))
        yield {
          seq: number(found[0]),
          at: number(found[1]),
          key: nullable(text, found[2]),
          body: nullable(text, found[3]),
          beforeBody: nullable(text, found[4]),
        }
    },

    /** Opens a transaction and writes entries into it; nothing of it stands before it is committed. */
    write(rows: readonly EntryRow[]): void {
      begin.run()
      try {
        if (rows.every(({ beforeSeq }) => beforeSeq === null)) insertNew(rows)
        else insert(rows)
      } catch (error) {
        rollBack(database)
        throw error
      }
    },
    /** What stands follows `rows`, the entries after `after`. All or nothing: synced to disk before this returns. */
    commit(rows: readonly EntryRow[], after: number): void {
      try {
        moveHeads.run(after)
        if (rows.some(isWithdrawal)) dropHeads.run(after)
        database.exec('COMMIT')
      } catch (error) {
        rollBack(database)
        throw error
      }
    },
    /** The same on another thread; this one must leave the tables alone until it has ended. */
    commitElsewhere(rows: readonly EntryRow[], after: number, end: (error: unknown) => void): CommitUnderWay {
      const moved = [
        headsMovedAfter(`${after}`),
        ...(rows.some(isWithdrawal) ? [headsDroppedAfter(`${after}`)] : []),
      ]
      return commitElsewhere(database, [...moved, 'COMMIT'].join(';'), () => lastSeq() > after, end)
    },
  }
}
