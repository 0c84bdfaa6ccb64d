import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Server } from 'socket.io'
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { applyPatch } from '../../../shared/domain/screens/patch.ts'
import type { Audience } from '../../../shared/wire/audience.ts'
import { HashedPin } from '../../../shared/wire/service.ts'
import {
  BoardMessage,
  PatchMessage,
  protocolVersion,
  StageMessage,
  SyncAnswer,
} from '../../../shared/wire/socket.ts'
import { BoardView } from '../../../shared/wire/view.ts'
import { eventually } from '../../../test/eventually.ts'
import { keepNewToken, makeToken, openIdentity, openTokens } from '../../../test/feed/make-token.ts'
import { openTestScreens } from '../../../test/feed/open-test-screens.ts'
import {
  call,
  openTestFloor,
  type TestFloor,
  testClock,
  wonDeal,
} from '../../../test/floors/open-test-floor.ts'
import type { Access } from '../access/access.ts'
import { type Controls, openControls } from '../control/controls.ts'
import type { ScreenDesk } from '../screens/screen-desk.ts'
import { openServicePin, type ServicePin } from '../screens/service-pin.ts'
import { openSecretFile } from '../store/secret-file.ts'
import { createSocketServer } from './socket-server.ts'
import { openTvNamespace, type TvNamespace } from './tv-namespace.ts'

const clock = testClock('2026-11-20T20:00:00Z')
let test: TestFloor
let io: Server
let tvs: TvNamespace
let access: Access
let screens: ScreenDesk
let controls: Controls
let servicePin: ServicePin
let url: string
let stop: () => void
const clients: Socket[] = []

beforeEach(async () => {
  test = await openTestFloor(clock)
  const server = createServer()
  io = createSocketServer({
    server,
    mayConnect: (request) => request.headers.origin !== 'https://evil.example',
  })
  const identity = openIdentity(test.folder)
  access = identity.access
  screens = openTestScreens({ floor: test.floor, tokens: identity.tokens, clock })
  controls = openControls({
    file: join(test.folder, 'control.json'),
    floor: test.floor,
    build: 'b1',
    clock,
    onError: (what) => expect.unreachable(what),
  })
  servicePin = await openServicePin(openSecretFile(test.folder), (what) => expect.unreachable(what))
  tvs = openTvNamespace({
    io,
    identity,
    floor: test.floor,
    screens,
    plays: { take: () => true },
    celebrations: {
      listen: () => () => undefined,
      showingOn: () => [],
      mediaAhead: () => [],
      report: () => true,
    },
    controls,
    servicePin,
    clock,
    build: 'b1',
    limits: { mayShowOn: () => true },
    codesOf: () => null,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tv`
  stop = () => server.close()
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect()
  tvs.close()
  await io.close()
  screens.close()
  await controls.close()
  stop()
  await test.close()
})

interface Tv {
  readonly client: Socket
  readonly boards: Map<string, { version: number; view: BoardView }>
  readonly gaps: string[]
  stage: StageMessage | null
}

const connect = (auth: object = {}, options: object = {}): Tv => {
  const said = { protocol: protocolVersion, ...auth }
  const client = connectTo(url, { transports: ['websocket'], auth: said, reconnection: false, ...options })
  clients.push(client)
  const tv: Tv = { client, boards: new Map(), gaps: [], stage: null }
  client.on('stage', (message) => {
    tv.stage = StageMessage.parse(message)
  })
  client.on('board', (message) => {
    const { version, view } = BoardMessage.parse(message)
    tv.boards.set(view.id, { version, view })
  })
  client.on('patch', (message) => {
    const { board, from, to, ops } = PatchMessage.parse(message)
    const known = tv.boards.get(board)
    if (!known || known.version !== from) {
      tv.gaps.push(board)
      return
    }
    tv.boards.set(board, { version: to, view: BoardView.parse(applyPatch(known.view, ops)) })
  })
  return tv
}

const shows = (tv: Tv, board: string): Promise<void> =>
  eventually(() => expect(tv.boards.get(board)?.view).toEqual(test.floor.boardView(board)))

it('sends the stage and every board of the screen, then patches that end in exactly the view of the feed', async () => {
  const [wall, other] = [connect({ screen: 'wall' }), connect({ screen: 'calls-wall' })]
  await eventually(() => expect(wall.boards.size).toBe(3))
  expect(wall.stage).toMatchObject({ build: 'b1', screen: { id: 'wall', timeZone: 'America/New_York' } })
  await eventually(() => expect([...other.boards.keys()]).toEqual(['over']))
  for (let i = 0; i < 30; i++)
    await test.put(
      wonDeal(i % 2 ? 'priya' : 'elena', 40 + i, '2026-11-20T19:00:00Z'),
      call('marcus', '2026-11-20T19:00:00Z', `c${i}`),
    )
  for (const board of ['revenue', 'teams', 'over']) await shows(wall, board)
  await shows(other, 'over')
  expect([...wall.gaps, ...other.gaps]).toEqual([])
})

it('[S202] tells TVs a hash of the service PIN, again when it is made anew, and previews nothing', async () => {
  const told: unknown[] = []
  const toldToPreview: unknown[] = []
  const wall = connect({ screen: 'wall' })
  wall.client.on('service-pin', (message) => void told.push(HashedPin.parse(message)))
  const preview = connect({ preview: { screen: 'wall' } })
  preview.client.on('service-pin', (message) => void toldToPreview.push(message))
  await eventually(async () => expect(told).toEqual([await servicePin.hashed()]))
  await servicePin.renew()
  await eventually(async () => expect(told.at(-1)).toEqual(await servicePin.hashed()))
  expect(told).toHaveLength(2)
  await eventually(() => expect(preview.stage).not.toBeNull())
  expect(toldToPreview).toEqual([])
})

it('gives each TV that comes the board as it stands then, also when a fact comes while it is let in', async () => {
  for (let nth = 0; nth < 8; nth++) {
    const early = connect({ screen: 'wall' })
    const fact = test.put(wonDeal('priya', nth + 1, '2026-11-20T19:00:00Z'))
    const late = connect({ screen: 'wall' })
    await fact
    const after = connect({ screen: 'wall' })
    for (const tv of [early, late, after]) await shows(tv, 'revenue')
    expect([early, late, after].flatMap(({ gaps }) => gaps)).toEqual([])
  }
})

it('heals a gap with the whole board', async () => {
  const tv = connect({ screen: 'wall' })
  await eventually(() => expect(tv.boards.size).toBe(3))
  const known = tv.boards.get('revenue')
  if (known) tv.boards.set('revenue', { ...known, version: known.version - 1 })
  await test.put(wonDeal('priya', 1, '2026-11-20T19:00:00Z'))
  await eventually(() => expect(tv.gaps).toEqual(['revenue']))
  tv.client.emit('resync', { board: 'revenue' })
  await shows(tv, 'revenue')
})

it('answers the clock, and lives on whatever a TV sends', async () => {
  const tv = connect()
  await eventually(() => expect(tv.stage).not.toBeNull())
  for (const junk of [null, 7, 'x', {}, { board: 7 }, { board: 'x'.repeat(10_000) }, []]) {
    tv.client.emit('resync', junk)
    tv.client.emit('health', junk)
    tv.client.emit('sync', junk)
  }
  expect(SyncAnswer.parse(await tv.client.emitWithAck('sync'))).toEqual({ now: clock.now() })
})

it('lets nobody in without a token once one is asked for, and cuts off one that is revoked', async () => {
  const { token, stored } = await keepNewToken(test.folder, 'screen')
  await makeToken(test.folder, 'screen')
  const ingest = await makeToken(test.folder, 'ingest')
  await eventually(async () => expect(await access.pass({ kind: 'local' }, 'read')).toBe('unknown'))
  const stranger = connect()
  const refused = await new Promise<Error>((resolve) => stranger.client.on('connect_error', resolve))
  expect(refused.message).toBe('unauthorized')
  const wrongRole = await new Promise<Error>((resolve) =>
    connect({ token: ingest }).client.on('connect_error', resolve),
  )
  expect(wrongRole.message).toBe('unauthorized')
  const tv = connect({ token })
  await eventually(() => expect(tv.stage).not.toBeNull())
  expect(tvs.connected()).toBe(1)
  await openTokens(test.folder).revokeToken(stored.id)
  await eventually(() => expect(tv.client.connected).toBe(false))
})

it('refuses a screen that the floor does not have, naming those it has; none asked for is the first', async () => {
  const refused = await new Promise<Error>((resolve) =>
    connect({ screen: 'nope' }).client.on('connect_error', resolve),
  )
  expect(refused.message).toBe('the floor file has no screen "nope"; it has "wall", "calls-wall"')
  for (const screen of [undefined, null, '']) {
    const tv = connect({ screen })
    await eventually(() => expect(tv.stage?.screen.id).toBe('wall'))
  }
})

it('lets a TV in once the floor gains its screen, and out when the screen goes', async () => {
  const { text, file } = test.floor.current()
  const added = { id: 'lobby', name: 'Lobby', playlist: 'day', schedule: [], calm: false, safeArea: 0 }
  const tv = connect({ screen: 'lobby' }, { reconnection: true })
  await new Promise((resolve) => tv.client.on('connect_error', resolve))
  await test.floor.replace(stringify({ ...file, screens: [...file.screens, added] }), null, 'test')
  tv.client.connect()
  await eventually(() => expect(tv.stage?.screen.id).toBe('lobby'))
  await test.floor.replace(text, null, 'test')
  const refused = await new Promise<Error>((resolve) => {
    tv.client.on('connect_error', resolve)
    tv.client.on('disconnect', () => tv.client.connect())
  })
  expect(refused.message).toContain('no screen "lobby"')
})

it('serves nothing on the namespace that Socket.IO always has', async () => {
  const client = connectTo(url.replace('/tv', '/'), { transports: ['websocket'], reconnection: false })
  clients.push(client)
  const refused = await new Promise<Error>((resolve) => client.on('connect_error', resolve))
  expect(refused.message).toBe('nothing is served here')
})

it('does not keep whoever asks for it over a bare WebSocket', async () => {
  const began = performance.now()
  const key = Buffer.alloc(16).toString('base64')
  const asked = request(`${url.replace('/tv', '')}/socket.io/?EIO=4&transport=websocket`, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': key,
    },
  })
  const closed = new Promise((resolve) =>
    asked.on('upgrade', (_answer, socket) => {
      // One text frame, masked with nothing: "40", which connects to that namespace.
      socket.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30]))
      socket.on('close', resolve)
      socket.resume()
    }),
  )
  asked.end()
  await closed
  // Socket.IO itself gives a silent one up after 45 seconds.
  expect(performance.now() - began).toBeLessThan(30_000)
})

it('opens no socket for a page of another site', async () => {
  const tv = connect({}, { extraHeaders: { origin: 'https://evil.example' } })
  await new Promise((resolve) => tv.client.on('connect_error', resolve))
  expect(tv.client.connected).toBe(false)
})

it('sends an edited floor to walls that are already up', async () => {
  const tv = connect({ screen: 'wall' })
  await eventually(() => expect(tv.boards.size).toBe(3))
  const { file, version } = test.floor.current()
  const boards = file.boards.map((board) =>
    board.id === 'revenue' ? { ...board, title: 'Won this quarter' } : board,
  )
  const edited = {
    ...file,
    boards,
    playlists: file.playlists.filter(({ id }) => id === 'day'),
    screens: [{ id: 'wall', name: 'Wall', playlist: 'day', schedule: [], calm: true, safeArea: 0 }],
  }
  await test.floor.replace(stringify(edited), version, 'test')
  await eventually(() => expect(tv.stage?.screen.calm).toBe(true))
  await eventually(() => expect(tv.boards.get('revenue')?.view.title).toBe('Won this quarter'))
  await test.put(wonDeal('priya', 1, '2026-11-20T19:00:00Z'))
  await shows(tv, 'revenue')
})

const withAudiences = (audiences: Readonly<Record<string, Audience>>, title?: string) => {
  const { file } = test.floor.current()
  const boards = file.boards.map((board) => {
    const audience: Audience = audiences[board.id] ?? 'floor'
    return { ...board, audience, title: audience === 'floor' ? board.title : (title ?? board.title) }
  })
  return test.floor.replace(stringify({ ...file, boards }), null, 'test')
}

it('[S1] sends no board that is not for the floor, at the machine itself neither, and lets nobody ask for one', async () => {
  await withAudiences({ revenue: 'managers', over: 'leadership' })
  const tv = connect({ screen: 'wall' })
  await eventually(() => expect([...tv.boards.keys()]).toEqual(['teams']))
  for (const board of ['revenue', 'over']) tv.client.emit('resync', { board })
  await test.put(wonDeal('priya', 1, '2026-11-20T19:00:00Z'))
  await tv.client.emitWithAck('sync')
  await shows(tv, 'teams')
  expect([...tv.boards.keys(), ...tv.gaps]).toEqual(['teams'])
  expect(tv.stage?.withheld).toEqual(['evening'])
})

it('[S1] takes a board from the walls with the edit that says it is not for the floor', async () => {
  const tv = connect({ screen: 'wall' })
  await eventually(() => expect(tv.boards.size).toBe(3))
  const received: unknown[] = []
  tv.client.onAny((event, message) => received.push(event, message))
  await withAudiences({ revenue: 'managers' }, 'What each of us earns')
  await eventually(() => expect(tv.stage?.playlists['day']?.map(({ board }) => board)).toEqual(['teams']))
  await test.put(wonDeal('priya', 1, '2026-11-20T19:00:00Z'))
  await shows(tv, 'teams')
  expect(received).toContain('stage')
  expect(JSON.stringify(received)).not.toContain('What each of us earns')
})

it('[S143] draws a private board for whoever may see it, and withholds it from others as if it were not there', async () => {
  await withAudiences({ revenue: 'managers' })
  const token = await makeToken(test.folder, 'admin')
  const manager = connect({ preview: { board: 'revenue' }, token })
  await eventually(() => expect([...manager.boards.keys()]).toEqual(['revenue']))
  const [viewer, nowhere] = [
    connect({ preview: { board: 'revenue' } }),
    connect({ preview: { board: 'gone' } }),
  ]
  for (const preview of [viewer, nowhere]) {
    await eventually(() =>
      expect(preview.stage).toMatchObject({ withheld: ['preview'], playlists: { preview: [] } }),
    )
    expect(preview.boards.size).toBe(0)
  }
})

describe('versions', () => {
  /** All that comes, in order. */
  const listen = (auth: object): { readonly events: unknown[]; readonly client: Socket } => {
    const { client } = connect({ screen: 'wall', ...auth })
    const events: unknown[] = []
    client.onAny((event, message) => events.push(event === 'hello' ? { event, message } : event))
    return { events, client }
  }
  const hello = { event: 'hello', message: { protocol: protocolVersion, build: 'b1' } }

  it('says its version and build before anything else', async () => {
    const { events } = listen({ protocol: protocolVersion })
    await eventually(() => expect(events).toEqual([hello, 'stage', 'board', 'board', 'board']))
  })

  it('takes a TV that says no version for one of version 1, which reads nothing of this one', async () => {
    const { events, client } = listen({ protocol: undefined })
    expect(SyncAnswer.parse(await client.emitWithAck('sync'))).toEqual({ now: clock.now() })
    expect(events).toEqual([hello])
  })

  it.each([
    ['older', protocolVersion - 1],
    ['newer', protocolVersion + 1],
  ])(
    'sends an %s TV what it can read, its clock, and nothing else, whatever happens',
    async (_, protocol) => {
      const { events, client } = listen({ protocol })
      await eventually(() => expect(events).toEqual([hello]))
      const { file } = test.floor.current()
      const renamed = { ...file, floor: { ...file.floor, name: 'Renamed' } }
      await test.floor.replace(stringify(renamed), null, 'test')
      await test.put(wonDeal('priya', 1, '2026-11-20T19:00:00Z'))
      client.emit('resync', { board: 'revenue' })
      expect(SyncAnswer.parse(await client.emitWithAck('sync'))).toEqual({ now: clock.now() })
      expect([events, client.connected]).toEqual([[hello], true])
    },
  )
})
