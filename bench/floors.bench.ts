// Many small floors on one node: what each takes of its memory, as nobody asks for it and once somebody did.
// FLOORBOARD_FLOORS says how many.
import { randomBytes } from 'node:crypto'
import { createFloor, listFloors } from '../main/feed/store/postgres/floors.ts'
import { createPostgresDatabase } from '../main/feed/store/postgres/postgres-database.ts'
import { prepareDatabase } from '../main/feed/store/postgres/prepare-database.ts'
import { noLimits } from '../shared/wire/floor-limits.ts'
import { startPostgres } from '../test/tables/database-servers.ts'
import { startBuiltChild, type Used } from './child.ts'
import { atMost, type BenchResult } from './result.ts'

export const name = 'Small floors on one node'

const count = Number(process.env['FLOORBOARD_FLOORS'] ?? 1000)
const mostMb = 3000
const nameOf = (nth: number): string => `floor-${nth}.example`

export const run = async (): Promise<BenchResult[]> => {
  const server = await startPostgres(true)
  const url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
  const database = createPostgresDatabase(url)
  for (let nth = 0; nth < count; nth += 1) await createFloor(database, nameOf(nth), noLimits)
  const startedAt = performance.now()
  const key = randomBytes(32).toString('base64')
  const node = startBuiltChild('./node-server.child.ts', url, key)
  const { url: at } = await node.next<{ url: string }>()
  const base = await node.ask<Used>({})
  while ((await listFloors(database)).some(({ owner, entries }) => owner === null || entries === 0))
    await new Promise((done) => setTimeout(done, 500))
  const seconds = (performance.now() - startedAt) / 1000
  const unasked = await node.ask<Used>({})
  for (let nth = 0; nth < count; nth += 1) {
    const response = await fetch(`${at}/healthz`, { headers: { 'x-forwarded-host': nameOf(nth) } })
    if (!response.ok) throw new Error(`${nameOf(nth)}: ${response.status} ${await response.text()}`)
    await response.arrayBuffer()
  }
  const asked = await node.ask<Used>({})
  await node.end()
  await database.close()
  await server.close()
  const each = (used: Used): string => `${((used.rssMb - base.rssMb) / count).toFixed(2)} MB a floor`
  const all = (used: Used): string => `${Math.round(used.rssMb)} MB, ${each(used)}`
  return [
    atMost(
      `memory of a node with ${count} small floors ÷ ${mostMb} MB`,
      1,
      unasked.rssMb / mostMb,
      `${all(unasked)}; claimed and opened in ${seconds.toFixed(0)} s`,
    ),
    atMost(`the same, once somebody has asked for each ÷ ${mostMb} MB`, 1, asked.rssMb / mostMb, all(asked)),
  ]
}
