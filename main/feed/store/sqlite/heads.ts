// The table of what stands under each key. It follows from the entries, so where it is damaged it is made anew; found
// it must be, since a fact whose key is not found there would be counted twice.
import { isHeadingWhole } from '../entry-sum.ts'
import { entryColumns, foundEntry } from './found-entry.ts'
import { rollBack, type SqliteDatabase } from './sqlite-database.ts'

const row = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export interface HeadsPage {
  readonly sound: boolean
  /** The last key, where the next page begins; null at the end. */
  readonly next: Buffer | null
}

/** Whether it is the entry that is damaged: then its own checksum says so. */
const entryIsDamaged = (database: SqliteDatabase, key: Buffer): boolean => {
  const [found] = database
    .prepare<unknown[]>(
      `SELECT ${entryColumns('entry')} FROM head JOIN entry ON entry.seq = head.seq WHERE head.key = CAST(? AS TEXT)`,
    )
    .raw()
    // In a list: the binding takes an object that stands alone for one of named values.
    .all([key])
  if (found === undefined) return false
  const { heading, sum } = foundEntry(row(found))
  return sum !== null && !isHeadingWhole(sum, heading)
}

/** `after`: the bytes of a key; null for the first page. Throws SQLite's error where pages do not fit together. */
export const checkHeads = (database: SqliteDatabase, after: Buffer | null, most: number): HeadsPage => {
  const rows = database
    .prepare<unknown[]>(
      `SELECT CAST(head.key AS BLOB), entry.key = head.key FROM head LEFT JOIN entry ON entry.seq = head.seq
       WHERE head.key > CAST(? AS TEXT) ORDER BY head.key LIMIT ?`,
    )
    .raw()
    .all(after ?? Buffer.alloc(0), most)
    .map(row)
  const sound = rows.every(
    ([key, alike]) => alike === 1 || (Buffer.isBuffer(key) && entryIsDamaged(database, key)),
  )
  const last = rows.at(-1)?.[0]
  return { sound, next: rows.length === most && Buffer.isBuffer(last) ? last : null }
}

/** All of them at once. */
export const headsAreSound = (database: SqliteDatabase): boolean => {
  const [wrong] = database
    .prepare(
      'SELECT count(*) FROM head LEFT JOIN entry ON entry.seq = head.seq WHERE entry.key IS NOT head.key',
    )
    .raw()
    .all()
  if (row(wrong)[0] === 0) return true
  for (let after: Buffer | null = null; ; ) {
    const { sound, next } = checkHeads(database, after, 5000)
    if (!sound) return false
    if (next === null) return true
    after = next
  }
}

/** SQL: the last entry under each key, where that is not a withdrawal. `schema`: that of the tables. */
export const headsOfEntries = (schema: string): string =>
  `INSERT INTO ${schema}.head SELECT key, seq FROM
     (SELECT key, max(seq) AS seq, body FROM ${schema}.entry GROUP BY key) WHERE body IS NOT NULL AND key IS NOT NULL`

export const remakeHeads = (database: SqliteDatabase): void => {
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec('DELETE FROM head')
    database.exec(headsOfEntries('main'))
    database.exec('COMMIT')
  } catch (error) {
    rollBack(database)
    throw error
  }
}
