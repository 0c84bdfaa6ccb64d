// The feed of the day: facts by the second, celebrations one after another, and ends without a warning.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'
import { type FeedProcess, spawnFeed } from '../../durability/feed-process.ts'
import { eventually } from '../../eventually.ts'
import { freePort } from '../feed-process.ts'
import { dayFloorText, dayPlaylist, looks, measuredBoard, people } from './day-floor.ts'

export interface DayFeed {
  readonly port: number
  process(): number
  /** Ends the facts. Gives how many calls were acknowledged; what a feed that was killed left open was sent again. */
  rest(): Promise<number>
  /** Everybody's calls, by the feed. */
  callsCounted(): Promise<number>
  /** What the measured board says of each person. */
  callsOnBoard(): Promise<readonly number[]>
  /** Resolves once so many walls have a line to it. */
  walls(count: number): Promise<void>
  celebrate(nth: number): Promise<void>
  killAndStart(): Promise<void>
  close(): Promise<void>
}

const factsEveryMs = 1000
/** Of a floor of a hundred people who do something every twenty seconds. */
const factsAtOnce = 5
/** One deal goes with so many calls. */
const callsADeal = 10

export const openDayFeed = async (folder: string, playlist = dayPlaylist): Promise<DayFeed> => {
  const port = await freePort()
  const start = () => spawnFeed(folder, '--port', String(port))
  let feed: FeedProcess = await start()
  const send = async (method: string, path: string, type: string, body: string): Promise<string> => {
    const answer = await fetch(`${feed.url}${path}`, { method, headers: { 'content-type': type }, body })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return text
  }
  const post = (path: string, body: object) => send('POST', path, 'application/json', JSON.stringify(body))
  const activity = (id: string, kind: string, rep: string) => ({
    source: 'day',
    id,
    type: 'activity',
    kind,
    at: new Date().toISOString(),
    credits: [{ rep }],
  })
  const deal = (id: string, rep: string, dollars: number) => {
    const now = new Date().toISOString()
    const amount = { minor: dollars * 100, currency: 'USD' }
    const by = { source: 'day', id, credits: [{ rep }] }
    return {
      ...by,
      type: 'deal',
      status: 'won',
      amount,
      account: `Account ${id}`,
      createdAt: now,
      closedAt: now,
    }
  }
  const repOf = (nth: number): string => people[(nth * nth + nth) % people.length]?.id ?? 'rep-1'

  await send('PUT', '/api/v1/floor', 'application/yaml', dayFloorText(playlist))

  let calls = 0
  let isResting = false
  const sayMore = async (): Promise<void> => {
    const facts = Array.from({ length: factsAtOnce }, (_, index) => {
      const nth = calls + index
      return activity(`call-${nth}`, 'call', repOf(nth))
    })
    const deals = calls % callsADeal === 0 ? [deal(`deal-${calls}`, repOf(calls), 100 + (calls % 900))] : []
    try {
      await post('/api/v1/facts', { facts: [...facts, ...deals] })
    } catch (error) {
      // The feed is away, and so is its answer: the same facts go out again.
      if (error instanceof TypeError) return
      throw error
    }
    calls += factsAtOnce
  }
  const saying = (async () => {
    while (!isResting) {
      await sayMore()
      await new Promise((resolve) => setTimeout(resolve, factsEveryMs))
    }
  })()

  return {
    port,
    process: () => feed.child.pid ?? 0,
    rest: async () => {
      isResting = true
      await saying
      return calls
    },
    callsCounted: async () => {
      const answer = await fetch(`${feed.url}/api/v1/metrics/calls?window=all&by=org`)
      const { total } = (await answer.json()) as { total: number }
      return total
    },
    callsOnBoard: async () => {
      const answer = await fetch(`${feed.url}/api/v1/boards/${measuredBoard}`)
      const { rows } = LeaderboardView.parse(await answer.json())
      return Object.values(rows).map(({ value }) => value ?? 0)
    },
    walls: (count) =>
      eventually(async () => {
        const text = await (await fetch(`${feed.url}/metrics`)).text()
        expect(text).toContain(`floorboard_tvs_connected ${count}\n`)
      }),
    celebrate: async (nth) => {
      const look = looks[nth % (looks.length + 1)] ?? 'big-deal'
      // Every seventh begins by hand.
      if (nth % (looks.length + 1) === looks.length)
        await post('/api/v1/celebrations', {
          id: randomUUID(),
          kind: 'gong',
          title: 'Gong',
          people: [repOf(nth)],
        })
      else await post('/api/v1/facts', { facts: [activity(`celebrated-${nth}`, look, repOf(nth))] })
    },
    killAndStart: async () => {
      await feed.kill()
      feed = await start()
    },
    close: async () => {
      isResting = true
      await saying
      await feed.kill()
    },
  }
}
