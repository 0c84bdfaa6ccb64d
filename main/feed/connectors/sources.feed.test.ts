// A source in a whole feed: set up over HTTP, read by itself, and its key nowhere to be read.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { SourcesAnswer } from '../../../shared/wire/sources.ts'
import { type HubSpotStandIn, startHubSpotStandIn, won } from '../../../test/connectors/hubspot-stand-in.ts'
import { goodKey, inStage } from '../../../test/connectors/hubspot-world.ts'
import { eventually } from '../../../test/eventually.ts'
import { openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** The afternoon of Friday 20 November 2026, going on from there. */
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()
const now = (): number => Date.now() + shiftMs

const open = async (more: object = {}): Promise<{ standIn: HubSpotStandIn; feed: TestFeed }> => {
  const standIn = await startHubSpotStandIn(now)
  cleanUps.push(standIn.close)
  const feed = await startTestFeed({
    clock: { now },
    allowLocalWebhooks: true,
    hubspotApi: standIn.url,
    ...more,
  })
  cleanUps.push(feed.close)
  return { standIn, feed }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

test('[N11] [N20] it is read by itself once its key and its settings are there, and the key is in no answer and no file', async () => {
  const { standIn, feed } = await open()
  standIn.put('deals', {
    dealname: 'Northwind',
    amount: '12.50',
    closedate: '2026-11-19T15:00:00Z',
    hubspot_owner_id: '71',
    ...inStage(won),
  })
  const admin = await openAdmin(feed)
  const put = await feed.ask('/api/v1/sources/hubspot/keys', {
    method: 'PUT',
    headers: { origin: feed.url, cookie: admin.cookie ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ keys: { key: goodKey } }),
  })
  expect([put.status, put.text]).toEqual([200, '{}'])
  const { version } = (await admin.get('/api/v1/floor')).body
  const entry = { id: 'hubspot', name: 'HubSpot', vendor: 'hubspot', months: 1 }
  const added = await admin.post('/api/v1/floor/edits', {
    version,
    edits: [{ do: 'add', list: 'sources', entry }],
  })
  expect(added.status).toBe(200)
  const listed = async () => SourcesAnswer.parse((await admin.get('/api/v1/sources')).body).sources[0]
  await eventually(async () => expect(await listed()).toMatchObject({ state: 'ok', facts: 1, past: null }))
  expect((await admin.get('/api/v1/metrics/revenue?window=month&by=org')).body.total).toBe(1250)
  for (const path of ['/api/v1/sources', '/api/v1/floor', '/api/v1/history', '/metrics'])
    expect((await admin.get(path)).text).not.toContain(goodKey)
  for (const file of filesIn(feed.folder)) expect(readFileSync(file).includes(goodKey), file).toBe(false)
  // What no header can carry is no key, and one that is missing is asked for.
  const tried = async (keys: object) =>
    (await admin.post('/api/v1/sources/try', { settings: entry, keys })).body.trouble
  expect(await tried({ key: 'two words' })).toBe(
    'What was pasted as the Service key is none: it has letters, digits and signs only, without spaces.',
  )
  expect(await tried({})).toBe('The Service key is missing.')
  expect((await admin.post('/api/v1/sources/nobody/actions', { do: 'read-now' })).status).toBe(404)
})

test('[N10] a vendor in the local network is not asked by a feed that may not go there', async () => {
  const { standIn, feed } = await open({ allowLocalWebhooks: false })
  const admin = await openAdmin(feed)
  const settings = { id: 'hubspot', name: 'HubSpot', vendor: 'hubspot' }
  const { body } = await admin.post('/api/v1/sources/try', { settings, keys: { key: goodKey } })
  expect(body.trouble).toMatch(/^Its address is not used/)
  expect(standIn.calls).toEqual([])
})
