// The statements that write the tables of a log, and what is asked of them at the start.
import { createHash } from 'node:crypto'
import { entrySum } from '../entry-sum.ts'
import type { EntryRow } from '../pending-group.ts'
import { type BackgroundWrite, fewRows, manyRows } from '../table-log.ts'
import { createBackgroundWriter } from './background-write.ts'
import { rollBack, type SqliteDatabase } from './sqlite-database.ts'

const row = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/**
 * SQL: any number of rows up to `most`, in one statement, and so in one transaction with one call into the binding,
 * which costs as much as writing two rows. The first value says how many they are, the second which entry they follow.
 */
const insertUpTo = (most: number): string =>
  `INSERT INTO entry (seq, at, by, key, before_seq, body, sum)
   SELECT * FROM (VALUES ${Array.from({ length: most }, (_, index) => `(?2 + ${index + 1}, ?, ?, ?, ?, ?, ?)`)}) LIMIT ?1`

const valuesOf = (rows: readonly EntryRow[], after: number): readonly unknown[] => {
  const values: unknown[] = [rows.length, after]
  let seq = after
  for (const { at, by, key, beforeSeq, body } of rows) {
    seq += 1
    values.push(at, by, key, beforeSeq, body, entrySum({ seq, at, by, key, beforeSeq }, body))
  }
  return values
}

export const openTables = (database: SqliteDatabase) => {
  const prepare = (sql: string) => database.prepare<unknown[]>(sql).raw()
  const insertFew = database.prepare(insertUpTo(fewRows))
  const background = createBackgroundWriter(database, insertUpTo(manyRows))
  const entryAt = prepare('SELECT 1 FROM entry WHERE seq = ?')
  const seal = database.prepare(
    `UPDATE entry SET sum = json_extract(value, '$.sum') FROM json_each(?)
     WHERE seq = json_extract(value, '$.seq') AND sum IS NULL`,
  )
  const single = (sql: string): unknown => row(prepare(sql).all()[0])[0]

  /** A damaged one is another one: what was kept beside the log for its own is then not taken for that of this. */
  const identity = (): string => {
    const found = single('SELECT CAST(log AS BLOB) FROM identity')
    const bytes = Buffer.isBuffer(found) ? found : Buffer.alloc(0)
    const text = bytes.toString('latin1')
    return /^[0-9a-f]{32}$/.test(text) ? text : createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  }

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
      rollBack(database)
      throw error
    }
  }

  return {
    identity: identity(),
    /** Facts that stand: their keys begin with a bracket, and those of nothing else do. */
    factCount: Number(single("SELECT count(*) FROM head WHERE key >= '[' AND key < '\\'")),

    /** The entries after `after`, all or none: synced to disk before this returns. */
    write,
    /** The same on another thread, for up to {@link manyRows} entries; nothing else may be written before it has ended. */
    writeInBackground: (
      rows: readonly EntryRow[],
      after: number,
      end: (error: unknown) => void,
    ): BackgroundWrite =>
      background.write(valuesOf(rows, after), {
        isWritten: () => entryAt.all(after + 1).length > 0,
        writeHere: () => write(rows, after),
        end,
      }),
    /** Resolves when that thread has let go of the connection. */
    backgroundEnded: background.ended,
    /** Gives entries that are older than checksums theirs. */
    seal: (sums: readonly { readonly seq: number; readonly sum: number }[]): void => {
      seal.run([JSON.stringify(sums)])
    },
  }
}
