// Where a log ends. The last row may have a number that is itself damaged: its checksum says so, and it does not follow on the
// row before it. It is not believed: the log would go on from anywhere.
import { entryColumns, foundEntry, readFound } from './found-entry.ts'
import { remakeHeads } from './heads.ts'
import type { SqliteDatabase } from './sqlite-database.ts'

interface LastEntry {
  /** 0 where there is none. */
  readonly seq: number
  /** Whether a row lies behind it whose number is not believed. */
  readonly hasWild: boolean
}

/** The binding's `get` leaves a statement open, and with it the lock on what it read. */
const lastTwo = `SELECT ${entryColumns('entry')} FROM entry ORDER BY seq DESC LIMIT 2`

export const lastEntry = (database: SqliteDatabase): LastEntry => {
  const [last, previous] = database
    .prepare<unknown[]>(lastTwo)
    .raw()
    .all()
    .map((row) => foundEntry(Array.isArray(row) ? row : []))
  if (last === undefined) return { seq: 0, hasWild: false }
  const { seq } = last.heading
  const before = previous?.heading.seq ?? 0
  const hasWild = readFound(last) === 'bad-heading' && seq !== before + 1
  return { seq: hasWild ? before : seq, hasWild }
}

/** Takes away what is not believed: the log, which goes on before it, would come upon its number one day. */
export const dropWildEntries = (database: SqliteDatabase): void => {
  let end = lastEntry(database)
  if (!end.hasWild) return
  for (; end.hasWild; end = lastEntry(database))
    database.prepare('DELETE FROM entry WHERE seq > ?').run(end.seq)
  remakeHeads(database)
}
