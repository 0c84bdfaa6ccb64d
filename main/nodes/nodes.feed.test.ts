// Nodes on one PostgreSQL, two floors, and a proxy that sends each request to either of them.
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { PairingAnswer, PairingState } from '../../shared/wire/pairing.ts'
import { protocolVersion } from '../../shared/wire/socket.ts'
import { eventually } from '../../test/eventually.ts'
import { maya } from '../../test/feed/feed-browser.ts'
import { smallFloorText } from '../../test/floors/small-floor.ts'
import {
  at,
  type NodesHere,
  passedOn,
  prepareNodes,
  type Through,
  through,
} from '../../test/nodes/nodes-here.ts'
import { apiAccess, pageAccess } from '../feed/access/route-access.ts'
import type { RunningNode } from './node.ts'

const acme = 'acme.example'
const globex = 'globex.example'
let nodes: NodesHere
const sockets: Socket[] = []

const deal = (id: string, minor: number) => ({
  ...{ source: 'crm', id, type: 'deal', status: 'won', createdAt: '2026-11-02', closedAt: '2026-11-19' },
  ...{ amount: { minor, currency: 'USD' }, credits: [{ rep: 'priya' }] },
})

beforeAll(async () => {
  nodes = await prepareNodes([acme, globex])
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect()
  await nodes.endAll()
})
afterAll(() => nodes?.close())

test('[Q100] [Q101] [Q102] [Q103] whatever node is asked, a floor is one, and goes on when its node ends', async () => {
  const one = await nodes.startOne()
  const admin = await nodes.adminOf(through(one, acme), acme)
  const two = await nodes.startOne()
  const [here, there] = [through(one, acme), through(two, acme)]

  // Signed in at one node, known at the other.
  expect((await at(there, admin).get('/api/v1/me')).body).toMatchObject({ account: { email: maya.email } })
  const floor = await admin.get('/api/v1/floor')
  const put = await there.ask('/api/v1/floor', {
    method: 'PUT',
    body: smallFloorText,
    headers: {
      'content-type': 'application/yaml',
      'if-match': `"${floor.body?.version ?? 1}"`,
      cookie: admin.cookie ?? '',
      origin: here.url,
    },
  })
  expect([put.status, put.text]).toEqual([200, expect.anything()])
  const token = (await admin.post('/api/v1/tokens', { name: 'CRM', role: 'ingest' })).body.token
  const send = (place: Through, ...facts: object[]) =>
    place.ask('/api/v1/facts', {
      method: 'POST',
      body: JSON.stringify({ facts }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })

  // A TV that is paired through one node plays through the other.
  const tv = { build: 'b1', shell: 'browser', width: 1920, height: 1080 }
  const begun = await there.ask('/api/v1/pairings', {
    method: 'POST',
    body: JSON.stringify(tv),
    headers: { 'content-type': 'application/json' },
  })
  const { code, secret } = PairingAnswer.parse(begun.body)
  expect(
    (await admin.post(`/api/v1/pairings/${code}`, { screen: { name: 'Lobby', playlist: 'day' } })).status,
  ).toBe(200)
  const state = await there.ask('/api/v1/pairings/state', {
    method: 'POST',
    body: JSON.stringify({ secret }),
    headers: { 'content-type': 'application/json' },
  })
  const paired = PairingState.parse(state.body)
  if (paired.state !== 'paired') throw new Error(paired.state)
  const stages: unknown[] = []
  const watch = (node: RunningNode): Socket => {
    const auth = { token: paired.token, screen: null, protocol: protocolVersion }
    const socket = connectTo(`${node.url}/tv`, {
      ...{ transports: ['websocket'], auth, reconnection: false, extraHeaders: passedOn(acme) },
    })
    socket.on('stage', (stage) => stages.push(stage))
    sockets.push(socket)
    return socket
  }
  const socket = watch(two)
  await eventually(() => expect(stages.length).toBeGreaterThan(0))

  // Facts to either, each counted once.
  const sent = await Promise.all([send(here, deal('a', 100)), send(there, deal('b', 200))])
  expect(sent.map(({ status }) => status)).toEqual([200, 200])
  expect((await send(there, deal('a', 100))).body).toMatchObject({ unchanged: 1 })

  // Its node ends: the other one takes the floor, with all that belongs to it.
  await nodes.end(one)
  await eventually(() => expect(socket.connected).toBe(false))
  const again = await send(there, deal('c', 400))
  expect([again.status, again.text]).toEqual([200, expect.anything()])
  const seen = stages.length
  watch(two)
  await eventually(() => expect(stages.length).toBeGreaterThan(seen))
  expect((await at(there, admin).get('/api/v1/me')).body).toMatchObject({ account: { email: maya.email } })
  const sum = await at(there, admin).get('/api/v1/metrics/revenue?window=month&by=rep')
  expect(JSON.stringify(sum.body)).toContain('700')
})

/** Parameters of a route as somebody would guess them. */
const pathOf = (route: string): string => route.replace(/:\w+/g, 'x').replace('*', 'x.png')

test('[Q106] whoever belongs to another floor is a stranger at each route, socket and file', async () => {
  const one = await nodes.startOne()
  const [mine, theirs] = [through(one, acme), through(one, globex)]
  const admin = await nodes.adminOf(theirs, globex)
  const tokens: string[] = []
  for (const role of ['admin', 'ingest', 'screen', 'report'])
    tokens.push((await admin.post('/api/v1/tokens', { name: role, role })).body.token)

  const differing: string[] = []
  let asked = 0
  for (const route of Object.keys({ ...apiAccess, ...pageAccess })) {
    const [method = '', path = ''] = route.split(' ')
    const as = (headers: Record<string, string>) =>
      mine.ask(pathOf(path), {
        method,
        headers: {
          ...(method !== 'GET' && { origin: mine.url, 'content-type': 'application/json' }),
          // Each from an address of its own: who guesses much from one is not heard any more.
          'x-forwarded-for': `198.51.${100 + (asked >> 8)}.${asked & 255}`,
          ...headers,
        },
        ...(method !== 'GET' && { body: '{}' }),
      })
    const stranger = await as({})
    const guests = [
      { cookie: admin.cookie ?? '' },
      ...tokens.map((token) => ({ authorization: `Bearer ${token}` })),
    ]
    for (const headers of guests) {
      asked += 1
      const guest = await as(headers)
      if (guest.status !== stranger.status || guest.text !== stranger.text)
        differing.push(`${route}: ${stranger.status}, and ${guest.status} to a guest`)
    }
  }
  expect(differing).toEqual([])
  expect(asked).toBeGreaterThan(1000)

  const refusalOf = (namespace: string, auth: object, headers: object): Promise<string> =>
    new Promise((resolve) => {
      const socket = connectTo(`${one.url}/${namespace}`, {
        ...{ transports: ['websocket'], auth, reconnection: false },
        extraHeaders: { ...passedOn(acme), origin: mine.url, ...headers },
      })
      sockets.push(socket)
      socket.on('connect', () => resolve('let in'))
      socket.on('connect_error', (error) => resolve(error.message))
    })
  for (const namespace of ['tv', 'console']) {
    const hello = { protocol: protocolVersion, screen: null }
    const stranger = await refusalOf(namespace, { ...hello, token: null }, {})
    expect(stranger).not.toBe('let in')
    for (const token of tokens) expect(await refusalOf(namespace, { ...hello, token }, {})).toBe(stranger)
    const guest = await refusalOf(namespace, { ...hello, token: null }, { cookie: admin.cookie ?? '' })
    expect(guest).toBe(stranger)
  }
})

test('[Q100] a name that no floor has is told so', async () => {
  const one = await nodes.startOne()
  const { status, body } = await through(one, 'nobody.example').ask('/api/v1/me')
  expect([status, body.code]).toEqual([403, 'foreign-host'])
  const page = await through(one, 'nobody.example').ask('/tv', {
    headers: { accept: 'text/html', 'accept-language': 'de' },
  })
  expect(page.text).toContain('nobody.example')
  expect(page.text).toContain('lang="de"')
})

test('[Q105] a node that the others do not reach where it says is refused', async () => {
  const one = await nodes.startOne()
  const refused = nodes.startOne('http://127.0.0.1:1')
  await expect(refused).rejects.toThrow(
    /^The other nodes do not reach this one at http:\/\/127\.0\.0\.1:1, says process \d+ on .*: give with --node/,
  )
  // At the address of another one there is another one.
  await expect(nodes.startOne(one.url)).rejects.toThrow('The other nodes do not reach this one')
})
