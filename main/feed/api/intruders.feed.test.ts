// Tries to get in, in the ways that are known.
import { Agent, request as httpRequest } from 'node:http'
import { performance } from 'node:perf_hooks'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

let feed: TestFeed
let now: number
beforeEach(async () => {
  now = Date.parse('2026-11-20T20:00:00Z')
  feed = await startTestFeed({ clock: { now: () => now } })
})
afterEach(() => feed.close())

const maya = { name: 'Maya Chen', email: 'maya@northwind.test', password: 'seven green bicycles' }
const json = { 'content-type': 'application/json' }

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  feed.ask(path, {
    method: 'POST',
    headers: { ...json, origin: feed.url, ...headers },
    body: JSON.stringify(body),
  })
const signIn = (email: string, password: string) => post('/api/v1/sign-in', { email, password })

/** Makes the first admin; answers with their cookie. */
const becomeAdmin = async (): Promise<string> => {
  const { headers } = await post('/api/v1/first-admin', maya)
  return headers.get('set-cookie')?.split(';')[0] ?? ''
}

interface RawOptions {
  readonly method?: string
  readonly body?: string
  readonly from?: string
  readonly agent?: Agent
}

/** With headers that `fetch` sends for nobody, from an address of this machine. */
const raw = (
  path: string,
  headers: Record<string, string>,
  { method = 'GET', body = '', from = '127.0.0.1', agent }: RawOptions = {},
): Promise<{ status: number; retryAfter: number }> =>
  new Promise((resolve, reject) => {
    httpRequest(
      `${feed.url}${path}`,
      { method, headers, localAddress: from, ...(agent && { agent }) },
      (response) => {
        response.resume()
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: Number(response.headers['retry-after'] ?? 0),
        })
      },
    )
      .on('error', reject)
      .end(body)
  })

const guess = (email: string, from: string, password = 'not the password', agent?: Agent) =>
  raw(
    '/api/v1/sign-in',
    { ...json, origin: feed.url },
    { method: 'POST', body: JSON.stringify({ email, password }), from, ...(agent && { agent }) },
  )

describe('a page of another site', () => {
  test('that has the cookie sent along changes nothing, in whatever shape it asks', async () => {
    const cookie = await becomeAdmin()
    const invitation = JSON.stringify({ name: 'Eve', email: 'eve@evil.test', role: 'admin' })
    const origins = ['https://evil.test', 'null', 'http://127.0.0.1:1', `${feed.url}.evil.test`]
    const types = [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
    ]
    const shapes: Record<string, string>[] = [
      ...origins.flatMap((origin) => types.map((type) => ({ origin, 'content-type': type }))),
      // A browser that names no page at all.
      ...types.map((type) => ({ 'content-type': type })),
      ...['cross-site', 'same-site', 'none'].map((site) => ({ ...json, 'sec-fetch-site': site })),
      // Of its own page, but no JSON.
      ...types.slice(1).map((type) => ({ origin: feed.url, 'content-type': type })),
    ]
    for (const shape of shapes) {
      const options = { method: 'POST', body: invitation }
      const { status } = await raw('/api/v1/invitations', { ...shape, cookie }, options)
      expect([shape, [403, 415].includes(status)]).toEqual([shape, true])
    }
    const { body } = await feed.ask('/api/v1/invitations', { headers: { cookie } })
    expect(body.invitations).toEqual([])
  })

  test('opens no socket, and without its page no session opens one', async () => {
    const cookie = await becomeAdmin()
    const connects = (headers: Record<string, string>): Promise<boolean> =>
      new Promise((resolve) => {
        const socket = io(`${feed.url}/console`, {
          transports: ['websocket'],
          extraHeaders: headers,
          reconnection: false,
          forceNew: true,
        })
        const end = (isIn: boolean) => {
          socket.disconnect()
          resolve(isIn)
        }
        socket.once('connect', () => end(true))
        socket.once('connect_error', () => end(false))
      })
    expect(await connects({ cookie, origin: feed.url })).toBe(true)
    for (const origin of ['https://evil.test', 'null', 'http://127.0.0.1:1'])
      expect([origin, await connects({ cookie, origin })]).toEqual([origin, false])
    expect(await connects({ origin: feed.url })).toBe(false)
    expect(await connects({ cookie: `${cookie}x`, origin: feed.url })).toBe(false)
  })

  test('whose name was made to point here is refused by its name, on every kind of route', async () => {
    const cookie = await becomeAdmin()
    const host = 'rebound.evil.test'
    for (const path of ['/api/v1/me', '/api/v1/boards', '/api/v1/accounts', '/metrics', '/healthz', '/tv'])
      expect([path, (await raw(path, { host, cookie })).status]).toEqual([path, 403])
  })
})

test('a proxy that nobody declared does not make strangers people of this machine', async () => {
  expect((await raw('/api/v1/boards', {})).status).toBe(200)
  expect((await raw('/api/v1/boards', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403)
})

describe('whoever guesses', () => {
  test('a password is slowed down, and who owns the account still gets in from elsewhere', async () => {
    await becomeAdmin()
    const tries = []
    for (let i = 0; i < 8; i += 1) tries.push((await guess(maya.email, '127.0.0.66')).status)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    expect((await guess(maya.email, '127.0.0.66', maya.password)).status).toBe(429)
    expect((await guess(maya.email, '127.0.0.1', maya.password)).status).toBe(200)
    now += 60_000
    const late = await guess(maya.email, '127.0.0.66')
    expect([late.status, (await guess(maya.email, '127.0.0.66')).retryAfter > 5]).toEqual([401, true])
  })

  test('one account from ever new addresses is stopped; its owner gets in where they usually do', async () => {
    await becomeAdmin()
    const statuses = []
    for (let i = 1; i <= 60; i += 1) statuses.push((await guess(maya.email, `127.0.9.${i}`)).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(50)
    expect((await guess(maya.email, '127.0.0.1', maya.password)).status).toBe(200)
  })

  test('many accounts from one address is stopped', async () => {
    await becomeAdmin()
    const statuses = []
    for (let i = 1; i <= 40; i += 1)
      statuses.push((await guess(`person${i}@northwind.test`, '127.0.0.67')).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(30)
  })
})

test('who has an account is not told: answers are the same, and take as long', async () => {
  await becomeAdmin()
  const known = await signIn(maya.email, 'not the password')
  const unknown = await signIn('nobody@northwind.test', 'not the password')
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
  const resets = await Promise.all(
    [maya.email, 'nobody@northwind.test'].map((email) => post('/api/v1/password-resets', { email })),
  )
  expect(resets.map(({ status, text }) => [status, text])).toEqual([
    [200, '{}'],
    [200, '{}'],
  ])
  const took = async (email: string): Promise<number> => {
    now += 3_600_001
    const started = performance.now()
    await signIn(email, 'not the password')
    return performance.now() - started
  }
  const fastest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
  for (let i = 0; i < 8; i += 1) {
    fastest.known = Math.min(fastest.known, await took(maya.email))
    fastest.unknown = Math.min(fastest.unknown, await took('nobody@northwind.test'))
  }
  // Without the hash of nobody's password the unknown would be answered some thirty times as fast.
  expect(fastest.known / fastest.unknown).toBeLessThan(5)
  expect(fastest.unknown / fastest.known).toBeLessThan(5)
})

test('2,000 sign-ins at once do not slow the wall', async () => {
  const cookie = await becomeAdmin()
  const read = async (): Promise<number> => {
    const started = performance.now()
    expect((await feed.ask('/api/v1/boards', { headers: { cookie } })).status).toBe(200)
    return performance.now() - started
  }
  const hashing = await (async () => {
    const started = performance.now()
    await signIn(maya.email, 'not the password')
    return performance.now() - started
  })()
  // As many connections as one machine opens without being turned away by the system itself.
  const agent = new Agent({ keepAlive: true, maxTotalSockets: 200 })
  const attempts = Array.from({ length: 2000 }, (_, i) =>
    guess(`person${i}@northwind.test`, `127.1.${i % 10}.1`, 'not the password', agent),
  )
  let isOver = false
  const all = Promise.all(attempts).finally(() => {
    isOver = true
  })
  const during: number[] = []
  while (!isOver) during.push(await read())
  const statuses = (await all).map(({ status }) => status)
  agent.destroy()
  // Most are refused before anything is worked out: the queue is full, or their address has tried too often.
  expect([401, 429, 503]).toEqual(expect.arrayContaining([...new Set(statuses)]))
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(300)
  const median = during.sort((a, b) => a - b)[Math.floor(during.length / 2)] ?? 0
  // One by one, two thousand hashes would keep a reader waiting for two thousand times as long.
  expect(median).toBeLessThan(hashing * 20)
})
