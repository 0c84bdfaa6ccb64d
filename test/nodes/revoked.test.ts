// What is signed in, paired and revoked at one of two nodes, each in a process of its own, and asked for at the other.
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PairingAnswer, PairingState } from '../../shared/wire/pairing.ts'
import { protocolVersion } from '../../shared/wire/socket.ts'
import { eventually } from '../eventually.ts'
import { type FeedBrowser, maya, openFeedBrowser } from '../feed/feed-browser.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { type Deployment, type NodeProcess, startDeployment } from './deployment.ts'
import { at, passedOn, type Through, through } from './nodes-here.ts'

const acme = 'acme.example'
const https = { 'x-forwarded-proto': 'https' }

let deployment: Deployment
const nodes: NodeProcess[] = []
const sockets: Socket[] = []
beforeAll(async () => {
  deployment = await startDeployment([acme])
  nodes.push(await deployment.startNode(0), await deployment.startNode(1))
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await deployment?.close()
})

/** A node itself, as the proxy asks it. */
const node = (nth: number): Through => {
  const place = through({ url: nodes[nth]?.url ?? '' }, acme)
  return {
    url: `https://${acme}`,
    ask: (path, init = {}) => place.ask(path, { ...init, headers: { ...https, ...init.headers } }),
  }
}
const ownerOf = async (): Promise<number> => {
  const { out } = await deployment.run('floor', 'list', '--json')
  return nodes.findIndex(({ url }) => url === JSON.parse(out)[0].owner?.url)
}
const ownedBySomebody = async (): Promise<number> => {
  await eventually(async () => expect(await ownerOf()).not.toBe(-1), 200)
  return ownerOf()
}

const signIn = async (nth: number): Promise<FeedBrowser> => {
  const browser = openFeedBrowser(node(nth))
  const { email, password } = maya
  const answer = await browser.post('/api/v1/sign-in', { email, password })
  expect([answer.status, answer.text]).toEqual([200, expect.anything()])
  return browser
}
const opens = async (nth: number, browser: FeedBrowser): Promise<number> =>
  (await at(node(nth), browser).get('/api/v1/me/sessions')).status
const sessionOf = async (nth: number, browser: FeedBrowser): Promise<string> => {
  const { body } = await at(node(nth), browser).get('/api/v1/me/sessions')
  return body.sessions.find(({ current }: { current: boolean }) => current).id
}
const tokenOpens = async (nth: number, token: string): Promise<number> =>
  (await node(nth).ask('/api/v1/floor', { headers: { authorization: `Bearer ${token}` } })).status

const json = { 'content-type': 'application/json' }
/** Its code is shown through one node, and entered through another. */
const pairTv = async (shownAt: number, enteredAt: number, admin: FeedBrowser, name: string) => {
  const tv = { build: 'b1', shell: 'browser', width: 1920, height: 1080 }
  const ask = (path: string, body: object) =>
    node(shownAt).ask(path, { method: 'POST', headers: json, body: JSON.stringify(body) })
  const { code, secret } = PairingAnswer.parse((await ask('/api/v1/pairings', tv)).body)
  const entered = await at(node(enteredAt), admin).post(`/api/v1/pairings/${code}`, {
    screen: { name, playlist: 'day' },
  })
  expect([entered.status, entered.text]).toEqual([200, expect.anything()])
  const state = PairingState.parse((await ask('/api/v1/pairings/state', { secret })).body)
  if (state.state !== 'paired') throw new Error(state.state)
  return { token: state.token, screen: entered.body.screen as string }
}
const connect = (nth: number, token: string): Socket => {
  const socket = connectTo(`${nodes[nth]?.url}/tv`, {
    ...{ transports: ['websocket'], auth: { token, screen: null, protocol: protocolVersion } },
    ...{ reconnection: false, forceNew: true, extraHeaders: { ...passedOn(acme), ...https } },
  })
  sockets.push(socket)
  return socket
}
/** `let in`, or why not. */
const outcomeOf = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.once('stage', () => resolve('let in'))
    socket.once('connect_error', ({ message }) => resolve(message))
  })

test('[Q25] [Q26] whoever signs in, and every TV that is paired, is known at each node, and refused at each once that is revoked at one', async () => {
  const joined = openFeedBrowser(node(0))
  const first = await joined.post('/api/v1/first-admin', { ...maya, link: deployment.linkOf(acme) })
  expect([first.status, first.text]).toEqual([200, expect.anything()])
  const { body: floor } = await joined.get('/api/v1/floor')
  const put = await node(1).ask('/api/v1/floor', {
    ...{ method: 'PUT', body: smallFloorText },
    headers: {
      ...{ 'content-type': 'application/yaml', 'if-match': `"${floor.version ?? 1}"` },
      ...{ cookie: joined.cookie ?? '', origin: `https://${acme}` },
    },
  })
  expect([put.status, put.text]).toEqual([200, expect.anything()])

  // Either node is asked first; one of them has the floor.
  for (const [here, there] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const admin = await signIn(here)
    expect(await opens(there, admin)).toBe(200)
    const other = await signIn(here)
    const { body: made } = await at(node(here), admin).post('/api/v1/tokens', {
      name: 'CRM',
      role: 'admin',
    })
    expect(await tokenOpens(there, made.token)).toBe(200)
    const tv = await pairTv(here, there, admin, `Wall ${here}`)
    const playing = connect(here, tv.token)
    expect(await outcomeOf(playing)).toBe('let in')

    const revoking = at(node(there), admin)
    const gone = await Promise.all([
      revoking.delete(`/api/v1/me/sessions/${await sessionOf(here, other)}`),
      revoking.delete(`/api/v1/tokens/${made.id}`),
      revoking.delete(`/api/v1/screens/${tv.screen}/tokens`),
    ])
    expect(gone.map(({ status }) => status)).toEqual([200, 200, 200])
    // The next request already.
    expect([await opens(here, other), await tokenOpens(here, made.token)]).toEqual([401, 401])
    expect(await outcomeOf(connect(here, tv.token))).not.toBe('let in')
    await eventually(() => expect(playing.connected).toBe(false))
    expect(await opens(here, admin)).toBe(200)
  }
})

test('[Q26] what is revoked stays so when its owner dies', async () => {
  const owner = await ownedBySomebody()
  const survivor = 1 - owner
  const admin = await signIn(owner)
  const other = await signIn(survivor)
  const tv = await pairTv(survivor, owner, admin, 'Lobby')
  const { body: made } = await admin.post('/api/v1/tokens', { name: 'CRM', role: 'admin' })
  const session = await sessionOf(survivor, other)
  for (const path of [`me/sessions/${session}`, `tokens/${made.id}`, `screens/${tv.screen}/tokens`])
    expect((await admin.delete(`/api/v1/${path}`)).status).toBe(200)
  await nodes[owner]?.end('SIGKILL')
  expect([await opens(survivor, other), await tokenOpens(survivor, made.token)]).toEqual([401, 401])
  expect(await outcomeOf(connect(survivor, tv.token))).not.toBe('let in')
  // Whoever was let in still is.
  expect(await opens(survivor, admin)).toBe(200)
  nodes[owner] = await deployment.startNode(owner)
})

test('[Q27] a node that was stopped and wakes lets nobody in who was shut out meanwhile', async () => {
  const owner = await ownedBySomebody()
  const survivor = 1 - owner
  const admin = await signIn(owner)
  const other = await signIn(owner)
  const session = await sessionOf(owner, other)
  nodes[owner]?.signal('SIGSTOP')
  // Asked for until the floor is taken from it: what waits too long at the one that is stopped is refused.
  await eventually(async () => expect(await opens(survivor, admin)).toBe(200))
  expect(await ownerOf()).toBe(survivor)
  expect((await at(node(survivor), admin).delete(`/api/v1/me/sessions/${session}`)).status).toBe(200)
  // These are at its door when it wakes, before it can have asked the database.
  const waiting = Array.from({ length: 8 }, () => opens(owner, other))
  await new Promise((done) => setTimeout(done, 300))
  nodes[owner]?.signal('SIGCONT')
  // Whoever is handed on to the next owner hears its answer; whoever is asked to come again heard nothing.
  const answers = await Promise.all(waiting)
  expect(answers.filter((status) => status !== 401 && status !== 503)).toEqual([])
  await eventually(async () => expect(await opens(owner, other)).toBe(401))
})
