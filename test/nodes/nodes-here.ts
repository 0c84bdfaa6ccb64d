// Nodes in the test's own process on one PostgreSQL, and floors asked for through any of them as a proxy passes it on.
import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { createPostgresDatabase } from '../../main/feed/store/postgres/postgres-database.ts'
import { prepareDatabase } from '../../main/feed/store/postgres/prepare-database.ts'
import { readDeploymentKey } from '../../main/nodes/deployment-key.ts'
import { type RunningNode, startNode } from '../../main/nodes/node.ts'
import { type FeedBrowser, maya, openFeedBrowser } from '../feed/feed-browser.ts'
import { type Answer, quiet } from '../feed/start-test-feed.ts'
import { startPostgres } from '../tables/database-servers.ts'

/** As a proxy before the nodes passes it on. */
export const passedOn = (floor: string) => ({ 'x-forwarded-host': floor, 'x-forwarded-for': '198.51.100.4' })

/** A floor through one of the nodes. */
export interface Through {
  readonly url: string
  ask(path: string, init?: RequestInit): Promise<Answer>
}

export const through = (node: Pick<RunningNode, 'url'>, floor: string): Through => ({
  url: `http://${floor}`,
  ask: async (path, init = {}) => {
    const headers = { ...passedOn(floor), ...init.headers }
    const response = await fetch(`${node.url}${path}`, { redirect: 'manual', ...init, headers })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      ...{ status: response.status, headers: response.headers, text },
      body: isJson ? JSON.parse(text) : null,
    }
  },
})

/** The same session at another node. */
export const at = (place: Through, browser: FeedBrowser): FeedBrowser =>
  openFeedBrowser(place, { cookie: browser.cookie ?? '' })

export interface NodesHere {
  readonly clock: { now(): number }
  /** `url`: where it says that others reach it. */
  startOne(url?: string): Promise<RunningNode>
  end(node: RunningNode): Promise<void>
  endAll(): Promise<void>
  /** Of a floor that has none yet. */
  adminOf(place: Through, floor: string): Promise<FeedBrowser>
  /** In the database itself. */
  inDatabase(statement: string): Promise<readonly Record<string, unknown>[]>
  close(): Promise<void>
}

export const prepareNodes = async (floors: readonly string[]): Promise<NodesHere> => {
  const key = readDeploymentKey(randomBytes(32).toString('base64'))
  const clock = { now: () => Date.parse('2026-11-20T20:00:00Z') }
  const nodes: RunningNode[] = []
  const server = await startPostgres()
  const database = await server.createDatabase('floorboard')
  await prepareDatabase(database)
  const ask = async (text: string, values: readonly string[]) => {
    const asks = createPostgresDatabase(database)
    try {
      return await asks.ask({ name: 'test', text }, values)
    } finally {
      await asks.close()
    }
  }
  for (const name of floors) await ask('INSERT INTO floor (name) VALUES ($1::text)', [name])
  const end = async (node: RunningNode): Promise<void> => {
    nodes.splice(nodes.indexOf(node), 1)
    await node.close()
  }
  const endAll = async (): Promise<void> => {
    for (const node of [...nodes]) await end(node)
  }
  return {
    clock,
    startOne: async (url) => {
      const node = await startNode({
        url,
        ...{ database, key, clock, host: '127.0.0.1', port: 0, trustedProxy: '127.0.0.1' },
        // A machine that does too much at once holds beats up; what ends here says so.
        goneMs: 30_000,
        ...{ floorUrl: 'http://{floor}', logger: quiet, rendererDir: null, version: 'test' },
      })
      nodes.push(node)
      return node
    },
    end,
    endAll,
    adminOf: async (place, floor) => {
      const admin = openFeedBrowser(place)
      const [row] = await ask('SELECT identity FROM floor WHERE name = $1::text', [floor])
      const link = key.firstAdminSecret(row?.[0] ?? '')
      const answer = await admin.post('/api/v1/first-admin', { ...maya, link })
      expect([answer.status, answer.text]).toEqual([200, expect.anything()])
      return admin
    },
    inDatabase: (statement) => server.askFloorboard(statement),
    close: async () => {
      await endAll()
      await server.close()
    },
  }
}
