// The log in a file, the log in PostgreSQL, or bare inserts of the same rows, in a process of their own: each message asks for
// one round.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Decide, Log } from '../main/feed/store/log.ts'
import { openPostgresStore } from '../main/feed/store/postgres/open-postgres-store.ts'
import { ownFloor } from '../main/feed/store/postgres/owned-floor.ts'
import { openSqliteStore } from '../main/feed/store/sqlite/open-sqlite-store.ts'
import { decideFact } from '../shared/domain/facts/deal-history.ts'
import { newFolder, removeFolder } from './feed-process.ts'
import { writesOf } from './floor-of-fifty.ts'

/** Answered with facts per second. `size`: facts that one caller sends at once. */
export interface DatabaseQuestion {
  readonly side: 'file' | 'database' | 'bare'
  readonly url: string
  readonly inFlight: number
  readonly size: number
  readonly facts: number
}

const most = 60_000
const writes = writesOf(most)
const decide: Decide = (before, write) => decideFact(before, write, [])

const rateOf = async (
  { inFlight, size, facts }: DatabaseQuestion,
  append: (from: number, to: number) => Promise<unknown>,
): Promise<number> => {
  let next = 0
  const start = performance.now()
  const writer = async (): Promise<void> => {
    while (next < facts) {
      const from = next
      next += size
      await append(from, Math.min(next, facts))
    }
  }
  await Promise.all(Array.from({ length: inFlight }, writer))
  return (facts / (performance.now() - start)) * 1000
}

const ofLog = async (question: DatabaseQuestion, log: Log): Promise<number> => {
  const rate = await rateOf(question, (from, to) => log.append(writes.slice(from, to)))
  await log.close()
  return rate
}

/** One statement a group, as plain as it can be: arrays as the driver writes them. */
const bare = async (question: DatabaseQuestion): Promise<number> => {
  const client = new pg.Client({ connectionString: question.url, options: '-c synchronous_commit=on' })
  await client.connect()
  const table = `bare_${randomUUID().replaceAll('-', '')}`
  await client.query(
    `CREATE TABLE ${table} (floor int, seq bigint, at bigint, key text COLLATE "C", body text, PRIMARY KEY (floor, seq))`,
  )
  const text = `INSERT INTO ${table} SELECT 1, $1::bigint + n, at, key, body FROM unnest($2::bigint[], $3::text[], $4::text[]) WITH ORDINALITY AS r(at, key, body, n)`
  const rate = await rateOf(question, (from, to) => {
    const group = writes.slice(from, to)
    return client.query({
      name: 'bare',
      text,
      values: [
        from,
        group.map(({ receivedAt }) => receivedAt),
        group.map(({ source, id }) => JSON.stringify([source, id])),
        group.map((write) => `{"fact":${write.text},"history":[],"receivedAt":${write.receivedAt}}`),
      ],
    })
  })
  await client.query(`DROP TABLE ${table}`)
  await client.end()
  return rate
}

const round = async (question: DatabaseQuestion): Promise<number> => {
  if (question.side === 'bare') return bare(question)
  if (question.side === 'database') {
    const { node, lease, close } = await ownFloor({
      url: question.url,
      name: `floor${randomUUID()}.example`,
      who: 'a bench',
    })
    const { log } = await openPostgresStore({ node, lease: { ...lease, close }, decide })
    return ofLog(question, log)
  }
  const folder = newFolder()
  const { log } = await openSqliteStore({ folder, decide })
  const rate = await ofLog(question, log)
  removeFolder(folder)
  return rate
}

process.on('message', async (question: DatabaseQuestion) => {
  process.send?.(await round(question))
})
