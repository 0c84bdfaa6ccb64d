// The nginx of deploy/, before two nodes that say who asked them what: real nginx, real sockets, nodes that may die.
import { readFileSync } from 'node:fs'
import { createServer, type Server, request as startRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { freePort, type RunningProxy, runNginxWith } from './run-proxy.ts'

const lines = readFileSync('deploy/nginx.conf', 'utf8')

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const each of cleanUps.splice(0).reverse()) await each()
})

interface Seen {
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}
interface Node {
  readonly address: string
  readonly seen: Seen[]
  kill(): Promise<void>
}

/** Answers with its address; to `/breaks` it takes the request, and dies. */
const startNode = async (): Promise<Node> => {
  const seen: Seen[] = []
  let address = ''
  const server: Server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', headers: request.headers })
    if (request.url === '/breaks') return void request.socket.destroy()
    response.end(address)
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => socket.send(address))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const kill = async (): Promise<void> => {
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
    await new Promise((resolve) => void server.close(resolve))
  }
  cleanUps.push(kill)
  return { address, seen, kill }
}

interface Web extends RunningProxy {
  readonly plainPort: number
}

const startNginx = async (first: Node, second: Node): Promise<Web> => {
  const plainPort = await freePort()
  const proxy = await runNginxWith(lines, ({ folder, port }) => ({
    'listen 80 default_server': `listen 127.0.0.1:${plainPort} default_server`,
    'listen 443 ssl default_server': `listen 127.0.0.1:${port} ssl default_server`,
    '/run/secrets/tls.pem': join(folder, 'tls-cert.pem'),
    '/run/secrets/tls-key.pem': join(folder, 'tls-key.pem'),
    'feed-1:4400': first.address,
    'feed-2:4400': second.address,
  }))
  cleanUps.push(proxy.close)
  return { ...proxy, plainPort }
}

interface Answer {
  readonly status: number | undefined
  readonly location: string | undefined
  readonly body: string
}

const ask = (
  { plainPort }: Web,
  host: string,
  { path = '/', method = 'GET', headers = {} }: { path?: string; method?: string; headers?: object } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = startRequest(
      { host: '127.0.0.1', port: plainPort, path, method, headers: { host, ...headers }, agent: false },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          body += piece
        })
        response.once('end', () =>
          resolve({ status: response.statusCode, location: response.headers.location, body }),
        )
      },
    )
    asked.once('error', reject)
    asked.end()
  })

/** An odd number: nodes that only take turns would have others the second time. */
const floors = Array.from({ length: 21 }, (_, nth) => `floor-${nth}.localhost`)

test('[Q97] a floor goes to one node, whichever of its names’ spellings is asked for, and strangers say nothing of where they come from', async () => {
  const [first, second] = [await startNode(), await startNode()]
  const web = await startNginx(first, second)
  const askAll = async (nameOf: (floor: string) => string): Promise<readonly string[]> => {
    const bodies: string[] = []
    for (const floor of floors) bodies.push((await ask(web, nameOf(floor))).body)
    return bodies
  }
  const asked = await askAll((floor) => floor)
  expect(new Set(asked)).toEqual(new Set([first.address, second.address]))
  const again = await askAll((floor) => floor.toUpperCase())
  expect(again).toEqual(asked)

  await ask(web, 'acme.localhost:8080', {
    headers: {
      'x-forwarded-for': '10.9.9.9',
      'x-forwarded-host': 'bolt.localhost',
      'x-forwarded-proto': 'https',
    },
  })
  expect([first, second].flatMap(({ seen }) => seen.map(({ headers }) => headers))).toContainEqual(
    expect.objectContaining({
      host: 'acme.localhost:8080',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'acme.localhost:8080',
      'x-forwarded-proto': 'http',
    }),
  )

  // Names that are not the machine's own are for TLS alone; what nodes say to each other comes by no proxy.
  expect(await ask(web, 'acme.example', { path: '/tv?screen=a' })).toMatchObject({
    status: 308,
    location: 'https://acme.example/tv?screen=a',
  })
  expect((await ask(web, 'notlocalhost')).status).toBe(308)
  for (const path of ['/node/metrics', '/node/health', '/node/floors'])
    expect((await ask(web, 'acme.localhost', { path })).status).toBe(404)
  expect((await ask(web, 'acme.localhost', { path: '/operator' })).status).toBe(200)
})

test('[Q98] where a node is dead the other is asked; what may have been written is not sent twice', async () => {
  const [first, second] = [await startNode(), await startNode()]
  const web = await startNginx(first, second)
  const ofFirst: string[] = []
  for (const floor of floors) if ((await ask(web, floor)).body === first.address) ofFirst.push(floor)
  const [floor = ''] = ofFirst

  // A node that breaks off in the middle: reading is asked again of the other, writing is not.
  const before = second.seen.length
  await ask(web, floor, { path: '/breaks' })
  expect(second.seen.slice(before).map(({ method }) => method)).toEqual(['GET'])
  // Nobody else pays for that: neither node is left out.
  expect((await ask(web, floor, { path: '/breaks', method: 'POST' })).status).toBe(502)
  expect([...first.seen, ...second.seen].filter(({ method }) => method === 'POST')).toHaveLength(1)

  await first.kill()
  for (const each of ofFirst)
    expect(await ask(web, each)).toMatchObject({ status: 200, body: second.address })
  // Nothing of it was sent to the one that is gone.
  for (const each of ofFirst) expect(await ask(web, each, { method: 'POST' })).toMatchObject({ status: 200 })
  const socket = new WebSocket(`ws://127.0.0.1:${web.plainPort}/socket.io/`, { headers: { host: floor } })
  const said = await new Promise((resolve, reject) => {
    socket.once('message', (data) => resolve(String(data)))
    socket.once('error', reject)
  })
  expect(said).toBe(second.address)
  socket.terminate()
})
