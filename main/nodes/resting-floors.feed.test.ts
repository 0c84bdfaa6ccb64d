// A feed behind a front, over real HTTP and sockets, whose server is closed while nobody uses it.
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, get, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { protocolVersion } from '../../shared/wire/socket.ts'
import { eventually } from '../../test/eventually.ts'
import { dropFile, post } from '../../test/feed/drop-file.ts'
import { removeFolder } from '../../test/feed/open-test-outbox.ts'
import { type Answer, call, quiet } from '../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../test/floors/small-floor.ts'
import { startFeed } from '../feed/feed.ts'
import type { Feed, FrontedServer } from '../feed/feed-config.ts'
import { type IdleServers, openIdleServers } from './idle-servers.ts'

const minute = 60_000
const token = `fb_${'a'.repeat(43)}`
const screenToken = `fb_${'b'.repeat(43)}`

const clock = { ms: 0, now: () => clock.ms }
let feed: Feed
let fronted: FrontedServer
let idle: IdleServers
let url: string
let dataDir: string
const cleanUps: (() => unknown)[] = []

beforeEach(async () => {
  clock.ms = Date.parse('2026-11-20T20:00:00Z')
  idle = openIdleServers(clock)
  const asFound = (asked: IncomingMessage): void => {
    Object.assign(asked.headers, {
      ...{ 'x-forwarded-host': 'floor.example', 'x-forwarded-proto': 'http' },
      'x-forwarded-for': '198.51.100.4',
    })
  }
  const front = createServer((asked, response) => {
    asFound(asked)
    fronted.server.emit('request', asked, response)
  })
  front.on('upgrade', (asked, socket, head) => {
    asFound(asked)
    fronted.server.emit('upgrade', asked, socket, head)
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
  dataDir = mkdtempSync(join(tmpdir(), 'floorboard-resting-'))
  feed = await startFeed({
    ...{ dataDir, host: '127.0.0.1', port: 0, clock, logger: quiet, rendererDir: null, version: 'test' },
    ...{ firstFloorText: smallFloorText, ephemeralToken: token, ephemeralScreenToken: screenToken },
    publicUrl: 'http://floor.example',
    transport: { kind: 'proxy', address: '0.0.0.0/0,::/0' },
    front: {
      url,
      take: (taken) => {
        fronted = taken
        idle.add(taken)
      },
    },
  })
  cleanUps.push(
    async () => {
      for (const each of [idle, feed]) await each.close()
      removeFolder(dataDir)
    },
    () => {
      front.closeAllConnections()
      front.close()
    },
  )
})
afterEach(async () => {
  for (const each of cleanUps.splice(0).reverse()) await each()
})

const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
  // A machine that does too much at once may use a kept connection just as it ends.
  const headers = { authorization: `Bearer ${token}`, connection: 'close', ...init.headers }
  const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    ...response,
    ...{ status: response.status, headers: response.headers, text },
    body: isJson ? JSON.parse(text) : null,
  }
}
const sendFacts = (...facts: object[]): Promise<Answer> => post(ask, '/facts', { facts })

/** Until its last answer is through. */
const untilIdle = (): Promise<void> => eventually(() => expect(fronted.idleSince()).not.toBeNull())
/** Five minutes later, as the node looks. */
const passTime = async (): Promise<void> => {
  clock.ms += 5 * minute
  await idle.look()
}
const rest = async (): Promise<void> => {
  await untilIdle()
  await passTime()
  expect(fronted.idleSince()).toBeNull()
}
const openTv = (onStage: (stage: unknown) => void): Socket => {
  const auth = { token: screenToken, screen: null, protocol: protocolVersion }
  const socket = connectTo(`${url}/tv`, { transports: ['websocket'], auth, reconnection: false })
  socket.on('stage', onStage)
  cleanUps.push(() => socket.close())
  return socket
}

test('[Q107] a floor that nobody uses closes its server, and has lost nothing when somebody comes again', async () => {
  expect(fronted.idleSince()).toBeNull()
  expect((await sendFacts(call('a'))).body).toMatchObject({ accepted: 1 })
  await untilIdle()
  clock.ms += 5 * minute - 1
  await idle.look()
  expect(fronted.idleSince()).not.toBeNull()
  for (const id of ['b', 'c']) {
    await rest()
    expect((await sendFacts(call('a'), call(id))).body).toMatchObject({ accepted: 1, unchanged: 1 })
  }
  const metrics = await ask('/metrics')
  expect(metrics.text).toContain('floorboard_facts_total{result="accepted"} 3')
})

test('[Q107] what it does by itself goes on: a file that is being taken is taken to its end', async () => {
  const rows = Array.from({ length: 1000 }, (_, nth) => `${nth},priya,2026-11-18,call`)
  const id = await dropFile(ask, 'calls.csv', Buffer.from(['Id,Owner,At,Kind', ...rows].join('\n')))
  const fields = { at: 'At', kind: 'Kind' }
  const mapping = { type: 'activity', id: 'Id', credits: [{ rep: 'Owner' }], fields }
  const run = { source: 'history', mapping, rules: {}, check: false }
  const begun = await post(ask, `/import-files/${id}/runs`, run)
  expect([begun.status, begun.text]).toEqual([200, expect.anything()])
  await rest()
  const taken = async (): Promise<string> => {
    const metric = await feed.metrics.registry.getSingleMetricAsString('floorboard_facts_total')
    return /accepted"\} (\d+)/.exec(metric)?.[1] ?? ''
  }
  await eventually(async () => expect(await taken()).toBe('1000'))
  expect(fronted.idleSince()).toBeNull()
})

test('[Q108] a TV holds the server, and gets what changes; once it is gone the server may rest', async () => {
  const stages: unknown[] = []
  const tv = openTv((stage) => stages.push(stage))
  await eventually(() => expect(stages).toHaveLength(1))
  await passTime()
  await passTime()
  expect([tv.connected, feed.tvs()]).toEqual([true, 1])
  const put = await ask('/api/v1/floor', {
    method: 'PUT',
    body: smallFloorText.replace(/^( *)name: .*$/m, '$1name: Another name'),
    headers: { 'content-type': 'application/yaml', 'if-match': '"1"' },
  })
  expect([put.status, put.text]).toEqual([200, expect.anything()])
  await eventually(() => expect(stages).toHaveLength(2))
  tv.close()
  await rest()
  expect(feed.tvs()).toBe(0)
  // The next one starts with a server that knows of it.
  const again: unknown[] = []
  openTv((stage) => again.push(stage))
  await eventually(() => expect(again).toHaveLength(1))
  expect(feed.tvs()).toBe(1)
})

test('[Q108] a body that is still being sent holds the server, and so does an answer that is read slowly', async () => {
  const body = JSON.stringify({ facts: [call('slow')] })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const sending = request(`${url}/api/v1/facts`, { method: 'POST', headers })
  sending.write(body.slice(0, 10))
  const answered = once(sending, 'response')
  await ask('/healthz')
  await passTime()
  sending.end(body.slice(10))
  const [answer] = (await answered) as [IncomingMessage]
  answer.resume()
  expect(answer.statusCode).toBe(200)
  await untilIdle()
  // Larger than what a connection takes before somebody reads.
  const film = Buffer.alloc(32 * 1024 * 1024, 1)
  writeFileSync(join(dataDir, 'media', 'film.mp4'), film)
  const reading = get(`${url}/media/film.mp4?token=${token}`, { headers: { connection: 'close' } })
  const [slow] = (await once(reading, 'response')) as [IncomingMessage]
  await passTime()
  expect(fronted.idleSince()).toBeNull()
  let bytes = 0
  for await (const piece of slow) bytes += piece.length
  expect([slow.statusCode, bytes]).toEqual([200, film.length])
  await untilIdle()
})

test('[Q109] requests and a TV that come while it closes are answered', async () => {
  await sendFacts(call('a'))
  await untilIdle()
  clock.ms += 5 * minute
  const resting = idle.look()
  const stages: unknown[] = []
  openTv((stage) => stages.push(stage))
  const answers = await Promise.all(['b', 'c', 'd'].map((id) => sendFacts(call(id))))
  await resting
  expect(answers.map(({ body }) => body.accepted)).toEqual([1, 1, 1])
  await eventually(() => expect(stages).toHaveLength(1))
})

test('[Q110] a code that a TV shows is good afterwards, and who guessed is still known', async () => {
  const tv = { build: 'b1', shell: 'browser', width: 1920, height: 1080 }
  for (let nth = 0; nth < 6; nth += 1) await ask('/api/v1/how/not-a-link')
  expect((await ask('/api/v1/how/not-a-link')).body).toMatchObject({ code: 'too-many-tries' })
  const { code, secret } = (await post(ask, '/pairings', tv)).body
  await untilIdle()
  await fronted.rest()
  expect(fronted.idleSince()).toBeNull()
  expect((await ask('/api/v1/how/not-a-link')).body).toMatchObject({ code: 'too-many-tries' })
  expect((await ask(`/api/v1/pairings/${code}`)).status).toBe(200)
  expect((await post(ask, '/pairings/state', { secret })).body).toMatchObject({ state: 'found' })
})

test('[Q107] of a server that was closed nothing stays in memory', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const heap = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const round = async (): Promise<number> => {
    await ask('/healthz')
    await rest()
    return heap()
  }
  // What is compiled and cached by the first.
  for (let nth = 0; nth < 3; nth += 1) await round()
  const before = heap()
  for (let nth = 0; nth < 10; nth += 1) await round()
  // One server has more than a megabyte.
  expect((heap() - before) / 10).toBeLessThan(300_000)
})
