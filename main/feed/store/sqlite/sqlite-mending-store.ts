// Doubts about numbers, and what was mended, in the file `mending.db` beside the log.
import { z } from 'zod'
import { type MendingStore, MendingUnavailable, StoredDoubt, StoredFix } from '../mending-store.ts'
import { makePrivate } from './private-file.ts'
import { openSideFile, type SidePlace, writeSideFile } from './side-file.ts'
import { pragma } from './sqlite-database.ts'

const format = 1

type Table = 'doubt' | 'fix'

const tables = `
  CREATE TABLE IF NOT EXISTS doubt (id TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS fix (id TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
`

const Bodies = z.array(z.tuple([z.string()]))

/** One of a later version of this program is passed over. */
const parsedBy =
  <T>(schema: z.ZodType<T>) =>
  ([body]: [string]): T[] => {
    const { data } = schema.safeParse(JSON.parse(body))
    return data === undefined ? [] : [data]
  }

/** Throws what the disk or SQLite throws where the file can be neither read nor made. */
export const openSqliteMendingStore = ({ file, onDamage, kept }: SidePlace): MendingStore => {
  makePrivate(file)
  const database = openSideFile({ file, format, tables, synchronous: 'FULL', onDamage, kept })
  // What is erased is overwritten, and not left in a free page.
  pragma(database, 'secure_delete = ON')
  const everyOf = (table: Table) => database.prepare(`SELECT body FROM ${table} ORDER BY at DESC, id`).raw()
  const allDoubts = everyOf('doubt')
  const allFixes = everyOf('fix')
  /** How many rows it changed. */
  const write = (sql: string, ...values: unknown[]): number => {
    let changes = 0
    writeSideFile(
      database,
      () => {
        changes = database.prepare(sql).run(...values).changes
      },
      (message, options) => new MendingUnavailable(message, options),
    )
    return changes
  }
  const put = (table: Table, entry: { readonly id: string; readonly at: number }): void =>
    void write(
      `INSERT INTO ${table} VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
      ...[entry.id, Math.round(entry.at), JSON.stringify(entry)],
    )
  return {
    doubts: () => Bodies.parse(allDoubts.all()).flatMap(parsedBy(StoredDoubt)),
    putDoubt: (doubt) => put('doubt', doubt),
    removeDoubt: (id) => {
      const removed = write('DELETE FROM doubt WHERE id = ?', id)
      // The journal holds what stood before: it is emptied with what was erased.
      if (removed > 0) pragma(database, 'wal_checkpoint(TRUNCATE)')
      return removed > 0
    },
    fixes: () => Bodies.parse(allFixes.all()).flatMap(parsedBy(StoredFix)),
    putFix: (fix) => put('fix', fix),
    close: () => database.close(),
  }
}
