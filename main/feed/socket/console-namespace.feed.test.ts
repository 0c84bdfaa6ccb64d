import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ControlMessage, FloorMessage, ScreensMessage } from '../../../shared/wire/console-socket.ts'
import type { ScreenStatus } from '../../../shared/wire/screens.ts'
import { type HealthMessage, protocolVersion } from '../../../shared/wire/socket.ts'
import { eventually } from '../../../test/eventually.ts'
import { makeToken } from '../../../test/feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const now = Date.parse('2026-11-20T20:00:00Z')
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

const connect = (namespace: string, auth: object): Socket => {
  const socket = connectTo(`${feed.url}${namespace}`, {
    transports: ['websocket'],
    auth,
    reconnection: false,
    forceNew: true,
  })
  sockets.push(socket)
  return socket
}

/** A console as it sees the floor and its screens. */
const openConsole = () => {
  const socket = connect('/console', { token: admin })
  const seen = { screens: new Map<string, ScreenStatus>(), floors: [] as number[], messages: 0 }
  socket.on('floor', (message) => seen.floors.push(FloorMessage.parse(message).version))
  socket.on('screens', (message) => {
    const { screens, gone } = ScreensMessage.parse(message)
    seen.messages += 1
    for (const screen of screens) seen.screens.set(screen.id, screen)
    for (const id of gone) seen.screens.delete(id)
  })
  return { socket, seen }
}

const openTv = (screen: string): Socket => connect('/tv', { screen, protocol: protocolVersion })

const health = (more: Partial<HealthMessage> = {}): HealthMessage => ({
  build: 'b1',
  shell: 'browser',
  scene: 'revenue',
  width: 1920,
  height: 1080,
  clockOffsetMs: 0,
  skipped: 0,
  ...more,
})

test('a console gets the floor and every screen, then what changes', async () => {
  const { seen } = openConsole()
  await eventually(() => expect([...seen.screens.keys()]).toEqual(['wall', 'calls-wall']))
  expect(seen.screens.get('wall')).toMatchObject({ state: 'never', playlist: 'day' })
  const tv = openTv('wall')
  await eventually(() => expect(seen.screens.get('wall')).toMatchObject({ state: 'live' }))
  tv.emit('health', health({ scene: 'teams', next: { board: 'revenue', at: now + 5000 } }))
  await eventually(() =>
    expect(seen.screens.get('wall')).toMatchObject({
      board: 'teams',
      next: { board: 'revenue', at: now + 5000 },
      tvs: [{ health: { scene: 'teams' } }],
    }),
  )
  tv.emit('health', health({ asleep: true }))
  await eventually(() => expect(seen.screens.get('wall')?.state).toBe('asleep'))
  expect(seen.screens.get('calls-wall')?.state).toBe('never')
  tv.disconnect()
  await eventually(() => expect(seen.screens.get('wall')).toMatchObject({ state: 'off', lastSeen: now }))
})

test('however much TVs say, a console hears of it a few times a second', async () => {
  const { seen } = openConsole()
  const tv = openTv('wall')
  await eventually(() => expect(seen.screens.get('wall')?.state).toBe('live'))
  const before = seen.messages
  for (let nth = 1; nth <= 500; nth++) tv.emit('health', health({ skipped: nth }))
  await eventually(() => expect(seen.screens.get('wall')?.tvs[0]?.health?.skipped).toBe(500))
  expect(seen.messages - before).toBeLessThanOrEqual(3)
})

test('a screen that is added comes, one that is taken out goes, and the version is announced', async () => {
  const { seen } = openConsole()
  await eventually(() => expect(seen.screens.size).toBe(2))
  const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/yaml' }
  const { text, version } = (await feed.ask('/api/v1/floor', { headers })).body
  const put = await feed.ask('/api/v1/floor', {
    method: 'PUT',
    headers,
    body: text.replace('id: calls-wall', 'id: kitchen'),
  })
  await eventually(() => expect([...seen.screens.keys()].sort()).toEqual(['kitchen', 'wall']))
  expect(seen.floors).toEqual([version, put.body.version])
})

test('a console hears of the screen whose remote it has opened, and of no other', async () => {
  const { socket, seen } = openConsole()
  const heard: string[] = []
  socket.on('control', (message) => {
    const { control } = ControlMessage.parse(message)
    heard.push(`${control.screen} ${control.hold?.board ?? 'free'} ${control.remotes.length}`)
  })
  await eventually(() => expect(seen.screens.size).toBe(2))
  socket.emit('watch', { screen: 'wall' })
  await eventually(() => expect(heard.at(-1)).toBe('wall free 1'))
  const versionOf = async (screen: string) =>
    (await feed.ask(`/api/v1/controls/${screen}`, { headers: { authorization: `Bearer ${admin}` } })).body
      .version
  const hold = async (screen: string, board: string) =>
    feed.ask('/api/v1/controls', {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        screens: [{ screen, version: await versionOf(screen) }],
        action: { do: 'hold', board, forMs: 60_000 },
      }),
    })
  expect((await hold('calls-wall', 'over')).status).toBe(200)
  expect((await hold('wall', 'teams')).status).toBe(200)
  await eventually(() => expect(heard.at(-1)).toBe('wall teams 1'))
  expect(heard.filter((each) => !each.startsWith('wall'))).toEqual([])
  openTv('wall')
  await eventually(() =>
    expect(seen.screens.get('wall')).toMatchObject({ state: 'held', hold: { board: 'teams' } }),
  )
})

test('a TV, a source and whoever has no token see nothing of it', async () => {
  await eventually(async () => expect((await feed.ask('/api/v1/screens')).status).toBe(401))
  for (const token of [
    null,
    await makeToken(feed.folder, 'screen'),
    await makeToken(feed.folder, 'ingest'),
  ]) {
    const socket = connect('/console', { token })
    const words = await new Promise((resolve) => {
      socket.on('connect', () => resolve('let in'))
      socket.on('connect_error', (error) => resolve(error.message))
    })
    expect(words).toBe('unauthorized')
  }
})

test('what a console must not send is dropped, and nothing ends by it', async () => {
  const { socket, seen } = openConsole()
  await eventually(() => expect(seen.screens.size).toBe(2))
  for (const junk of [null, 7, 'x', {}, { screen: 7 }, { screen: 'X'.repeat(5000) }, []]) {
    socket.emit('watch', junk)
    socket.emit('floor', junk)
    socket.emit('made-up', junk)
  }
  openTv('wall')
  await eventually(() => expect(seen.screens.get('wall')?.state).toBe('live'))
})
