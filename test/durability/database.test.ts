// Nodes on one PostgreSQL, as people run them: killed, stopped, with a database that crashes; and a floor that is moved out.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDeploymentKey } from '../../main/nodes/deployment-key.ts'
import { program } from '../built.ts'
import { maya, openFeedBrowser } from '../feed/feed-browser.ts'
import { call } from '../feed/start-test-feed.ts'
import { type PostgresServer, startPostgres } from '../tables/database-servers.ts'
import { spawnFeed } from './feed-process.ts'

const root = mkdtempSync(join(tmpdir(), 'floorboard-database-'))
const floor = 'acme.example'
const key = readDeploymentKey('of a deployment that is under test')
const env = { ...process.env, FLOORBOARD_SECRET_KEY: key.text, FLOORBOARD_LOG: 'error' }
let server: PostgresServer
let url: string
const nodes = new Set<ChildProcess>()
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase('floorboard')
})
afterAll(async () => {
  for (const node of nodes) node.kill('SIGKILL')
  await server?.close()
  rmSync(root, { recursive: true, force: true })
})

/** Of a command, its exit code and what it said. */
const run = (...words: string[]): Promise<{ readonly code: number; readonly said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { env }, (error, _out, said) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said }),
    )
  })

interface NodeProcess {
  readonly url: string
  readonly child: ChildProcess
}
const serve = async (): Promise<NodeProcess> => {
  const child = spawn(
    process.execPath,
    [program, 'serve', '--database', url, '--port', '0', '--trusted-proxy', '127.0.0.1'],
    { stdio: ['ignore', 'ignore', 'pipe'], env },
  )
  nodes.add(child)
  child.once('exit', () => nodes.delete(child))
  const said: string[] = []
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line)
      const found = /^Node: (http:\S+)/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`the node ended with ${code}: ${said.join('\n')}`)))
  })
  return { url: address, child }
}

/** As the proxy before the nodes passes it on. */
const asked = { 'x-forwarded-host': floor, 'x-forwarded-for': '198.51.100.4', 'x-forwarded-proto': 'https' }
const through = (node: NodeProcess) => ({
  url: `https://${floor}`,
  ask: async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${node.url}${path}`, { ...init, headers: { ...asked, ...init.headers } })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    }
  },
})

const inDatabase = async (statement: string): Promise<Record<string, unknown> | undefined> =>
  (await server.askFloorboard(statement))[0]
/** Entries in the database, and how many numbers there are in it. */
const entries = () =>
  inDatabase(
    "SELECT count(*)::int AS entries, max(e.seq)::int AS last, (SELECT count(*)::int FROM head h WHERE h.key LIKE '[%') AS facts FROM entry e",
  )

const idsOf = (group: number): string[] => Array.from({ length: 250 }, (_, index) => `${group}-${index}`)
/** Sent again until it is taken, as every source does, to whichever node is there. */
const post = async (
  choose: () => NodeProcess | undefined,
  token: string,
  ids: readonly string[],
): Promise<void> => {
  for (;;) {
    try {
      const answer = await fetch(`${choose()?.url}/api/v1/facts`, {
        method: 'POST',
        headers: { ...asked, 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ facts: ids.map((id) => call(id)) }),
        signal: AbortSignal.timeout(10_000),
      })
      if (answer.status === 200) return
      if (answer.status < 500) throw new Error(await answer.text())
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error
    }
    await new Promise((done) => setTimeout(done, 100))
  }
}

test('[Q1] [Q22] [Q62] a floor of several nodes outlives kills of its node, crashes of the database, and a node that hangs', async () => {
  expect(await run('serve', '--port', '0', '--database', url)).toMatchObject({
    code: 2,
    said: expect.stringContaining('run "floorboard database prepare"'),
  })
  // [Q62] What it would not look at is not passed over.
  expect(await run('serve', '--port', '0', '--database', url, '--data', 'here')).toMatchObject({
    code: 2,
    said: expect.stringContaining('--data is for a floor that has its feed to itself'),
  })
  expect((await run('database', 'prepare', '--database', url)).said).toContain('is prepared')
  expect((await run('floor', 'create', floor, '--database', url)).code).toBe(0)

  const first = await serve()
  const { identity } = (await inDatabase(`SELECT identity FROM floor WHERE name = '${floor}'`)) ?? {}
  const admin = openFeedBrowser(through(first))
  await expect.poll(async () => (await admin.get('/api/v1/floor')).status).toBeLessThan(500)
  const link = key.firstAdminSecret(String(identity))
  expect((await admin.post('/api/v1/first-admin', { ...maya, link })).status).toBe(200)
  const { token } = (await admin.post('/api/v1/tokens', { name: 'CRM', role: 'ingest' })).body

  const standing = [first, await serve()]
  const any = () => standing[Math.floor(Math.random() * standing.length)]
  const groups = Array.from({ length: 24 }, (_, index) => index)
  const senders = [0, 1, 2].map(async (lane) => {
    for (const group of groups.filter((each) => each % 3 === lane)) await post(any, token, idsOf(group))
  })
  await server.restart('immediate')
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  standing.shift()
  standing.push(await serve())
  await Promise.all(senders)
  const total = groups.length * 250
  // The floor, and each fact once.
  const stand = await entries()
  expect(stand).toMatchObject({ facts: total, entries: stand?.['last'] })

  const { url: ownerUrl } =
    (await inDatabase(`SELECT n.url FROM floor f JOIN node n ON n.id = f.owner WHERE f.name = '${floor}'`)) ??
    {}
  const hung = standing.find((node) => node.url === ownerUrl)
  const other = standing.find((node) => node !== hung)
  hung?.child.kill('SIGSTOP')
  await post(() => other, token, ['once more'])
  hung?.child.kill('SIGCONT')
  await post(() => hung, token, ['and again'])
  const last = Number(stand?.['last']) + 2
  expect(await entries()).toEqual({ entries: last, last, facts: total + 2 })
  for (const node of standing) {
    node.child.kill('SIGTERM')
    expect((await once(node.child, 'exit'))[0]).toBe(0)
  }
})

test('[Q9] a floor is moved into a folder by a command, and served from there', async () => {
  const folder = join(root, 'moved')
  const moved = await run('move', '--from', url, '--floor', floor, '--to', folder)
  expect(moved).toMatchObject({ code: 0, said: expect.stringContaining('both logs come to the same') })
  const feed = await spawnFeed(folder)
  const health: unknown = await (await fetch(`${feed.url}/healthz`)).json()
  expect(health).toMatchObject({ status: 'ready', facts: (await entries())?.['facts'] })
  await feed.stop()
})
