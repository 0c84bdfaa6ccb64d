// Pairing over HTTP and the socket, on a real feed.
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PairingAnswer, PairingState, RefusedTv } from '../../../shared/wire/pairing.ts'
import { ScreensAnswer } from '../../../shared/wire/screens.ts'
import { protocolVersion, StageMessage } from '../../../shared/wire/socket.ts'
import { eventually } from '../../../test/eventually.ts'
import { makeToken } from '../../../test/feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const newTv = { build: 'b1', shell: 'browser', width: 1920, height: 1080 }
const minute = 60_000

let now = Date.parse('2026-11-20T20:00:00Z')
let feed: TestFeed
let admin: string
const sockets: Socket[] = []

beforeEach(async () => {
  feed = await startTestFeed({ clock: { now: () => now } })
  admin = await makeToken(feed.folder, 'admin')
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect()
  await feed.close()
})

const post = (path: string, body: unknown, token: string | null = null) =>
  feed.ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
  })
const get = (path: string, token: string | null = admin) =>
  feed.ask(path, { headers: token === null ? {} : { authorization: `Bearer ${token}` } })
const remove = (path: string, token: string | null = admin) =>
  feed.ask(path, { method: 'DELETE', headers: token === null ? {} : { authorization: `Bearer ${token}` } })

const begin = async () => PairingAnswer.parse((await post('/api/v1/pairings', newTv)).body)
const stateOf = async (secret: string) =>
  PairingState.parse((await post('/api/v1/pairings/state', { secret })).body)

/** Pairs a new TV as a screen of this name; its token. */
const pair = async (body: unknown) => {
  const { code, secret } = await begin()
  const answer = await post(`/api/v1/pairings/${code}`, body, admin)
  expect([answer.status, answer.text]).toEqual([200, expect.anything()])
  const state = await stateOf(secret)
  if (state.state !== 'paired') throw new Error(state.state)
  return { ...state, code, secret }
}

/** What the feed says to a TV that comes with this token. */
const comeWith = (token: string | null, screen: string | null = null) =>
  new Promise<{ stage: StageMessage } | { words: string; data: RefusedTv }>((resolve) => {
    const auth = { token, screen, protocol: protocolVersion }
    const socket = connectTo(`${feed.url}/tv`, { transports: ['websocket'], auth, reconnection: false })
    sockets.push(socket)
    socket.on('stage', (stage) => resolve({ stage: StageMessage.parse(stage) }))
    socket.on('connect_error', (error) =>
      resolve({ words: error.message, data: RefusedTv.parse('data' in error ? error.data : null) }),
    )
  })

test('a TV shows a code, a manager types it and names the screen, and the TV plays', async () => {
  const { code, secret, url, console: address, expiresAt } = await begin()
  expect(expiresAt - now).toBe(5 * minute)
  expect(url).toBe(`${feed.url}/console/pair/${code}`)
  expect(address).toBe(`${feed.url.slice('http://'.length)}/console`)
  expect(await stateOf(secret)).toEqual({ state: 'waiting' })
  const typed = `${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`
  expect((await get(`/api/v1/pairings/${encodeURIComponent(typed)}`)).body).toEqual({
    ...newTv,
    code,
    address: '127.0.0.1',
    expiresAt,
  })
  expect(await stateOf(secret)).toEqual({ state: 'found' })
  const asked = { screen: { name: 'Küche <b>London</b>', playlist: 'day', office: 'London', calm: true } }
  const paired = await post(`/api/v1/pairings/${code}`, asked, admin)
  expect(paired.body).toEqual({ screen: 'kuche-b-london-b', version: expect.any(Number) })
  const state = await stateOf(secret)
  expect(state).toMatchObject({ state: 'paired', screen: 'kuche-b-london-b' })
  const floor = await get('/api/v1/floor')
  expect(floor.body.version).toBe(paired.body.version)
  expect(floor.body.file.screens.at(-1)).toMatchObject({ id: 'kuche-b-london-b', ...asked.screen })
  const came = await comeWith(state.state === 'paired' ? state.token : '')
  expect(came).toMatchObject({ stage: { screen: { name: asked.screen.name, calm: true } } })
})

test('names that make the same id get ids of their own, and so do names without Latin letters', async () => {
  const names = ['Kitchen', 'Kitchen', 'kitchen!', 'キッチン', '厨房']
  const ids: string[] = []
  for (const name of names) ids.push((await pair({ screen: { name } })).screen)
  expect(ids).toEqual(['kitchen', 'kitchen-2', 'kitchen-3', 'screen', 'screen-2'])
  expect(new Set(ids).size).toBe(names.length)
})

test('a token of one TV opens its screen alone, and nothing else', async () => {
  const { token, screen } = await pair({ screen: { name: 'Kitchen', playlist: 'day' } })
  for (const asked of [null, 'wall', screen, 'made-up'])
    expect(await comeWith(token, asked)).toMatchObject({ stage: { screen: { id: screen } } })
  for (const path of ['/api/v1/floor', '/api/v1/screens', '/api/v1/pairings/ACDEFG'])
    expect([path, (await get(path, token)).status]).toEqual([path, 403])
  expect((await post(`/api/v1/screens/${screen}/commands`, { command: 'reload' }, token)).status).toBe(403)
})

test('a code works once, and only before it ends; both are answered like one that never was', async () => {
  const { code } = await pair({ screen: { name: 'Kitchen' } })
  const used = await get(`/api/v1/pairings/${code}`)
  const old = await begin()
  now += 5 * minute
  const ended = await get(`/api/v1/pairings/${old.code}`)
  const never = await get('/api/v1/pairings/ACDEFG')
  const noCode = await get('/api/v1/pairings/10-O')
  for (const answer of [used, ended, never, noCode])
    expect([answer.status, answer.text]).toEqual([404, never.text])
  expect(await stateOf(old.secret)).toEqual({ state: 'gone' })
})

test('whoever guesses is not heard any more, and hears when they are again', async () => {
  const statuses: number[] = []
  for (let nth = 0; nth < 8; nth++) statuses.push((await get('/api/v1/pairings/ACDEFG')).status)
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429])
  const refused = await get('/api/v1/pairings/ACDEFG')
  expect(refused.body).toMatchObject({ code: 'too-many-tries', retryAfterSeconds: 12 })
  expect(refused.headers.get('retry-after')).toBe('12')
  // A right one too: an answer would say that it is right.
  const { code } = await begin()
  expect((await get(`/api/v1/pairings/${code}`)).status).toBe(429)
  now += 12_000
  expect((await get(`/api/v1/pairings/${code}`)).status).toBe(200)
})

test('only who may edit the floor finds TVs', async () => {
  const { code } = await begin()
  // Until it is noticed that there is an admin token.
  await eventually(async () => expect((await get('/api/v1/screens', null)).status).toBe(401))
  for (const token of [
    null,
    await makeToken(feed.folder, 'ingest'),
    await makeToken(feed.folder, 'screen'),
  ]) {
    const status = token === null ? 401 : 403
    expect((await get(`/api/v1/pairings/${code}`, token)).status).toBe(status)
    expect((await post(`/api/v1/pairings/${code}`, { screen: { name: 'X' } }, token)).status).toBe(status)
  }
})

test('what the floor refuses leaves the code as it was', async () => {
  const { code, secret } = await begin()
  const refused = await post(
    `/api/v1/pairings/${code}`,
    { screen: { name: 'X', playlist: 'no-such-playlist' } },
    admin,
  )
  expect([refused.status, refused.body.code]).toEqual([422, 'bad-floor'])
  for (const body of [{}, { screen: {} }, { screen: { name: 'X', id: 'y' } }, { replaces: 'X Y' }, null])
    expect((await post(`/api/v1/pairings/${code}`, body, admin)).body.code).toBe('bad-body')
  expect((await post(`/api/v1/pairings/${code}`, { replaces: 'made-up' }, admin)).status).toBe(404)
  expect((await post(`/api/v1/pairings/${code}`, { screen: { name: 'X' } }, admin)).status).toBe(200)
  expect(await stateOf(secret)).toMatchObject({ state: 'paired', screen: 'x' })
})

test('a TV stands in for another, whose token is then good for nothing', async () => {
  const first = await pair({ screen: { name: 'Kitchen' } })
  const second = await pair({ replaces: 'kitchen' })
  expect(second.screen).toBe('kitchen')
  expect(await comeWith(second.token)).toMatchObject({ stage: { screen: { id: 'kitchen' } } })
  expect(await comeWith(first.token)).toMatchObject({ data: { pairing: 'revoked', screen: 'kitchen' } })
  const { body } = await get('/api/v1/floor')
  expect(body.file.screens.filter(({ id }: { id: string }) => id === 'kitchen')).toHaveLength(1)
})

test('a screen that is taken off the wall is put out and hears by whom, also after a restart', async () => {
  const { token, screen } = await pair({ screen: { name: 'Kitchen' } })
  await comeWith(token)
  const [tv] = sockets
  expect((await remove(`/api/v1/screens/${screen}/tokens`)).body).toEqual({ revoked: 1 })
  await eventually(() => expect(tv?.connected).toBe(false))
  await feed.restart()
  const data = { pairing: 'revoked', screen, by: expect.stringMatching(/^token /), at: now }
  expect(await comeWith(token)).toEqual({ words: 'unauthorized', data })
})

test('a screen that the floor no longer has is told so, and plays again once it is back', async () => {
  const { token } = await pair({ screen: { name: 'Kitchen', playlist: 'day' } })
  const { text } = (await get('/api/v1/floor')).body
  const put = (floor: string) =>
    feed.ask('/api/v1/floor', {
      method: 'PUT',
      body: floor,
      headers: { 'content-type': 'application/yaml', authorization: `Bearer ${admin}` },
    })
  const without = text.replace('id: kitchen', 'id: other')
  expect((await put(without)).status).toBe(200)
  expect(await comeWith(token)).toMatchObject({ data: { pairing: 'screen-gone', screen: 'kitchen' } })
  expect((await put(text)).status).toBe(200)
  expect(await comeWith(token)).toMatchObject({ stage: { screen: { id: 'kitchen' } } })
})

test('a TV that is paired locks no other out, on a machine where none had to be', async () => {
  const open = await startTestFeed({ clock: { now: () => now } })
  const { body } = await open.ask('/api/v1/pairings', {
    method: 'POST',
    body: JSON.stringify(newTv),
    headers: { 'content-type': 'application/json' },
  })
  const paired = await open.ask(`/api/v1/pairings/${body.code}`, {
    method: 'POST',
    body: JSON.stringify({ screen: { name: 'Kitchen' } }),
    headers: { 'content-type': 'application/json' },
  })
  expect(paired.status).toBe(200)
  expect((await open.ask('/api/v1/boards')).status).toBe(200)
  await open.close()
})

test('screens are listed with who paired them, when they were seen, and what they would show', async () => {
  const { token, screen } = await pair({ screen: { name: 'Kitchen', playlist: 'day' } })
  const list = async () => ScreensAnswer.parse((await get('/api/v1/screens')).body).screens
  const kitchen = async () => (await list()).find(({ id }) => id === screen)
  expect(await kitchen()).toMatchObject({
    state: 'never',
    since: null,
    lastSeen: null,
    tvs: [],
    playlist: 'day',
    because: 'always on, as set for this screen',
    board: expect.any(String),
    paired: { at: now, by: expect.stringMatching(/^token /) },
  })
  await comeWith(token)
  expect(await kitchen()).toMatchObject({ state: 'live', since: now, tvs: [{ since: now, health: null }] })
  const seen = now
  sockets.at(-1)?.disconnect()
  await eventually(async () =>
    expect(await kitchen()).toMatchObject({ state: 'off', lastSeen: seen, since: seen }),
  )
  now += minute
  await feed.restart()
  expect(await kitchen()).toMatchObject({ state: 'off', lastSeen: seen, since: seen, tvs: [] })
})

test('a page of another site can ask for no code, the kiosk’s own can', async () => {
  const ask = (origin: string) =>
    feed.ask('/api/v1/pairings', {
      method: 'POST',
      body: JSON.stringify(newTv),
      headers: { 'content-type': 'application/json', origin },
    })
  expect((await ask('https://evil.example')).body.code).toBe('foreign-origin')
  const kiosk = await ask('app://floorboard')
  expect([kiosk.status, kiosk.headers.get('access-control-allow-origin')]).toEqual([200, 'app://floorboard'])
  const preflight = await feed.ask('/api/v1/pairings', {
    method: 'OPTIONS',
    headers: { origin: 'app://floorboard', 'access-control-request-method': 'POST' },
  })
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
    204,
    'app://floorboard',
  ])
  const elsewhere = await feed.ask('/api/v1/facts', {
    method: 'POST',
    headers: { origin: 'app://floorboard' },
  })
  expect(elsewhere.body.code).toBe('foreign-origin')
})
