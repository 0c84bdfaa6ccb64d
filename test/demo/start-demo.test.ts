import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoSeed } from '../../main/feed/demo/demo-floor.ts'
import { markMetrics } from '../../main/feed/demo/mark.ts'
import { startDemo } from '../../main/feed/demo/start-demo.ts'
import { decideFact } from '../../shared/domain/facts/deal-history.ts'
import type { HistoryEvent, StoredFact } from '../../shared/domain/facts/stored-fact.ts'
import { Fact } from '../../shared/wire/fact.ts'
import { eventually } from '../eventually.ts'

const stages = ['Discovery', 'Demo', 'Proposal', 'Negotiation']
const minuteMs = 60_000
/** Enough for deals to come, go and come back. */
const historyDays = 25
const manyFacts = 4_000

/** The least of a feed: keeps facts as the real one does, by the same rule, and answers for the demo's own metrics. */
interface TinyFeed {
  readonly url: string
  readonly facts: Map<string, StoredFact>
  readonly authorizations: Set<string | undefined>
  requests: number
  accepted: number
  /** Facts of each request that are kept before the connection breaks; null: all, and it answers. */
  breakAfter: number | null
  status: number
  hasDemoFloor: boolean
  server: Server
}

const markOf = (feed: TinyFeed, metric: string): number | null => {
  const mark = feed.facts.get('mark')?.fact
  const value = mark?.fields?.[metric === markMetrics.openedAt ? 'openedAt' : 'factsTold']
  return typeof value === 'number' ? value : null
}

const takeFacts = (feed: TinyFeed, lines: readonly string[]): void => {
  for (const line of lines) {
    const fact = Fact.parse(JSON.parse(line))
    const before = feed.facts.get(fact.id) ?? null
    const after = decideFact(before, { fact, receivedAt: 0 }, stages)
    if (!after || after === before) continue
    feed.facts.set(fact.id, after)
    feed.accepted++
  }
}

const answer = async (
  feed: TinyFeed,
  request: IncomingMessage,
): Promise<{ status: number; body: unknown } | null> => {
  feed.requests++
  feed.authorizations.add(request.headers.authorization)
  const body = await text(request)
  if (feed.status !== 200) return { status: feed.status, body: { error: 'away' } }
  if (request.method === 'POST') {
    const lines = body.split('\n').filter(Boolean)
    takeFacts(feed, feed.breakAfter === null ? lines : lines.slice(0, feed.breakAfter))
    if (feed.breakAfter !== null) return null
    const counts = { accepted: lines.length, unchanged: 0, seq: feed.accepted }
    return { status: 200, body: { ...counts, rejected: [], warnings: [] } }
  }
  const id = /metrics\/([^?]+)/.exec(request.url ?? '')?.[1] ?? ''
  if (!feed.hasDemoFloor) return { status: 404, body: { error: 'unknown-metric' } }
  const metric = { id, name: id, unit: 'count', indicator: 'output', better: 'higher' }
  const window = { start: null, end: null, label: 'all' }
  return { status: 200, body: { metric, window, rows: [], total: markOf(feed, id) } }
}

const openTinyFeed = async (): Promise<TinyFeed> => {
  const server = createServer(async (request, response) => {
    const said = await answer(feed, request)
    if (!said) request.socket.destroy()
    else
      response.writeHead(said.status, { 'content-type': 'application/json' }).end(JSON.stringify(said.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const feed: TinyFeed = {
    url: `http://127.0.0.1:${port}`,
    facts: new Map(),
    authorizations: new Set(),
    requests: 0,
    accepted: 0,
    breakAfter: null,
    status: 200,
    hasDemoFloor: true,
    server,
  }
  return feed
}

const historiesOf = (feed: TinyFeed): [string, readonly HistoryEvent[]][] =>
  [...feed.facts].map(([id, { history }]) => [id, history])

let feed: TinyFeed
let now = 0
const clock = { now: () => now }
const lines: string[] = []
const run = (token: string | null = null, onHistory: (isComing: boolean) => void = () => undefined) =>
  startDemo({
    url: feed.url,
    token,
    seed: demoSeed,
    clock,
    historyDays,
    log: (line) => lines.push(line),
    onHistory,
  })

beforeEach(async () => {
  feed = await openTinyFeed()
  now = Date.parse('2026-11-20T17:00:00.700Z')
  lines.length = 0
})
afterEach(() => {
  feed.server.closeAllConnections()
  feed.server.close()
})

describe('the demo as a source of the feed', () => {
  test('sends its history, then goes on with the clock', async () => {
    const demo = await run()
    await demo.caughtUp
    const atOpening = feed.facts.size
    expect(atOpening).toBeGreaterThan(manyFacts)
    now += 5 * minuteMs
    await eventually(() => expect(feed.facts.size).toBeGreaterThan(atOpening))
    await demo.close()
    expect(lines).toEqual([expect.stringContaining('history'), expect.stringContaining('is live')])
  })

  test('[G13] says when its history begins to come in, and when all is in, once for a floor', async () => {
    const told: (readonly [isComing: boolean, facts: number])[] = []
    const onHistory = (isComing: boolean) => void told.push([isComing, feed.facts.size])
    const first = await run(null, onHistory)
    await first.caughtUp
    await first.close()
    const [began] = told
    const ended = told.find(([isComing]) => !isComing)
    expect(began).toEqual([true, 0])
    expect(ended?.[1]).toBeGreaterThan(manyFacts)
    told.length = 0
    const second = await run(null, onHistory)
    await second.caughtUp
    await second.close()
    expect(told.map(([isComing]) => isComing)).not.toContain(true)
  })

  test('[G13] ended within its history, it says so from its next start on, before anything is sent', async () => {
    const told: (readonly [isComing: boolean, facts: number])[] = []
    const onHistory = (isComing: boolean) => void told.push([isComing, feed.facts.size])
    const first = await run(null, onHistory)
    await eventually(() => expect(feed.facts.size).toBeGreaterThan(1_000), 1)
    await first.close()
    const half = feed.facts.size
    expect(half).toBeLessThan(manyFacts)
    told.length = 0
    const second = await run(null, onHistory)
    await second.caughtUp
    await second.close()
    expect(told[0]).toEqual([true, half])
    expect(told.find(([isComing]) => !isComing)?.[1]).toBeGreaterThan(manyFacts)
  })

  test('continues the same world after a restart and fills the gap, as if it had never been away', async () => {
    const first = await run()
    await first.caughtUp
    await first.close()
    const requests = feed.requests
    now += 90 * minuteMs
    const second = await run()
    await second.caughtUp
    await second.close()
    expect(feed.requests - requests).toBeLessThan(50)

    const resumed = feed
    feed = await openTinyFeed()
    const mark = resumed.facts.get('mark')
    if (mark) {
      const fromTheStart = { ...mark.fact, fields: { ...mark.fact.fields, factsTold: 0 } }
      feed.facts.set('mark', { ...mark, fact: fromTheStart })
    }
    const uninterrupted = await run()
    await uninterrupted.caughtUp
    await uninterrupted.close()
    resumed.server.close()
    expect(new Map(historiesOf(feed))).toEqual(new Map(historiesOf(resumed)))
  })

  test('a request that broke off half-way leaves no trace in any history', async () => {
    const whole = await run()
    await whole.caughtUp
    await whole.close()
    const expected = new Map(historiesOf(feed))

    feed.facts.clear()
    const broken = await run()
    for (const kept of [70, 10, 133]) {
      const [before, requests] = [feed.facts.size, feed.requests]
      await eventually(() => expect(feed.facts.size).toBeGreaterThan(before + 500))
      feed.breakAfter = kept
      await eventually(() => expect(feed.requests).toBeGreaterThan(requests + 1))
      feed.breakAfter = null
    }
    await broken.caughtUp
    await broken.close()
    expect(new Map(historiesOf(feed))).toEqual(expected)
  })

  test('waits for a feed that is away or busy, says so once, and loses nothing', async () => {
    feed.status = 503
    const demo = await run()
    await eventually(() => expect(feed.requests).toBeGreaterThan(2))
    feed.status = 200
    await demo.caughtUp
    await demo.close()
    expect(lines[0]).toBe('The demo waits for the feed: it answered 503.')
    expect(lines[1]).toBe('The feed is back; the demo goes on.')
    expect(feed.facts.size).toBeGreaterThan(manyFacts)
  })

  test('simulates nothing on a floor that is not the demo floor', async () => {
    feed.hasDemoFloor = false
    const demo = await run()
    await demo.caughtUp
    await demo.close()
    expect(feed.facts.size).toBe(0)
    expect(lines).toEqual([expect.stringContaining('not the demo floor')])
  })

  test('gives up, with the reason, when the feed refuses its token', async () => {
    feed.status = 401
    const demo = await run('wrong')
    await demo.caughtUp
    await demo.close()
    expect(lines).toEqual([expect.stringContaining('401')])
  })

  test('shows its token when it has one and none otherwise', async () => {
    feed.hasDemoFloor = false
    for (const token of ['secret', null]) await (await run(token)).caughtUp
    expect([...feed.authorizations]).toEqual(['Bearer secret', undefined])
  })

  test('stops at once when closed, even while the feed is away', async () => {
    feed.status = 503
    const demo = await run()
    await eventually(() => expect(feed.requests).toBeGreaterThan(0))
    await demo.close()
    const requests = feed.requests
    await demo.caughtUp
    expect(feed.requests).toBe(requests)
  })
})
