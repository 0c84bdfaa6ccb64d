import { createServer, type Server, request as startRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BadSetUp } from '../feed/bad-set-up.ts'
import type { NodeState } from './node-state.ts'
import { createNodeWatch, readMetricsToken } from './node-watch.ts'

const token = 'a-token-that-nobody-guesses'
let state: NodeState = {
  url: 'http://10.0.0.7:4400',
  version: '1.2.3',
  stage: 'serving',
  databaseTrouble: null,
  beatAgeMs: 120,
  clockAheadMs: 900,
  floors: [],
}
let say = async (): Promise<string> => 'floorboard_node_floors 2\n'
const metrics = { contentType: 'text/plain; version=0.0.4', text: () => say() }
const errors: string[] = []
const watchWith = (given: string | undefined) =>
  createNodeWatch({
    read: () => state,
    metrics,
    token: given,
    onError: (what, error) => void errors.push(`${what}: ${error}`),
  })
const [watch, tokenless] = [watchWith(token), watchWith(undefined)]

let server: Server
/** From where the next request comes, as the node sees it. */
let remoteAddress = '127.0.0.1'
beforeAll(async () => {
  server = createServer((request, response) => {
    Object.defineProperty(request.socket, 'remoteAddress', { value: remoteAddress, configurable: true })
    const asked = request.headers['x-tokenless'] === undefined ? watch : tokenless
    if (!asked(request, response)) response.writeHead(418).end('a floor')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => void server.close(resolve)))

interface Ask {
  readonly from?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

const ask = (
  path: string,
  { from = '127.0.0.1', method = 'GET', headers = {} }: Ask = {},
): Promise<{ readonly status: number | undefined; readonly body: string }> =>
  new Promise((resolve, reject) => {
    remoteAddress = from
    const { port } = server.address() as AddressInfo
    const asked = startRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => {
        body += piece
      })
      answer.once('end', () => resolve({ status: answer.statusCode, body }))
    })
    asked.once('error', reject)
    asked.end()
  })

test('[Q91] ready is 200, and anything else 503, with the reasons', async () => {
  const ready = await ask('/node/health')
  expect(ready.status).toBe(200)
  expect(JSON.parse(ready.body)).toMatchObject({
    status: 'ready',
    warnings: [expect.stringMatching(/900 ms/)],
  })
  state = { ...state, stage: 'draining' }
  const draining = await ask('/node/health')
  state = { ...state, stage: 'serving' }
  expect(draining.status).toBe(503)
  expect(JSON.parse(draining.body)).toMatchObject({
    status: 'draining',
    reasons: ['The node gives its floors up and will end.'],
  })
})

const far = '10.0.0.9'
const floorName = { host: 'acme.example' }

test.each<[string, Ask, boolean]>([
  ['its own machine', {}, true],
  ['its own machine by IPv6', { from: '::1', headers: { host: '[::1]:4400' } }, true],
  ['its own machine by a mapped address', { from: '::ffff:127.0.0.1', headers: { host: 'localhost' } }, true],
  ['another machine', { from: far, headers: floorName }, false],
  ['another machine that says it is this one', { from: far, headers: { host: '127.0.0.1:4400' } }, false],
  ['anybody, by a proxy on this machine', { headers: { 'x-forwarded-for': '203.0.113.9' } }, false],
  [
    'anybody, by a proxy that hides the name',
    { headers: { host: '127.0.0.1', 'x-real-ip': '203.0.113.9' } },
    false,
  ],
  ['a page in a browser of this machine, by a name of its own', { headers: { host: 'evil.test' } }, false],
  ['another machine with the token', { from: far, headers: { authorization: `Bearer ${token}` } }, true],
  ['a proxy with the token', { headers: { authorization: `bearer ${token}`, forwarded: 'for=x' } }, true],
  [
    'another machine with another token',
    { from: far, headers: { authorization: `Bearer ${token}x` } },
    false,
  ],
  ['another machine with none in it', { from: far, headers: { authorization: 'Bearer ' } }, false],
  [
    'another machine, where none is set up',
    { from: far, headers: { 'x-tokenless': '1', authorization: 'Bearer undefined' } },
    false,
  ],
])('[Q92] what %s is told', async (_, asked, all) => {
  const [ofMetrics, ofHealth] = [await ask('/node/metrics', asked), await ask('/node/health', asked)]
  expect([ofMetrics.status, ofMetrics.body.includes('floorboard_node_floors')]).toEqual(
    all ? [200, true] : [401, false],
  )
  expect(ofHealth.status).toBe(200)
  expect(Object.keys(JSON.parse(ofHealth.body)).length > 1).toBe(all)
})

test('[Q92] a token that can be guessed is refused, in one sentence', () => {
  expect(readMetricsToken({})).toBeUndefined()
  expect(readMetricsToken({ FLOORBOARD_METRICS_TOKEN: '' })).toBeUndefined()
  expect(readMetricsToken({ FLOORBOARD_METRICS_TOKEN: token })).toBe(token)
  expect(() => readMetricsToken({ FLOORBOARD_METRICS_TOKEN: 'secret' })).toThrow(
    new BadSetUp(
      'FLOORBOARD_METRICS_TOKEN has 6 characters; take 16 or more, such as those of "openssl rand -hex 24".',
    ),
  )
})

test('[Q92] other addresses are a floor’s, and neither is ever written to', async () => {
  expect((await ask('/node/floors')).body).toBe('a floor')
  expect((await ask('/node/health/')).body).toBe('a floor')
  expect((await ask('/node/health?verbose=1')).status).toBe(200)
  expect((await ask('/node/metrics', { method: 'POST' })).status).toBe(405)
  expect(await ask('/node/metrics', { method: 'HEAD' })).toEqual({ status: 200, body: '' })
})

test('[Q90] metrics that cannot be told end the request, and the node goes on', async () => {
  say = () => Promise.reject(new Error('a gauge broke'))
  await expect(ask('/node/metrics')).rejects.toThrow()
  expect(errors).toEqual(['what is known of this node cannot be told: Error: a gauge broke'])
  say = async () => 'floorboard_node_floors 2\n'
  expect((await ask('/node/metrics')).status).toBe(200)
})
