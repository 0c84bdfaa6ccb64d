// Kills the feed between the deal, its celebration's place in the log, and the screen: none is lost, and none is told again
// once it is over. FLOORBOARD_CELEBRATION_KILLS says how often (4; `npm run prove` says 50), FLOORBOARD_SEED repeats a run.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { io as connectTo, type Socket } from 'socket.io-client'
import { expect, test } from 'vitest'
import { CelebrationsAnswer } from '../../shared/wire/celebrations/api.ts'
import { CelebrateMessage } from '../../shared/wire/celebrations/view.ts'
import { protocolVersion } from '../../shared/wire/socket.ts'
import { eventually } from '../eventually.ts'
import { sayFigures } from '../figures.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { createDice } from './dice.ts'
import { type FeedProcess, spawnFeed } from './feed-process.ts'

const kills = Number(process.env['FLOORBOARD_CELEBRATION_KILLS'] ?? 4)
const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)

const floorText = `${smallFloorText.replace('currency: USD', 'currency: USD\n  celebrations: { perHour: 60 }')}celebrations:
  - { id: big, name: Big deal, on: { over: 100 }, seconds: 6, screens: [wall] }
`
const idOf = (nth: number): string => `big:crm:k${nth}`

const post = (feed: FeedProcess, path: string, body: object): Promise<Response> =>
  fetch(`${feed.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** As sources do: until it is acknowledged. False where the feed is gone. */
const send = async (feed: FeedProcess, nth: number, closedAt: string): Promise<boolean> => {
  try {
    const deal = {
      source: 'crm',
      id: `k${nth}`,
      type: 'deal',
      status: 'won',
      closedAt,
      amount: { minor: 60_000, currency: 'USD' },
      credits: [{ rep: 'priya' }],
    }
    return (await post(feed, '/api/v1/facts', { facts: [deal] })).status === 200
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

const listOf = async (feed: FeedProcess) => {
  const answer = await fetch(`${feed.url}/api/v1/celebrations`)
  return CelebrationsAnswer.parse(await answer.json()).celebrations
}

/** A TV that stays where it is while feeds come and go. */
const createTv = () => {
  const told: CelebrateMessage[] = []
  let socket: Socket | null = null
  return {
    told,
    connect: (feed: FeedProcess): void => {
      socket?.disconnect()
      socket = connectTo(`${feed.url}/tv`, {
        transports: ['websocket'],
        auth: { protocol: protocolVersion, screen: 'wall' },
        reconnection: false,
      })
      socket.on('celebrate', (message) => told.push(CelebrateMessage.parse(message)))
    },
    disconnect: (): void => void socket?.disconnect(),
  }
}

test(
  `of ${kills} deals whose feed is killed none is lost, and none comes back (seed ${seed})`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'floorboard-celebrations-'))
    const dice = createDice(seed)
    const tv = createTv()
    let feed = await spawnFeed(folder)
    const put = await fetch(`${feed.url}/api/v1/floor`, {
      method: 'PUT',
      headers: { 'content-type': 'application/yaml' },
      body: floorText,
    })
    expect(put.status).toBe(200)
    const over = new Set<string>()
    let unheard = 0

    for (let nth = 0; nth < kills; nth += 1) {
      tv.connect(feed)
      const closedAt = new Date().toISOString()
      const sending = send(feed, nth, closedAt)
      await sleep(120 * dice() ** 2)
      await feed.kill()
      const isSent = await sending
      if (!isSent) unheard += 1

      const before = tv.told.length
      feed = await spawnFeed(folder)
      tv.connect(feed)
      if (!isSent) expect(await send(feed, nth, closedAt)).toBe(true)
      await eventually(() => expect(tv.told.map(({ id }) => id)).toContain(idOf(nth)))
      const again = tv.told.slice(before).filter(({ id }) => over.has(id))
      expect(
        again.map(({ id }) => id),
        `told again after kill ${nth + 1}`,
      ).toEqual([])
      // Half of them play to their end; the others make room for the next.
      if (dice() < 0.5)
        await post(feed, `/api/v1/celebrations/${encodeURIComponent(idOf(nth))}/actions`, { do: 'cancel' })
      await eventually(async () => {
        const found = (await listOf(feed)).find(({ id }) => id === idOf(nth))
        expect(['shown', 'cancelled']).toContain(found?.state)
      })
      over.add(idOf(nth))
    }

    const ids = (await listOf(feed)).map(({ id }) => id)
    expect(ids.toSorted()).toEqual([...over].toSorted())
    tv.disconnect()
    expect(await feed.stop()).toBe(0)
    sayFigures(
      `${kills} kills around a deal: ${unheard} before it was acknowledged; none lost, none celebrated again`,
    )
    rmSync(folder, { recursive: true, force: true })
  },
  30_000 + kills * 40_000,
)
