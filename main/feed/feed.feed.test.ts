import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeToken } from '../../test/feed/make-token.ts'
import { call, quiet, startTestFeed, type TestFeed } from '../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../test/floors/small-floor.ts'
import { BadSetUp } from './bad-set-up.ts'
import { startFeed } from './feed.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
const start = async (...config: Parameters<typeof startTestFeed>): Promise<TestFeed> => {
  const feed = await startTestFeed(...config)
  cleanUps.push(() => feed.close())
  return feed
}
const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-feed-'))
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('a brand-new data folder starts with an empty floor', async () => {
  const feed = await start({ firstFloorText: undefined })
  expect((await feed.ask('/api/v1/floor')).body.file.floor).toMatchObject({
    name: 'New floor',
    timeZone: 'UTC',
    currency: 'USD',
  })
  expect((await feed.ask('/healthz')).body).toMatchObject({ status: 'ready', facts: 0 })
})

test('[W20] a floor stored with a time zone that is refused now is served as it was; an edit must name a city', async () => {
  const stored = smallFloorText
    .replace('timeZone: America/New_York', 'timeZone: EST')
    .replace('timeZone: America/New_York', 'timeZone: US/Eastern')
  const feed = await start({ firstFloorText: stored })
  // 01:30 UTC is still the day before in New York, with summer time or without.
  const fact = call('a', { at: '2026-11-20T01:30:00Z' })
  expect((await feed.postFacts(JSON.stringify({ facts: [fact] }))).body).toMatchObject({ accepted: 1 })
  await feed.restart()
  const calls = async () =>
    (await feed.ask('/api/v1/metrics/calls?from=2026-11-19&to=2026-11-20&by=team')).body.total
  expect((await feed.ask('/api/v1/boards/revenue')).status).toBe(200)
  const put = (body: string) =>
    feed.ask('/api/v1/floor', {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/yaml' },
    })
  const before = await calls()
  expect(before).toBe(1)
  expect((await put(stored)).body.errors).toMatchObject([
    { path: 'floor.timeZone', message: expect.stringContaining('America/New_York') },
    { path: 'teams[0].timeZone', message: expect.stringContaining('America/New_York') },
  ])
  expect((await put(smallFloorText)).status).toBe(200)
  expect(await calls()).toBe(before)
})

test('an open address speaks TLS, and its first admin needs the link that it prints', async () => {
  const dataDir = createFolder()
  const feed = await startFeed({
    dataDir,
    host: '0.0.0.0',
    port: 0,
    clock: { now: () => Date.parse('2026-11-20T20:00:00Z') },
    logger: quiet,
    rendererDir: null,
    version: 'test',
    firstFloorText: smallFloorText,
  })
  cleanUps.push(feed.close)
  expect(feed.url).toMatch(/^https:\/\/127\.0\.0\.1:/)
  expect(feed.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  expect(feed.firstAdminUrl).toMatch(/\/console\/first-admin#link=.{20,}$/)
})

test('on an open address every door but health is locked, and each role opens its own', async () => {
  const dataDir = createFolder()
  const [ingest, admin, screen] = [
    await makeToken(dataDir, 'ingest'),
    await makeToken(dataDir, 'admin'),
    await makeToken(dataDir, 'screen'),
  ]
  const feed = await start({ dataDir, host: '0.0.0.0', transport: { kind: 'plain' } })
  expect(feed.url).toMatch(/^http:\/\/127\.0\.0\.1:/)
  const statuses = async (headers: Record<string, string>) => [
    (await feed.postFacts(JSON.stringify({ facts: [call('a')] }), headers)).status,
    (await feed.ask('/api/v1/facts/dialer/a', { method: 'DELETE', headers })).status,
    (await feed.ask('/api/v1/floor', { headers })).status,
    (await feed.ask('/api/v1/unassigned', { headers })).status,
    (await feed.ask('/api/v1/metrics/calls', { headers })).status,
    (await feed.ask('/api/v1/boards/revenue', { headers })).status,
    (await feed.ask('/metrics', { headers })).status,
  ]
  expect(await statuses({})).toEqual([401, 401, 401, 401, 401, 401, 401])
  expect(await statuses(bearer('fb_admin_guess'))).toEqual([401, 401, 401, 401, 401, 401, 401])
  expect(await statuses(bearer(ingest))).toEqual([200, 200, 403, 403, 403, 403, 403])
  expect(await statuses(bearer(screen))).toEqual([403, 403, 403, 403, 200, 200, 200])
  expect(await statuses(bearer(admin))).toEqual([200, 200, 200, 200, 200, 200, 200])
  expect((await feed.ask('/healthz')).status).toBe(200)
  const lan = Object.values(networkInterfaces())
    .flat()
    .find((face) => face?.family === 'IPv4' && !face.internal)
  if (lan) {
    const answer = await fetch(`http://${lan.address}:${new URL(feed.url).port}/healthz`)
    expect(answer.status).toBe(200)
  }
})

test('a token made while the feed runs locks its door there', async () => {
  const feed = await start()
  const post = (headers = {}) => feed.postFacts(JSON.stringify({ facts: [call('a')] }), headers)
  expect((await post()).status).toBe(200)
  const token = await makeToken(feed.folder, 'ingest')
  expect((await post(bearer(token))).status).toBe(200)
  await expect.poll(async () => (await post()).status).toBe(401)
  expect((await feed.ask('/api/v1/boards')).status).toBe(200)
})

test('an ephemeral token opens what tokens lock', async () => {
  const feed = await start({ ephemeralToken: 'fb_admin_for-the-demo' })
  await makeToken(feed.folder, 'admin')
  await expect.poll(async () => (await feed.ask('/api/v1/floor')).status).toBe(401)
  expect((await feed.ask('/api/v1/floor', { headers: bearer('fb_admin_for-the-demo') })).status).toBe(200)
})

test('a bad set-up is refused in one sentence, and leaves the folder free', async () => {
  const feed = await start()
  const port = Number(new URL(feed.url).port)
  const dataDir = createFolder()
  await expect(startTestFeed({ port, dataDir })).rejects.toThrow(/taken by another program/)
  await expect(startTestFeed({ dataDir: feed.folder })).rejects.toThrow(/Another feed already runs/)
  await expect(startTestFeed({ host: '203.0.113.7', dataDir: createFolder() })).rejects.toThrow(BadSetUp)
  const linkLocal = { host: 'fe80::1', dataDir: createFolder() }
  await makeToken(linkLocal.dataDir, 'admin')
  await expect(startTestFeed(linkLocal)).rejects.toThrow(/fe80::1, port 0, is not an address/)
  const file = join(createFolder(), 'file')
  writeFileSync(file, '')
  await expect(startTestFeed({ dataDir: file })).rejects.toThrow(BadSetUp)
  const again = await startTestFeed({ dataDir })
  await again.close()
})
