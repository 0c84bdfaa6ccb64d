import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterEach, expect, test, vi } from 'vitest'
import { startTestFeed, type TestFeed } from '../../test/feed/start-test-feed.ts'
import { askOnce } from '../feed-client/ask-once.ts'
import { fingerprintOf, ownCertificate } from './own-certificate.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
const clock = { now: () => Date.parse('2026-11-20T20:00:00Z') }

const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-tls-'))
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const start = async (config: Parameters<typeof startTestFeed>[0]): Promise<TestFeed> => {
  const feed = await startTestFeed(config)
  cleanUps.push(() => feed.close())
  return feed
}

const presented = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port: Number(new URL(url).port), rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.fingerprint256 ?? '')
      socket.end()
    })
    socket.once('error', reject)
  })

const health = { method: 'GET', path: '/healthz' } as const

test('a feed makes a certificate once, for its own account alone, and a client knows it by its fingerprint', async () => {
  const feed = await start({ transport: { kind: 'own' } })
  expect(feed.url).toMatch(/^https:/)
  const fingerprint = await presented(feed.url)
  expect(statSync(join(feed.folder, 'tls-key.pem')).mode & 0o777).toBe(0o600)
  await feed.restart()
  expect(await presented(feed.url)).toBe(fingerprint)

  const answer = await askOnce({ feed: feed.url, feedFingerprint: fingerprint }, health, null)
  expect(answer).toMatchObject({ status: 200 })
  const other = fingerprint.replace(/^../, (byte) => (byte === '00' ? '11' : '00'))
  expect(await askOnce({ feed: feed.url, feedFingerprint: other }, health, null)).toMatch(
    /which is another one/,
  )
  // Without it, nobody vouches for the certificate.
  expect(typeof (await askOnce({ feed: feed.url }, health, null))).toBe('string')
})

test('under TLS the cookie is marked for it, and no other name is read', async () => {
  const feed = await start({ transport: { kind: 'own' } })
  const feedFingerprint = await presented(feed.url)
  const maya = { name: 'Maya Chen', email: 'maya@northwind.test', password: 'seven green bicycles' }
  const body = JSON.stringify(maya)
  const { request } = await import('node:https')
  const cookie = await new Promise<string>((resolve, reject) => {
    const asked = request(
      `${feed.url}/api/v1/first-admin`,
      {
        method: 'POST',
        rejectUnauthorized: false,
        headers: { 'content-type': 'application/json', origin: feed.url },
      },
      (response) => resolve(response.headers['set-cookie']?.[0] ?? ''),
    )
    asked.once('error', reject)
    asked.end(body)
  })
  expect(cookie).toMatch(
    /^__Host-floorboard=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
  expect(feedFingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
})

test('files of the floor’s own are read anew when they change, and a bad change is not used', async () => {
  const [folder, before, after] = [createFolder(), createFolder(), createFolder()]
  const [first, second] = [await ownCertificate(before, [], clock), await ownCertificate(after, [], clock)]
  const files = { cert: join(folder, 'c.pem'), key: join(folder, 'k.pem') }
  let minute = 0
  const put = ({ cert, key }: { cert: string; key: string }) => {
    writeFileSync(files.cert, cert)
    writeFileSync(files.key, key)
    minute += 1
    for (const file of Object.values(files)) utimesSync(file, minute * 60, minute * 60)
  }
  put(first)
  vi.useFakeTimers({ toFake: ['setInterval'] })
  cleanUps.push(() => vi.useRealTimers())
  const feed = await start({ transport: { kind: 'files', ...files } })
  expect(await presented(feed.url)).toBe(fingerprintOf(first.cert))
  put(second)
  vi.advanceTimersByTime(6000)
  expect(await presented(feed.url)).toBe(fingerprintOf(second.cert))
  put({ cert: first.cert, key: second.key })
  vi.advanceTimersByTime(6000)
  expect(await presented(feed.url)).toBe(fingerprintOf(second.cert))
})

test('behind a declared proxy nobody is taken for this machine, and addresses are those that it names', async () => {
  const feed = await start({ transport: { kind: 'proxy', address: '127.0.0.1' } })
  const headers = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'wall.northwind.test',
    'x-forwarded-proto': 'https',
  }
  expect((await feed.ask('/api/v1/boards', { headers })).status).toBe(401)
  expect((await feed.ask('/api/v1/boards')).status).toBe(401)
  expect((await feed.ask('/api/v1/me', { headers })).body).toMatchObject({
    setUp: 'needs-link',
    plainHttp: false,
  })
})
