// A whole feed whose folder a database keeps.
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  contentElsewhere,
  contentOf,
  type KeptFloor,
  makeFloor,
  newFolder,
  removeFolders,
  takeFloor,
} from '../../test/feed/kept-floor.ts'
import { startReceiver } from '../../test/feed/open-test-outbox.ts'
import { startTestFeed, type TestFeed, won } from '../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../test/floors/small-floor.ts'
import { type PostgresServer, startPostgres } from '../../test/tables/database-servers.ts'
import type { KeptFolder } from './store/kept-folder.ts'
import { openKeptFolder } from './store/postgres/kept-in-database.ts'
import { createPostgresDatabase, type PostgresDatabase } from './store/postgres/postgres-database.ts'
import { prepareDatabase } from './store/postgres/prepare-database.ts'

let server: PostgresServer
let database: PostgresDatabase
beforeAll(async () => {
  server = await startPostgres()
  const url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
  database = createPostgresDatabase(url)
})
afterAll(async () => {
  await database?.close()
  await server?.close()
  removeFolders()
})

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const floorText = `${smallFloorText}celebrations:
  - { id: big, name: Big deal, on: { over: 500 }, seconds: 6, tell: [top] }
alerts:
  - id: top
    name: The top
    leaders: []
    channels: [{ connection: ops, channel: null }]
`.replace(', channel: null', '')

interface Started {
  readonly kept: KeptFolder
  readonly feed: TestFeed
  /** What it wrote into its log of errors. */
  readonly said: readonly string[]
}
const start = async (made: KeptFloor): Promise<Started> => {
  const said: string[] = []
  const kept = await openKeptFolder({
    ...{ database, ...made, folder: newFolder(), patienceMs: 500 },
    onError: () => undefined,
  })
  const began = performance.now()
  const feed = await startTestFeed({
    ...{ dataDir: kept.folder, kept, allowLocalWebhooks: true, firstFloorText: floorText },
    logger: pino({ level: 'error' }, { write: (line: string) => void said.push(line) }),
    clock: { now: () => Math.round(Date.parse('2026-11-20T20:00:00Z') + performance.now() - began) },
  })
  return { kept, feed, said }
}
const json = (feed: TestFeed) => ({ 'content-type': 'application/json', origin: feed.url })
const token = (feed: TestFeed, name: string) =>
  feed.ask('/api/v1/tokens', {
    ...{ method: 'POST', headers: json(feed), body: JSON.stringify({ role: 'screen', name }) },
  })
const connect = (feed: TestFeed, secret: string) =>
  feed.ask('/api/v1/connections/ops', {
    ...{ method: 'PUT', headers: json(feed), body: JSON.stringify({ name: 'Ops', kind: 'webhook', secret }) },
  })
const deal = (feed: TestFeed, id: string) =>
  feed.postFacts(JSON.stringify({ facts: [won(id, 1_000_000, { closedAt: '2026-11-20T19:59:00Z' })] }))

test('[Q45] an answer says that another machine has what was written: tokens, secrets, media, messages out', async () => {
  const made = await makeFloor(database)
  const { feed, kept } = await start(made)
  const receiver = await startReceiver((response) => response.end('{}'))
  cleanUps.push(receiver.close, () => feed.close())
  const media = await feed.ask('/api/v1/media?name=east.png', {
    method: 'POST',
    headers: { origin: feed.url, 'content-type': 'application/octet-stream' },
    body: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000_000, 3)]),
  })
  const answers = [media, await token(feed, 'wall'), await connect(feed, `${receiver.url}/hook`)]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const elsewhere = Object.keys(await contentElsewhere(database, made.floor))
  expect(elsewhere).toEqual(expect.arrayContaining(['media/east.png', 'tokens.json', 'secrets.json']))
  expect((await deal(feed, 'd1')).status).toBe(200)
  await expect.poll(() => receiver.received.length).toBe(1)
  // Once nothing is on its way, the whole folder is there, whoever wrote into it.
  await expect
    .poll(async () => {
      await kept.durable()
      const here = contentOf(kept.folder)
      const there = await contentElsewhere(database, made.floor)
      return Object.keys(here).filter((name) => JSON.stringify(here[name]) !== JSON.stringify(there[name]))
    })
    .toEqual([])
})

test('[Q45] [Q44] who does not own the floor any more answers writes with 503, reads as ever, and sends nothing', async () => {
  const made = await makeFloor(database)
  const { feed, said } = await start(made)
  const receiver = await startReceiver((response) => response.end('{}'))
  cleanUps.push(receiver.close, () => feed.close())
  expect((await connect(feed, `${receiver.url}/hook`)).status).toBe(200)
  await takeFloor(database, made.floor)
  const refused = [await connect(feed, `${receiver.url}/other`), await deal(feed, 'd1')]
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
    [503, 'log-unavailable'],
    [503, 'log-unavailable'],
  ])
  expect((await feed.ask('/api/v1/boards')).status).toBe(200)
  // The message was due, and not tried.
  await expect.poll(() => said.join('')).toContain('a message could not be sent')
  expect(receiver.received).toEqual([])
})
