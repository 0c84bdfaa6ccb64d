import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeToken } from '../../../test/feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const minute = 60_000
const program = 'the program, packed'
const archive = 'floorboard-tv-0.2.0-linux-x64.tar.gz'
const channel = `version: 0.2.0
files:
  - url: ${archive}
    sha512: ${createHash('sha512').update(program).digest('base64')}
    size: ${program.length}
path: ${archive}
releaseDate: '2026-11-29T00:00:00.000Z'
`

let feed: TestFeed
let now = Date.parse('2026-11-20T20:00:00Z')
let [admin, screen] = ['', '']
beforeEach(async () => {
  feed = await startTestFeed({ clock: { now: () => now } })
  ;[admin, screen] = [await makeToken(feed.folder, 'admin'), await makeToken(feed.folder, 'screen')]
})
afterEach(() => feed.close())

const ask = (path: string, token: string, init: RequestInit = {}) =>
  feed.ask(path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
const send = (path: string, token: string, method: string, body: object) =>
  ask(path, token, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
const put = (name: string, text: string, token = admin) =>
  ask(`/api/v1/updates/files?name=${name}`, token, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/octet-stream' },
  })
const report = (of: string | null, version: string, more: object = {}) =>
  send('/api/v1/updates/reports', screen, 'POST', {
    screen: of,
    version,
    platform: 'linux-x64',
    updates: true,
    wentBack: null,
    found: null,
    begins: false,
    ...more,
  })
const take = async (of: string, version: string, more: object = {}) =>
  (await report(of, version, more)).body.take

test('[S213] an admin puts a release, and whoever may read boards reads it; nobody else does, and nothing else is read', async () => {
  expect((await put(archive, program, screen)).status).toBe(403)
  expect((await put('latest-linux.yml', channel)).status).toBe(400)
  expect((await put(archive, program)).body).toEqual({ name: archive, version: null })
  expect((await ask(`/updates/${archive}`, screen)).status).toBe(404)
  expect((await put('latest-linux.yml', channel)).body).toEqual({
    name: 'latest-linux.yml',
    version: '0.2.0',
  })
  for (const [name, text] of [
    ['latest-linux.yml', channel],
    [archive, program],
  ])
    expect((await ask(`/updates/${name}`, screen)).text).toBe(text)
  // As electron-updater asks, so that nothing between keeps an old one.
  expect((await ask('/updates/latest-linux.yml?noCache=1', screen)).status).toBe(200)
  for (const path of [
    '/updates/',
    '/updates/..%2Ffloor.db',
    '/updates/%2e%2e/floor.db',
    '/updates/latest.yml',
    '/updates/%zz',
  ])
    expect([path, (await ask(path, screen)).status].at(1)).toBeGreaterThanOrEqual(400)
  expect((await feed.ask(`/updates/${archive}`)).status).toBe(401)
  expect((await put('..%2Ftokens.json', 'x')).status).toBe(400)
})

test('[S214] [S215] a version goes to one screen, an hour later to all, and to none once one has left it; a restart forgets nothing', async () => {
  await put(archive, program)
  await put('latest-linux.yml', channel)
  const [one, other] = (await ask('/api/v1/screens', admin)).body.screens.map(({ id }: { id: string }) => id)
  expect((await report('nowhere', '0.1.0')).status).toBe(404)
  await send('/api/v1/updates/first', admin, 'PUT', { first: one })
  expect(await take(one, '0.1.0')).toBe('tonight')
  expect(await take(other, '0.1.0')).toBe('no')
  expect(await take(one, '0.2.0')).toBe('no')
  await feed.restart()
  now += 59 * minute
  await take(one, '0.2.0')
  expect(await take(other, '0.1.0')).toBe('no')
  const waiting = (await ask('/api/v1/updates', admin)).body
  expect(waiting).toMatchObject({
    offered: [{ version: '0.2.0', channel: 'latest-linux.yml', bytes: program.length }],
    first: one,
    staged: [{ version: '0.2.0', first: one, othersFrom: now + minute, isForAll: false }],
    wentBack: [],
  })
  now += minute
  await take(one, '0.2.0')
  expect(await take(other, '0.1.0')).toBe('tonight')
  await take(other, '0.1.0', { wentBack: { version: '0.2.0', at: 7, why: 'not-painted' } })
  await feed.restart()
  expect(await take(one, '0.1.0')).toBe('no')
  expect((await ask('/api/v1/updates', admin)).body).toMatchObject({
    staged: [],
    wentBack: [{ screen: other, version: '0.2.0', at: 7, why: 'not-painted' }],
  })
})

test('[S214] an admin has all screens take it now', async () => {
  await put(archive, program)
  await put('latest-linux.yml', channel)
  const screens: string[] = (await ask('/api/v1/screens', admin)).body.screens.map(
    ({ id }: { id: string }) => id,
  )
  for (const each of screens) await take(each, '0.1.0')
  expect((await send('/api/v1/updates/all', screen, 'POST', { version: '0.2.0' })).status).toBe(403)
  expect((await send('/api/v1/updates/all', admin, 'POST', { version: '0.2.0' })).status).toBe(200)
  for (const each of screens) expect(await take(each, '0.1.0')).toBe('now')
})
