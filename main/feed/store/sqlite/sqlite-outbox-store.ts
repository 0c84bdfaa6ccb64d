// What is known of messages out, in the file `outbox.db` beside the log.
import { z } from 'zod'
import {
  type DeliveryChange,
  type OutboxStore,
  OutboxStoreUnavailable,
  type StoredDelivery,
  type StoredWord,
} from '../outbox-store.ts'
import { openSideFile, type SidePlace, writeSideFile } from './side-file.ts'
import type { SqliteDatabase } from './sqlite-database.ts'

const format = 1

const tables = `
  CREATE TABLE IF NOT EXISTS place (only INTEGER PRIMARY KEY CHECK (only = 1), seq INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS delivery (
    id TEXT PRIMARY KEY, key TEXT NOT NULL, celebration TEXT NOT NULL, what TEXT NOT NULL, body TEXT NOT NULL,
    state TEXT NOT NULL, tries INTEGER NOT NULL, last_error TEXT, at INTEGER NOT NULL, next_at INTEGER,
    expires_at INTEGER NOT NULL, vendor TEXT, maybe_sent INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS delivery_due ON delivery (next_at) WHERE state = 'waiting';
  CREATE INDEX IF NOT EXISTS delivery_at ON delivery (at);
  CREATE INDEX IF NOT EXISTS delivery_key ON delivery (key);
  CREATE INDEX IF NOT EXISTS delivery_celebration ON delivery (celebration);
  CREATE TABLE IF NOT EXISTS word (
    celebration TEXT NOT NULL, leader TEXT NOT NULL, first_at INTEGER NOT NULL, at INTEGER NOT NULL,
    nth INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (celebration, leader)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS stopped (email TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
`

const DeliveryRow = z
  .object({
    id: z.string(),
    key: z.string(),
    celebration: z.string(),
    what: z.string(),
    body: z.string(),
    state: z.enum(['waiting', 'sent', 'dead', 'expired']),
    tries: z.number(),
    last_error: z.string().nullable(),
    at: z.number(),
    next_at: z.number().nullable(),
    expires_at: z.number(),
    vendor: z.string().nullable(),
    maybe_sent: z.number(),
  })
  .transform(
    ({
      last_error: lastError,
      next_at: nextAt,
      expires_at: expiresAt,
      maybe_sent,
      ...row
    }): StoredDelivery => ({
      ...row,
      lastError,
      nextAt,
      expiresAt,
      maybeSent: maybe_sent === 1,
    }),
  )

const WordRow = z
  .object({
    celebration: z.string(),
    leader: z.string(),
    first_at: z.number(),
    at: z.number(),
    nth: z.number(),
    body: z.string(),
  })
  .transform(({ first_at: firstAt, ...row }): StoredWord => ({ ...row, firstAt }))

const Place = z.tuple([z.number()])

const columns: readonly (readonly [keyof DeliveryChange, string])[] = [
  ['state', 'state'],
  ['tries', 'tries'],
  ['lastError', 'last_error'],
  ['nextAt', 'next_at'],
  ['expiresAt', 'expires_at'],
  ['vendor', 'vendor'],
  ['maybeSent', 'maybe_sent'],
]

/** What is to be sent, and what was, is in the log too: a damaged file is put aside. */
type SqliteOutboxStoreParts = SidePlace

/** Throws what SQLite throws where the file can be neither read nor made. */
export const openSqliteOutboxStore = ({ file, onDamage, kept }: SqliteOutboxStoreParts): OutboxStore => {
  // What was sent is sent again when it is forgotten; and who wants no more mail has said so once.
  const opened = openSideFile({ file, format, tables, synchronous: 'FULL', onDamage, kept })
  let isOpen = true
  /** The binding ends the process where a closed database is asked for anything. */
  const use = (): SqliteDatabase => {
    if (!isOpen) throw new OutboxStoreUnavailable('it is closed')
    return opened
  }
  const deliveries = (sql: string, ...values: unknown[]): StoredDelivery[] =>
    z.array(DeliveryRow).parse(use().prepare(`SELECT * FROM delivery ${sql}`).all(values))
  const putDelivery = opened.prepare(
    'INSERT OR IGNORE INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const putWord = opened.prepare('INSERT OR REPLACE INTO word VALUES (?, ?, ?, ?, ?, ?)')
  const putPlace = opened.prepare(
    'INSERT INTO place VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET seq = max(seq, excluded.seq)',
  )

  const write = (work: () => void): void =>
    writeSideFile(use(), work, (message, options) => new OutboxStoreUnavailable(message, options))

  return {
    seq: () => {
      const found = use().prepare('SELECT seq FROM place').raw().get()
      return found === undefined ? 0 : Place.parse(found)[0]
    },
    take: (taken) =>
      write(() => {
        for (const each of taken.deliveries ?? [])
          putDelivery.run(
            ...[each.id, each.key, each.celebration, each.what, each.body, each.state, each.tries],
            ...[each.lastError, each.at, each.nextAt, each.expiresAt, each.vendor, each.maybeSent ? 1 : 0],
          )
        for (const { celebration, leader, firstAt, at, nth, body } of taken.words ?? [])
          putWord.run(celebration, leader, firstAt, at, nth, body)
        putPlace.run(taken.seq)
      }),
    change: (id, change) => {
      const parts = columns.flatMap(([name, column]) => {
        const value = change[name]
        return value === undefined
          ? []
          : [[column, typeof value === 'boolean' ? Number(value) : value] as const]
      })
      if (parts.length === 0) return
      const set = parts.map(([column]) => `${column} = ?`).join(', ')
      const values = parts.map(([, value]) => value)
      write(
        () =>
          void use()
            .prepare(`UPDATE delivery SET ${set} WHERE id = ?`)
            .run(...values, id),
      )
    },
    delivery: (key) => deliveries('WHERE key = ?', key)[0] ?? null,
    ofCelebration: (celebration) => deliveries('WHERE celebration = ? ORDER BY at, id', celebration),
    due: (now, most) =>
      deliveries(`WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, id LIMIT ?`, now, most),
    latest: (most, except = '') =>
      deliveries('WHERE what <> ? ORDER BY at DESC, id DESC LIMIT ?', except, most),
    since: (at, except = '') => deliveries('WHERE at >= ? AND what <> ? ORDER BY at, id', at, except),
    words: () => z.array(WordRow).parse(use().prepare('SELECT * FROM word ORDER BY at').all()),
    stoppedAt: (email) => {
      const found = use().prepare('SELECT at FROM stopped WHERE email = ?').raw().get(email)
      return found === undefined ? null : Place.parse(found)[0]
    },
    noteStopped: (email, at) =>
      write(() => {
        if (at === null) use().prepare('DELETE FROM stopped WHERE email = ?').run(email)
        else use().prepare('INSERT OR REPLACE INTO stopped VALUES (?, ?)').run(email, at)
      }),
    forgetBefore: (at, what) =>
      write(() => {
        if (what !== undefined) {
          use().prepare(`DELETE FROM delivery WHERE at < ? AND state <> 'waiting' AND what = ?`).run(at, what)
          return
        }
        use().prepare(`DELETE FROM delivery WHERE at < ? AND state <> 'waiting'`).run(at)
        use().prepare('DELETE FROM word WHERE at < ?').run(at)
      }),
    close: () => {
      isOpen = false
      opened.close()
    },
  }
}
