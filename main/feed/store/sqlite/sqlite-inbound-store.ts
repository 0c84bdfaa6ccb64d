// What other programs sent, in the file `inbound.db` beside the log.
import { z } from 'zod'
import {
  type InboundHead,
  type InboundStore,
  InboundStoreUnavailable,
  keptDeliveries,
  type StoredInbound,
} from '../inbound-store.ts'
import { openSideFile, type SidePlace, writeSideFile } from './side-file.ts'
import type { SqliteDatabase } from './sqlite-database.ts'

const format = 1

const tables = `
  CREATE TABLE IF NOT EXISTS delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL,
    body BLOB NOT NULL, state TEXT NOT NULL, outcome TEXT
  );
  CREATE INDEX IF NOT EXISTS delivery_waiting ON delivery (id) WHERE state = 'waiting';
  CREATE INDEX IF NOT EXISTS delivery_source ON delivery (source, id);
`

const Row = z
  .object({
    id: z.number(),
    source: z.string(),
    at: z.number(),
    type: z.string(),
    body: z.instanceof(Uint8Array),
  })
  .transform((row): StoredInbound => ({ ...row, body: Buffer.from(row.body) }))

const Head = z.object({
  id: z.number(),
  at: z.number(),
  bytes: z.number(),
  state: z.enum(['waiting', 'taken', 'partly', 'refused']),
  outcome: z.string().nullable(),
})

/** Throws what SQLite throws where the file can be neither read nor made. */
export const openSqliteInboundStore = ({ file, onDamage, kept }: SidePlace): InboundStore => {
  // Whoever sent it was told that it is here.
  const opened = openSideFile({ file, format, tables, synchronous: 'FULL', onDamage, kept })
  let isOpen = true
  /** The binding ends the process where a closed database is asked for anything. */
  const use = (): SqliteDatabase => {
    if (!isOpen) throw new InboundStoreUnavailable('it is closed')
    return opened
  }
  const write = (work: () => void): void =>
    writeSideFile(use(), work, (message, options) => new InboundStoreUnavailable(message, options))
  const one = (sql: string, ...values: readonly unknown[]): StoredInbound | null => {
    const found = use()
      .prepare(`SELECT id, source, at, type, body FROM delivery ${sql}`)
      .get(...values)
    return found === undefined ? null : Row.parse(found)
  }

  const numberOf = (sql: string, source: string): number | null =>
    z.tuple([z.number().nullable()]).parse(use().prepare(sql).raw().get(source))[0]

  return {
    keep: ({ source, at, type, body }) =>
      write(() => {
        use()
          .prepare("INSERT INTO delivery (source, at, type, body, state) VALUES (?, ?, ?, ?, 'waiting')")
          .run(source, at, type, body)
      }),
    nextWaiting: () => one("WHERE state = 'waiting' ORDER BY id LIMIT 1"),
    lastAt: (source) => numberOf('SELECT max(at) FROM delivery WHERE source = ?', source),
    waiting: (source) =>
      numberOf("SELECT count(*) FROM delivery WHERE state = 'waiting' AND source = ?", source) ?? 0,
    settle: ({ id, source }, state, outcome) =>
      write(() => {
        use().prepare('UPDATE delivery SET state = ?, outcome = ? WHERE id = ?').run(state, outcome, id)
        use()
          .prepare(
            `DELETE FROM delivery WHERE source = ? AND state <> 'waiting' AND id <= (
               SELECT id FROM delivery WHERE source = ? AND state <> 'waiting' ORDER BY id DESC LIMIT 1 OFFSET ?
             )`,
          )
          .run(source, source, keptDeliveries)
      }),
    againFrom: (source, id) => {
      let changes = 0
      write(() => {
        changes = use()
          .prepare("UPDATE delivery SET state = 'waiting', outcome = NULL WHERE source = ? AND id >= ?")
          .run(source, id).changes
      })
      return changes
    },
    heads: (source) =>
      z
        .array(Head)
        .parse(
          use()
            .prepare(
              'SELECT id, at, length(body) AS bytes, state, outcome FROM delivery WHERE source = ? ORDER BY id DESC LIMIT ?',
            )
            .all(source, keptDeliveries),
        ) satisfies readonly InboundHead[],
    find: (source, id) => one('WHERE source = ? AND id = ?', source, id),
    close: () => {
      if (!isOpen) return
      isOpen = false
      opened.close()
    },
  }
}
