// Many floors of one node that write at once, with hints to the other nodes or silently, in a process of their own: each message
// asks for one round.

import type { Decide, Log } from '../main/feed/store/log.ts'
import { openDatabaseNode } from '../main/feed/store/postgres/database-node.ts'
import { openPostgresStore } from '../main/feed/store/postgres/open-postgres-store.ts'
import { decideFact } from '../shared/domain/facts/deal-history.ts'
import { writesOf } from './floor-of-fifty.ts'

/** Answered with appends a second of all floors together. Each floor sends its next fact once the last is durable. */
export interface HintsQuestion {
  readonly side: 'hinted' | 'silent'
  /** Of each floor. */
  readonly facts: number
}

const [url = '', floorCount = '0'] = process.argv.slice(2)
const decide: Decide = (before, write) => decideFact(before, write, [])

const most = 4000
const writes = writesOf(most)

const node = await openDatabaseNode({ url, nodeUrl: '', name: 'a bench', key: null })
const silent = { database: node.database, hint: () => undefined }
const openLogs = async (side: HintsQuestion['side']): Promise<readonly Log[]> => {
  const logs: Log[] = []
  for (let nth = 0; nth < Number(floorCount); nth++) {
    const [row] = await node.database.ask(
      { name: 'bench-floor', text: 'INSERT INTO floor (name) VALUES ($1::text) RETURNING floor' },
      [`${side}-${nth}.example`],
    )
    const lease = await node.claim(Number(row?.[0]))
    if (lease === null) throw new Error('the floor of a benchmark is another’s')
    logs.push((await openPostgresStore({ node: side === 'hinted' ? node : silent, lease, decide })).log)
  }
  return logs
}
const logs = { hinted: await openLogs('hinted'), silent: await openLogs('silent') }
/** The next fact that is new to the floors of a side. */
const next = { hinted: 0, silent: 0 }

const round = async ({ side, facts }: HintsQuestion): Promise<number> => {
  const from = next[side]
  next[side] += facts
  const start = performance.now()
  await Promise.all(
    logs[side].map(async (log) => {
      for (const write of writes.slice(from, from + facts)) await log.append([write])
    }),
  )
  return ((logs[side].length * facts) / (performance.now() - start)) * 1000
}

process.on('message', async (question: HintsQuestion) => {
  process.send?.(await round(question))
})
process.send?.('ready')
