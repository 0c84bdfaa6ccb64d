// Tables in a whole feed: tried and set up over HTTP, read by themselves, and a password nowhere to be read.
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { TableDifference, TablesAnswer, TriedTable } from '../../../shared/wire/tables.ts'
import { eventually } from '../../../test/eventually.ts'
import { openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { csvOf, wonRow } from '../../../test/tables/open-table-rig.ts'
import { startTableServer, type TableServer } from '../../../test/tables/table-server.ts'

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** The afternoon of Friday 20 November 2026, going on from there. */
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()

const open = async (more: object = {}): Promise<{ server: TableServer; feed: TestFeed }> => {
  const server = await startTableServer()
  cleanUps.push(server.close)
  const feed = await startTestFeed({
    clock: { now: () => Date.now() + shiftMs },
    allowLocalWebhooks: true,
    ...more,
  })
  cleanUps.push(feed.close)
  return { server, feed }
}

const mapping = {
  type: 'deal',
  id: 'Id',
  credits: [{ rep: 'Owner' }],
  fields: {
    status: { column: 'Stage', values: { won: 'Won', lost: 'Lost', open: 'Open' } },
    ...{ name: 'Name', amount: 'Amount', closedAt: 'Closed' },
  },
}

test('[N50] [N59] a table is tried before it is there, read by itself once it is, and compared on request', async () => {
  const { server, feed } = await open()
  server.served.body = csvOf([
    wonRow('a', '12.50'),
    wonRow('b', '7').with(2, 'nobody@example.com'),
    // One id twice: the table's own sum has both.
    wonRow('a', '5'),
    wonRow('c', '9').with(3, 'Perhaps'),
    wonRow('d', '1', '2026-10-02'),
  ])
  const admin = await openAdmin(feed)
  const from = { kind: 'address', address: server.url }
  const tried = async (more: object) =>
    TriedTable.parse((await admin.post('/api/v1/tables/try', { table: { id: 'sheet', from, ...more } })).body)
  expect(await tried({})).toMatchObject({
    trouble: null,
    columns: [
      { name: 'Id', values: ['a', 'b', 'c', 'd'], isFew: true },
      { name: 'Name' },
      { name: 'Owner' },
      { values: ['Won', 'Perhaps'] },
      { values: ['12.50', '7', '5', '9', '1'] },
      {},
    ],
    rows: [],
  })
  const whole = await tried({ mapping })
  expect(whole).toMatchObject({
    rows: [
      { line: 2, kind: 'fact', fact: { id: 'a', amount: { minor: 1250 } } },
      { kind: 'fact' },
      { kind: 'fact' },
      { line: 5, kind: 'refused', reason: expect.stringContaining('Perhaps') },
      { kind: 'fact' },
    ],
    counts: { rows: 5, facts: 4, refused: 1, passedOver: 0, repeated: 1 },
    people: { matched: 0, of: 2, unknown: ['nobody@example.com', 'priya@northwind.test'] },
    period: {
      table: { count: 3, amounts: [{ currency: 'USD', minor: 2450 }] },
      wall: { count: 2, amounts: [{ currency: 'USD', minor: 1200 }] },
    },
  })
  // While somebody tries one mapping after another, it is fetched once.
  expect(server.asked).toHaveLength(1)
  expect(await tried({ mapping: { ...mapping, id: 'Number' } })).toMatchObject({
    trouble: expect.stringContaining('no column "Number"'),
    columns: [{ name: 'Id' }, {}, {}, {}, {}, {}],
  })

  const { version } = (await admin.get('/api/v1/floor')).body
  const entry = { id: 'sheet', name: 'Team sheet', from, mapping }
  const edits = [{ do: 'add', list: 'tables', entry }]
  expect((await admin.post('/api/v1/floor/edits', { version, edits })).status).toBe(200)
  const listed = async () => TablesAnswer.parse((await admin.get('/api/v1/tables')).body).tables[0]
  await eventually(async () => expect(await listed()).toMatchObject({ state: 'ok', facts: 3 }))
  expect((await listed())?.refused).toMatchObject({ rows: 1, first: [{ line: 5 }] })
  expect((await admin.get('/api/v1/metrics/revenue?window=month&by=org')).body.total).toBe(1200)
  server.served.body = csvOf([wonRow('a', '5'), wonRow('e', '20').with(1, 'New one')])
  const { body } = await admin.get('/api/v1/tables/sheet/difference')
  expect(TableDifference.parse(body)).toMatchObject({
    table: { count: 2, amounts: [{ minor: 2500 }] },
    wall: { count: 2, amounts: [{ minor: 1200 }] },
    missing: ['New one'],
    extra: ['Deal b'],
  })
  expect((await admin.post('/api/v1/tables/nobody/actions', { do: 'read-now' })).status).toBe(404)
  expect((await admin.get('/api/v1/tables/nobody/difference')).status).toBe(404)
})

test('[N50] no two entries have the same facts, and a table looks up no other file', async () => {
  const { feed } = await open()
  const admin = await openAdmin(feed)
  const { version } = (await admin.get('/api/v1/floor')).body
  const from = { kind: 'folder', folder: 'crm' }
  const add = async (...entries: object[]) =>
    admin.post('/api/v1/floor/edits', {
      version,
      edits: entries.map((entry) => ({
        do: 'add',
        list: 'tables',
        entry: { name: 'T', from, mapping, ...entry },
      })),
    })
  expect((await add({ id: 'a' }, { id: 'b', source: 'A' })).text).toMatch(/source of tables\[0\]/)
  const lookup = { file: 'people.csv', key: 'a', value: 'b' }
  const credits = [{ rep: { column: 'Owner', lookup } }]
  expect((await add({ id: 'a', mapping: { ...mapping, credits } })).text).toMatch(
    /cannot look up another file/,
  )
  for (const folder of ['../x', '/etc', 'a/../b', '.hidden'])
    expect((await add({ id: 'a', from: { kind: 'folder', folder } })).status, folder).toBe(422)
})

test('[N57] a file that is put into its folder counts, and the folder lies in the data folder', async () => {
  const { feed } = await open()
  const admin = await openAdmin(feed)
  const { folder } = TablesAnswer.parse((await admin.get('/api/v1/tables')).body)
  expect(folder).toBe(join(feed.folder, 'tables'))
  mkdirSync(join(folder, 'crm'), { recursive: true })
  const path = join(folder, 'crm/deals.csv')
  writeFileSync(path, csvOf([wonRow('a', '3')]))
  utimesSync(path, 1_700_000_000, 1_700_000_000)
  const { version } = (await admin.get('/api/v1/floor')).body
  const entry = { id: 'drop', name: 'Drop', from: { kind: 'folder', folder: 'crm' }, mapping }
  await admin.post('/api/v1/floor/edits', { version, edits: [{ do: 'add', list: 'tables', entry }] })
  const total = async () => (await admin.get('/api/v1/metrics/revenue?window=month&by=org')).body.total
  await eventually(async () => expect(await total()).toBe(300))
})

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

test('[N59] a password is in no answer and no file; an address in the local network is not asked by a feed that may not go there', async () => {
  const { server, feed } = await open({ allowLocalWebhooks: false })
  const admin = await openAdmin(feed)
  const password = 'a word that stands nowhere'
  const put = await feed.ask('/api/v1/tables/db/password', {
    method: 'PUT',
    headers: { origin: feed.url, cookie: admin.cookie ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ password }),
  })
  expect([put.status, put.text]).toEqual([200, '{}'])
  const database = { host: '127.0.0.1', database: 'crm', user: 'floorboard', query: 'SELECT 1' }
  const trouble = async (from: object) =>
    (await admin.post('/api/v1/tables/try', { table: { id: 'db', from } })).body.trouble
  for (const from of [
    { kind: 'address', address: server.url.replace('http:', 'https:') },
    { kind: 'postgres', ...database },
    { kind: 'mysql', ...database, host: 'localhost' },
  ])
    expect(await trouble(from), from.kind).toMatch(/^Its address is not used: .*local network/)
  expect(server.asked).toEqual([])
  for (const path of ['/api/v1/tables', '/api/v1/floor', '/api/v1/history'])
    expect((await admin.get(path)).text).not.toContain(password)
  for (const file of filesIn(feed.folder)) expect(readFileSync(file).includes(password), file).toBe(false)
})
