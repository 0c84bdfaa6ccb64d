import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noLimits } from '../../../shared/wire/floor-limits.ts'
import type { NodeReport } from '../../../shared/wire/operator.ts'
import { quiet } from '../../../test/feed/start-test-feed.ts'
import { type PostgresServer, startPostgres } from '../../../test/tables/database-servers.ts'
import { restoreFloor } from '../../feed/store/postgres/floor-backup.ts'
import { createPostgresDatabase, type PostgresDatabase } from '../../feed/store/postgres/postgres-database.ts'
import { prepareDatabase } from '../../feed/store/postgres/prepare-database.ts'
import { createOperatorAccess, readOperatorToken } from './operator-access.ts'
import { type Operator, openOperator } from './operator-api.ts'

const token = 'operator-token-of-the-test-0123456789'
const proof = { 'floorboard-node': 'proof' }
let now = Date.parse('2026-11-20T20:00:00Z')
let postgres: PostgresServer
let database: PostgresDatabase
/** Two nodes of one deployment, the second one without a token. */
const nodes: { server: Server; operator: Operator; url: string; drained: boolean }[] = []

const startNode = async (id: number, own: string | undefined, address = '10.0.0.7'): Promise<void> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const report = (): NodeReport => ({
    ...{
      version: 'test',
      stage: node.drained ? 'draining' : 'serving',
      clockAheadMs: 3,
      memoryBytes: 90_000_000,
    },
    floors:
      id === 2 ? [{ floor: 1, tvs: 7, factsAMinute: 120, healthy: false, why: 'the disk is full' }] : [],
  })
  const operator = await openOperator({
    ...{ database, id: () => id, report, proof, token: own, clock: { now: () => now }, rendererDir: null },
    isNode: ({ headers }) => headers['floorboard-node'] === 'proof',
    addressOf: () => address,
    originOf: (name) => `https://${name}`,
    firstAdminSecret: (log) => `secret-of-${log.length}`,
    drain: () => {
      node.drained = true
    },
    logger: quiet,
  })
  const node = { server, operator, url, drained: false }
  server.on('request', (request, response) => {
    if (!operator.page(request, response)) response.writeHead(418).end()
  })
  nodes.push(node)
  await postgres.ask(
    `INSERT INTO floorboard.node (id, name, beat, url) VALUES (${id}, 'process ${id}', now() + interval '1 hour', '${url}')`,
    'floorboard',
  )
}
const ask = async (path: string, init: RequestInit & { node?: number } = {}) => {
  const response = await fetch(`${nodes[init.node ?? 0]?.url}${path}`, { redirect: 'manual', ...init })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? JSON.parse(text) : text,
  }
}
const bearer = { authorization: `Bearer ${token}` }
const post = (path: string, body: unknown, headers: Record<string, string> = bearer) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

beforeAll(async () => {
  postgres = await startPostgres()
  const url = await postgres.createDatabase('floorboard')
  await prepareDatabase(url)
  database = createPostgresDatabase(url)
  await startNode(1, token)
  await startNode(2, undefined)
})
afterAll(async () => {
  for (const { server, operator } of nodes) {
    server.closeAllConnections()
    server.close()
    await operator.close()
  }
  await database?.close()
  await postgres?.close()
})

const routes: readonly (readonly ['GET' | 'POST', string])[] = [
  ['GET', '/operator/api/overview'],
  ['POST', '/operator/api/floors'],
  ['POST', '/operator/api/floors/sales.acme.example/limits'],
  ['POST', '/operator/api/floors/sales.acme.example/remove'],
  ['GET', '/operator/api/floors/sales.acme.example/backup'],
  ['POST', '/operator/api/nodes/2/drain'],
  ['GET', '/node/floors'],
  ['POST', '/node/drain'],
]

test.each(routes)('[Q82] %s %s is for the operator and for nodes alone', async (method, path) => {
  const json = { 'content-type': 'application/json' }
  const body = method === 'POST' ? '{}' : null
  const asked = (headers: Record<string, string>) =>
    ask(path, { method, headers: { ...json, ...headers }, body })
  expect((await asked({})).status).toBe(401)
  // A floor's admin is nobody here, whatever they bring.
  expect((await asked({ cookie: 'floorboard=session; __Host-floorboard=session' })).status).toBe(401)
  expect((await asked({ cookie: `floorboard-operator=${now + 1e9}.${'a'.repeat(43)}` })).status).toBe(401)
  expect((await asked({ authorization: 'Bearer fb_admin_0123456789' })).status).toBe(401)
  // A node that has no token is closed to the operator too.
  const closed = await ask(path, { method, headers: { ...json, ...bearer }, body, node: 1 })
  expect([401, 403]).toContain(closed.status)
  now += 3_600_001
})

test('[Q83] whoever guesses the token is slowed down, by either way, and a session is one of any node', async () => {
  const access = createOperatorAccess(token, { now: () => now })
  const other = createOperatorAccess(token, { now: () => now })
  const tries = (): string[] =>
    Array.from({ length: 12 }, (_, nth) => {
      try {
        if (nth % 2 === 0) access.signIn('a guess', '10.9.9.9', true)
        else access.check({ authorization: 'Bearer guess' }, '10.9.9.9')
        return 'in'
      } catch (error) {
        return error instanceof Error ? error.message : ''
      }
    })
  expect(tries().filter((said) => said.startsWith('Too many wrong tokens'))).toHaveLength(7)
  expect(() => access.signIn(token, '10.9.9.9', true)).toThrow('Too many')
  const cookie = access.signIn(token, '10.0.0.1', true)
  expect(cookie).toMatch(/^floorboard-operator=.*Path=\/operator; HttpOnly; Secure; SameSite=Strict$/)
  const headers = { cookie: cookie.split(';')[0] ?? '' }
  expect(other.check(headers, '10.0.0.2')).toBe('session')
  expect(() => createOperatorAccess(`${token}x`, { now: () => now }).check(headers, '')).toThrow('Sign in')
  now += 12 * 3_600_000
  expect(() => other.check(headers, '10.0.0.2')).toThrow('Sign in')
  expect(() => readOperatorToken({ FLOORBOARD_OPERATOR_TOKEN: 'short' })).toThrow('take 24 or more')
  expect([readOperatorToken({}), readOperatorToken({ FLOORBOARD_OPERATOR_TOKEN: token })]).toEqual([
    undefined,
    token,
  ])
})

test('[Q83] by a session only the operator’s own page writes', async () => {
  const { host } = new URL(nodes[0]?.url ?? '')
  const own = { origin: `http://${host}` }
  expect((await post('/operator/api/session', { token }, { origin: 'https://evil.example' })).status).toBe(
    403,
  )
  expect((await post('/operator/api/session', { token: 'wrong' }, own)).status).toBe(401)
  const signedIn = await post('/operator/api/session', { token }, own)
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect((await ask('/operator/api/overview', { headers: { cookie } })).status).toBe(200)
  const made = { name: 'page.example', limits: noLimits }
  expect((await post('/operator/api/floors', made, { cookie })).status).toBe(403)
  expect((await post('/operator/api/floors', made, { cookie, origin: 'https://evil.example' })).status).toBe(
    403,
  )
  expect((await post('/operator/api/floors', made, { cookie, ...own })).status).toBe(201)
  expect((await post('/operator/api/floors/page.example/remove', { name: 'page.example' })).status).toBe(200)
  expect((await ask('/')).status).toBe(418)
})

test('[Q84] floors are made, seen with their nodes, limited, backed up and removed', async () => {
  const name = 'sales.acme.example'
  const limits = { ...noLimits, tvs: 10 }
  const made = await post('/operator/api/floors', { name: 'Sales.Acme.example', limits })
  expect(made).toMatchObject({
    status: 201,
    body: { name, firstAdminUrl: `https://${name}/console/first-admin#link=secret-of-32` },
  })
  const again = await post('/operator/api/floors', { name, limits }, { ...bearer, 'accept-language': 'de' })
  expect(again).toMatchObject({
    status: 400,
    body: { message: `Ein Floor heißt schon ${name}: Jeder Name wird nur einmal vergeben.` },
  })
  expect((await post('/operator/api/floors', { name, limits: { tvs: 0 } })).status).toBe(400)
  await postgres.ask(`UPDATE floorboard.floor SET owner = 2 WHERE name = '${name}'`, 'floorboard')
  const { body } = await ask('/operator/api/overview', { headers: bearer })
  expect(body.nodes).toMatchObject([
    { id: 1, floors: 0, report: { stage: 'serving', clockAheadMs: 3, memoryBytes: 90_000_000 } },
    { id: 2, floors: 1, name: 'process 2', report: { version: 'test' } },
  ])
  expect(body.floors).toMatchObject([{ name, node: { id: 2 }, closed: null, facts: 0, limits }])
  expect(
    (await post(`/operator/api/floors/${name}/limits`, { limits: { ...noLimits, bytes: 5e9 } })).status,
  ).toBe(200)
  const backup = await fetch(`${nodes[0]?.url}/operator/api/floors/${name}/backup`, { headers: bearer })
  expect(backup.headers.get('content-disposition')).toMatch(
    /filename="sales\.acme\.example-2026-11-\d\d\.floor\.gz"/,
  )
  const bytes = Buffer.from(await backup.arrayBuffer())
  expect(await restoreFloor(database, 'copy.example', Readable.from([bytes]))).toMatchObject({ from: name })
  expect((await ask('/operator/api/floors/nobody.example/backup', { headers: bearer })).status).toBe(404)
  expect((await post(`/operator/api/floors/${name}/remove`, { name: 'other' })).status).toBe(400)
  expect((await post(`/operator/api/floors/${name}/remove`, { name })).status).toBe(200)
  expect((await post(`/operator/api/floors/${name}/remove`, { name })).status).toBe(404)
})

test('[Q85] a node is drained by another one’s word, unless it is the only one', async () => {
  expect(nodes[1]?.drained).toBe(false)
  expect((await post('/operator/api/nodes/2/drain', {})).status).toBe(200)
  expect(nodes[1]?.drained).toBe(true)
  expect((await ask('/node/floors', { node: 1, headers: proof })).body).toMatchObject({ stage: 'draining' })
  expect((await post('/operator/api/nodes/9/drain', {})).status).toBe(404)
  await postgres.ask('DELETE FROM floorboard.node WHERE id = 2', 'floorboard')
  expect(await post('/operator/api/nodes/1/drain', {})).toMatchObject({ status: 409 })
  expect(nodes[0]?.drained).toBe(false)
})
