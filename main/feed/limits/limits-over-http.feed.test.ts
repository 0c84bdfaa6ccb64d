import { io } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FloorLimits, noLimits } from '../../../shared/wire/floor-limits.ts'
import { protocolVersion, tooManyTvs } from '../../../shared/wire/socket.ts'
import { call, startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

let feed: TestFeed
let limits: FloorLimits = noLimits
let used = 0
let now = Date.parse('2026-11-20T20:00:00Z')
beforeAll(async () => {
  feed = await startTestFeed({ limits: () => limits, usedBytes: () => used, clock: { now: () => now } })
})
afterAll(() => feed?.close())
beforeEach(() => {
  ;[limits, used] = [noLimits, 0]
  now += 3_600_000
})

const calls = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `${JSON.stringify(call(`c-${from + index}`))}\n`).join('')
const ndjson = { 'content-type': 'application/x-ndjson' }
const post = (path: string, body: unknown, headers = {}) =>
  feed.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

test('[Q78] facts beyond the minute’s are refused with when to send them, and what is in stays counted', async () => {
  limits = { ...noLimits, factsAMinute: 1500 }
  const refused = await feed.postFacts(calls(0, 6000), ndjson)
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-facts' } })
  const { accepted } = refused.body.taken
  // Batches of a thousand, of which one is written while the next is read.
  expect([2000, 3000]).toContain(accepted)
  const seconds = Number(refused.headers.get('retry-after'))
  expect(refused.body.message).toBe(`This floor takes 1,500 facts a minute: send the rest in ${seconds} s.`)
  const german = await feed.postFacts(calls(9000, 1), { ...ndjson, 'accept-language': 'de' })
  expect(german.body.message).toContain('nimmt 1,500 Fakten in der Minute an')
  expect(await post('/api/v1/in/nobody', {})).toMatchObject({ status: 429 })
  const asked = { source: 'crm', type: 'activity', name: 'a.csv', check: false, replace: false }
  const { id } = (await post('/api/v1/imports', asked)).body
  expect(
    await feed.ask(`/api/v1/facts?import=${id}`, { method: 'POST', headers: ndjson, body: calls(9000, 1) }),
  ).toMatchObject({ status: 429 })
  // Reading, editing and withdrawing go on.
  expect((await feed.ask('/api/v1/facts/dialer/c-1', { method: 'DELETE' })).body).toMatchObject({
    withdrawn: true,
  })
  expect((await feed.ask('/api/v1/floor')).status).toBe(200)
  now += seconds * 1000
  expect(await feed.postFacts(calls(9000, 1), ndjson)).toMatchObject({ status: 200, body: { accepted: 1 } })
})

test('[Q80] a floor that keeps as much as it may takes no facts, pictures or files, and is read and edited', async () => {
  limits = { ...noLimits, bytes: 1_000_000 }
  used = 1_000_001
  const full = {
    status: 507,
    body: { code: 'no-room', message: expect.stringContaining('keeps 1 MB of the 1 MB') },
  }
  expect(await feed.postFacts(calls(20_000, 1), ndjson)).toMatchObject(full)
  expect(
    await feed.ask('/api/v1/media?name=a.png', { method: 'POST', body: new Uint8Array(10) }),
  ).toMatchObject(full)
  expect(
    await post('/api/v1/imports', {
      source: 'crm',
      type: 'deal',
      name: 'a.csv',
      check: false,
      replace: false,
    }),
  ).toMatchObject(full)
  expect(
    await post('/api/v1/import-files', { name: 'a.csv', bytes: 10, mark: 'a'.repeat(64) }),
  ).toMatchObject({
    status: 507,
  })
  const edited = await feed.ask('/api/v1/floor', {
    method: 'PUT',
    headers: { 'content-type': 'application/yaml' },
    body: `${smallFloorText}\n# Edited\n`,
  })
  expect(edited.status).toBe(200)
  used = 0
  expect((await feed.postFacts(calls(20_000, 1), ndjson)).status).toBe(200)
})

test('[Q81] a TV beyond the limit is told so, those that are there stay, and the next comes in once one is gone', async () => {
  const connect = () => {
    const tv = io(`${feed.url}/tv`, {
      transports: ['websocket'],
      auth: { protocol: protocolVersion },
      reconnection: false,
      forceNew: true,
    })
    const came = new Promise<string>((resolve) => {
      tv.on('hello', () => resolve('in'))
      tv.on('connect_error', (error) => resolve(error.message))
    })
    return { tv, came }
  }
  const [first, second] = [connect(), connect()]
  expect(await Promise.all([first.came, second.came])).toEqual(['in', 'in'])
  limits = { ...noLimits, tvs: 1 }
  expect(await connect().came).toBe(tooManyTvs)
  expect([first.tv.connected, second.tv.connected]).toEqual([true, true])
  limits = { ...noLimits, tvs: 2 }
  first.tv.disconnect()
  await expect.poll(() => connect().came).toBe('in')
  second.tv.disconnect()
})
