// The log of a database as it is moved to a data folder, or comes from one. Whoever moves it owns the floor meanwhile.
import { BadSetUp } from '../../bad-set-up.ts'
import type { LogSource, LogTarget, NumberedRow } from '../log-copy.ts'
import { type OwnedFloor, ownFloor } from './owned-floor.ts'
import type { Row, Session, Statement } from './postgres-database.ts'
import { joined } from './statements.ts'

const pageRows = 1000

const page: Statement = {
  name: 'copy-page',
  text: `SELECT seq, at, by, key, before_seq, body FROM entry
    WHERE floor = $1::int AND seq > $2::bigint ORDER BY seq LIMIT ${pageRows}`,
}
/** $1 floor, then seq, at, by, key, before_seq, body, as texts that are joined; `-` for null. */
const insert: Statement = {
  name: 'copy-insert',
  text: `INSERT INTO entry (floor, seq, at, by, key, before_seq, body)
    SELECT $1::int, r.seq::bigint, r.at::bigint, r.by, r.key, r.before_seq::bigint, r.body
    FROM unnest(${[2, 3, 4, 5, 6, 7].map((n) => `string_to_array($${n}::text, E'\\x1e', '-')`).join(', ')})
      AS r(seq, at, by, key, before_seq, body)`,
}
const heads: Statement = {
  name: 'copy-heads',
  text: `INSERT INTO head (floor, key, seq) SELECT floor, key, seq FROM (
      SELECT DISTINCT ON (key) floor, key, seq, body FROM entry WHERE floor = $1::int ORDER BY key, seq DESC
    ) e WHERE body IS NOT NULL`,
}
/** Keys of facts begin with a bracket, and those of nothing else do. $1 floor, $2 epoch, $3 identity. */
const finish: Statement = {
  name: 'copy-finish',
  text: `UPDATE floor SET identity = $3::text,
      seq = (SELECT coalesce(max(seq), 0) FROM entry WHERE floor = $1::int),
      facts = (SELECT count(*) FROM head WHERE floor = $1::int AND key >= '[' AND key < '\\')
    WHERE floor = $1::int AND epoch = $2::bigint AND seq = 0 RETURNING seq`,
}
const empty: readonly Statement[] = [
  { name: 'copy-drop-entries', text: 'DELETE FROM entry WHERE floor = $1::int' },
  { name: 'copy-drop-heads', text: 'DELETE FROM head WHERE floor = $1::int' },
  { name: 'copy-drop-snapshot', text: 'DELETE FROM snapshot WHERE floor = $1::int' },
  { name: 'copy-reset', text: 'UPDATE floor SET seq = 0, facts = 0 WHERE floor = $1::int' },
]
/** $1 floor, $2 its name from now on. */
const rename: Statement = {
  name: 'copy-rename',
  text: 'UPDATE floor SET name = $2::text WHERE floor = $1::int',
}

const open = (url: string): Promise<OwnedFloor> => ownFloor({ url, name: 'floor', who: 'a move' })

const numberedRow = ([seq, at, by, key, before, body = null]: Row): NumberedRow => ({
  seq: Number(seq),
  at: Number(at),
  by: by ?? '',
  key: key ?? '',
  beforeSeq: before == null ? null : Number(before),
  body,
})

interface PostgresSource extends LogSource {
  /** The log was moved: no feed takes it for the one that goes on. Returns what the floor is called there now. */
  retire(now: Date): Promise<string>
}

/** Throws `BadSetUp` where the database cannot be used, holds no log, or a feed runs on it. */
export const openPostgresSource = async (url: string): Promise<PostgresSource> => {
  const { node, lease, close } = await open(url)
  const { database } = node
  const { floor } = lease
  const { identity, seq: end } = lease.claimed
  if (end === 0) {
    await close()
    throw new BadSetUp(`There is no log in ${database.address.shown}.`)
  }
  return {
    identity,
    async *rows() {
      for (let last = 0; last < end; ) {
        const rows = (await database.ask(page, [floor, last])).map(numberedRow)
        if (rows.length === 0) return
        last = rows.at(-1)?.seq ?? end
        yield rows
      }
    },
    retire: async (now) => {
      const name = `moved ${now.toISOString()}`
      await database.ask(rename, [floor, name])
      return name
    },
    close,
  }
}

/** A log that came there and is not what it should be. */
export const dropPostgresLog = async (url: string): Promise<void> => {
  const { node, lease, close } = await open(url)
  try {
    for (const statement of empty) await node.database.ask(statement, [lease.floor])
  } finally {
    await close()
  }
}

/** Throws `BadSetUp` where the database cannot be used, has a log, or a feed runs on it. */
export const openPostgresTarget = async (url: string): Promise<LogTarget> => {
  const { node, lease, close } = await open(url)
  const { database } = node
  const { floor } = lease
  const { shown } = database.address
  if (lease.claimed.seq > 0) {
    await close()
    throw new BadSetUp(`There is a log in ${shown} already: give another database.`)
  }
  // One transaction: a move that is cut off leaves nothing.
  const session: Session = await database.session(true)
  await session.run('BEGIN')
  return {
    take: async (rows) => {
      if (rows.length === 0) return
      await session.ask(insert, [
        floor,
        joined(rows.map(({ seq }) => `${seq}`)),
        joined(rows.map(({ at }) => `${at}`)),
        joined(rows.map(({ by }) => by)),
        joined(rows.map(({ key }) => key)),
        joined(rows.map(({ beforeSeq }) => (beforeSeq === null ? null : `${beforeSeq}`))),
        joined(rows.map(({ body }) => body)),
      ])
    },
    finish: async (identity) => {
      await session.ask(heads, [floor])
      const done = await session.ask(finish, [floor, lease.epoch(), identity])
      if (done.length === 0)
        throw new BadSetUp(`Another feed began to write into ${shown}: nothing was moved.`)
      await session.run('COMMIT')
    },
    undo: () => session.run('ROLLBACK'),
    close: async () => {
      await session.close()
      await close()
    },
  }
}
