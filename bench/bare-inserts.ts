// A bare log: rows with the same text and one unique key, as durable as the feed's.
import { join } from 'node:path'
import Database from 'libsql'
import { newFolder, removeFolder } from './feed-process.ts'
import { rateOf } from './result.ts'

/** Rows per second. */
export const bareInserts = (lines: readonly string[], toATransaction: number): number => {
  const folder = newFolder()
  const database = new Database(join(folder, 'bare.db'))
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?)')
  const rate = rateOf(lines.length, () => {
    for (let from = 0; from < lines.length; from += toATransaction) {
      database.exec('BEGIN')
      const to = Math.min(from + toATransaction, lines.length)
      for (let i = from; i < to; i++) insert.run(i + 1, `dialer:${i}`, lines[i])
      database.exec('COMMIT')
    }
  })
  database.close()
  removeFolder(folder)
  return rate
}
