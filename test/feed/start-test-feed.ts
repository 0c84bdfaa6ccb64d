// A real feed on a folder and a port of its own, and short ways to talk to it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { startFeed } from '../../main/feed/feed.ts'
import type { Feed, FeedConfig } from '../../main/feed/feed-config.ts'
import { smallFloorText } from '../floors/small-floor.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
}

export interface TestFeed {
  readonly url: string
  readonly folder: string
  ask(path: string, init?: RequestInit): Promise<Answer>
  postFacts(body: BodyInit, headers?: Record<string, string>): Promise<Answer>
  /** `between`: what happens to its folder while it is down. */
  restart(between?: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

export const quiet = pino({ level: 'silent' })

export const startTestFeed = async (config: Partial<FeedConfig> = {}): Promise<TestFeed> => {
  const folder = config.dataDir ?? mkdtempSync(join(tmpdir(), 'floorboard-feed-'))
  const start = (): Promise<Feed> =>
    startFeed({
      dataDir: folder,
      host: '127.0.0.1',
      port: 0,
      clock: { now: () => Date.parse('2026-11-20T20:00:00Z') },
      logger: quiet,
      rendererDir: null,
      version: 'test',
      firstFloorText: smallFloorText,
      ...config,
    })
  let feed = await start()
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${feed.url}${path}`, { redirect: 'manual', ...init })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    let parsed: { readonly body: unknown } | null = null
    return {
      status: response.status,
      headers: response.headers,
      text,
      /** Only where somebody looks: whoever asks every route for a word has megabytes of them. */
      get body() {
        parsed ??= { body: isJson ? JSON.parse(text) : null }
        return parsed.body
      },
    }
  }
  return {
    get url() {
      return feed.url
    },
    folder,
    ask,
    postFacts: (body, headers = {}) =>
      ask('/api/v1/facts', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      }),
    async restart(between) {
      await feed.close()
      await between?.()
      feed = await start()
    },
    async close() {
      await feed.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const call = (id: string, more: object = {}) => ({
  source: 'dialer',
  id,
  type: 'activity',
  kind: 'call',
  at: '2026-11-20T15:02:10Z',
  credits: [{ rep: 'priya' }],
  ...more,
})

export const won = (id: string, minor: number, more: object = {}) => ({
  source: 'crm',
  id,
  type: 'deal',
  status: 'won',
  amount: { minor, currency: 'USD' },
  createdAt: '2026-10-03T09:12:00Z',
  closedAt: '2026-11-20T19:00:00Z',
  credits: [{ rep: 'priya' }],
  ...more,
})
