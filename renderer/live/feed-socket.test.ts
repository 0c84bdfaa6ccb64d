// The line of a TV, held against a real Socket.IO server that says what each test wants.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FeedTrouble } from '../../shared/wire/kiosk.ts'
import { protocolVersion } from '../../shared/wire/socket.ts'
import { eventually } from '../../test/eventually.ts'
import { stageOf } from '../../test/renderer/stage.ts'
import { createFeedClock } from './feed-clock.ts'
import { connectFeed, type FeedSocket } from './feed-socket.ts'
import { createStore, type Store } from './store.ts'
import { emptyWall, type Wall } from './wall.ts'

const stage = stageOf(['revenue'], { now: 1_000 })

let io: Server
let url: string
let wall: Store<Wall>
let line: FeedSocket
/** What the feed says to whoever connects. */
let greeting: readonly (readonly [string, unknown])[]
const auths: unknown[] = []

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  // This runs in Node, which draws no frames.
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw))
  const server = createServer()
  io = new Server(server, { transports: ['websocket'], serveClient: false })
  io.of('/tv').on('connection', (socket) => {
    auths.push(socket.handshake.auth)
    for (const [event, message] of greeting) socket.emit(event, message)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  wall = createStore(emptyWall)
})
afterEach(async () => {
  line.close()
  await io.close()
  auths.length = 0
  trouble = null
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

let trouble: FeedTrouble | null = null

const connect = (...said: readonly (readonly [string, unknown])[]): void => {
  greeting = said
  line = connectFeed({
    url,
    identity: () => ({ token: 'key', screen: 'wall' }),
    wall,
    clock: createFeedClock({ running: () => performance.now(), wall: () => 1_000 }, 0),
    running: () => performance.now(),
    feedTrouble: async () => trouble,
    health: () => ({
      build: 'b1',
      shell: 'browser',
      scene: null,
      width: 1,
      height: 1,
      clockOffsetMs: 0,
      skipped: 0,
    }),
  })
}
const linkBecomes = (link: Wall['link']) => eventually(() => expect(wall.get().link).toEqual(link))

test('says which version it reads, and takes a feed of that version', async () => {
  connect(['hello', { protocol: protocolVersion, build: 'b1' }], ['stage', stage])
  await eventually(() => expect(wall.get().stage).toEqual(stage))
  expect(wall.get().link).toEqual({ state: 'connected' })
  expect(auths).toEqual([{ token: 'key', screen: 'wall', protocol: protocolVersion }])
})

test('a feed that does not say hello is read as before', async () => {
  connect(['stage', stage])
  await eventually(() => expect(wall.get().stage).toEqual(stage))
  expect(wall.get().link).toEqual({ state: 'connected' })
})

test.each([
  ['newer', protocolVersion + 1],
  ['older', protocolVersion - 1],
])('knows a feed of a %s version by its hello, and keeps the numbers it has', async (_, protocol) => {
  wall.set((before) => ({ ...before, stage }))
  connect(['hello', { protocol, build: 'b2' }])
  await linkBecomes({ state: 'unreadable', feed: { protocol, build: 'b2' } })
  expect(wall.get().stage).toEqual(stage)
})

test('a stage that cannot be read is known as such, with what the feed said of itself', async () => {
  connect(['hello', { protocol: protocolVersion, build: 'b2' }], ['stage', { ...stage, playlists: 7 }])
  await linkBecomes({ state: 'unreadable', feed: { protocol: protocolVersion, build: 'b2' } })
})

test('without a hello nothing is known of a feed whose stage cannot be read', async () => {
  connect(['stage', { ...stage, protocol: protocolVersion + 1 }])
  await linkBecomes({ state: 'unreadable', feed: null })
})

test('goes on once the feed can be read again', async () => {
  connect(['hello', { protocol: protocolVersion + 1, build: 'b2' }])
  await linkBecomes({ state: 'unreadable', feed: { protocol: protocolVersion + 1, build: 'b2' } })
  greeting = [
    ['hello', { protocol: protocolVersion, build: 'b1' }],
    ['stage', stage],
  ]
  io.of('/tv').disconnectSockets()
  await eventually(() => expect(wall.get().stage).toEqual(stage))
  expect(wall.get().link).toEqual({ state: 'connected' })
})

test('words that cannot be read make no number newer', async () => {
  connect(['hello', { protocol: protocolVersion + 1, build: 'b2' }])
  await linkBecomes({ state: 'unreadable', feed: { protocol: protocolVersion + 1, build: 'b2' } })
  const heardAt = line.heardAt()
  io.of('/tv').emit('stage', { of: 'another version' })
  await eventually(() => expect(console.warn).toHaveBeenCalled())
  expect(line.heardAt()).toBe(heardAt)
})

test('[S178] what the kiosk says of its own feed is known with the line, and forgotten with it', async () => {
  trouble = { kind: 'refusing', said: 'the disk is full' }
  connect(['stage', stage])
  await linkBecomes({ state: 'connected', trouble: { kind: 'refusing', said: 'the disk is full' } })
  trouble = null
  io.of('/tv').disconnectSockets()
  await linkBecomes({ state: 'connected' })
})
