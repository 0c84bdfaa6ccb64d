import { pino } from 'pino'
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'
import { protocolVersion } from '../../../shared/wire/socket.ts'
import { startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

const floorText = `${smallFloorText}celebrations:
  - { id: big, name: Big deal, on: { over: 500 }, seconds: 6, sound: gong, screens: [wall] }
`
const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
const startAt = Date.parse('2026-11-20T20:00:00Z')
/** The hands of a clock that goes on by itself, as a feed's does. */
const runningClock = () => {
  const began = performance.now()
  let ahead = 0
  return {
    now: () => Math.round(startAt + performance.now() - began + ahead),
    forward: (ms: number) => {
      ahead += ms
    },
  }
}

const start = async (text = floorText, clock = runningClock()): Promise<TestFeed> => {
  const feed = await startTestFeed({ firstFloorText: text, clock, logger: pino({ level: 'error' }) })
  cleanUps.push(() => feed.close())
  return feed
}

interface Tv {
  readonly socket: Socket
  readonly celebrated: CelebrateMessage[]
  readonly retracted: string[]
  readonly ahead: string[][]
}
const tvOf = async (feed: TestFeed, screen: string): Promise<Tv> => {
  const socket = connectTo(`${feed.url}/tv`, {
    transports: ['websocket'],
    auth: { protocol: protocolVersion, screen },
  })
  cleanUps.push(() => socket.disconnect())
  const tv: Tv = { socket, celebrated: [], retracted: [], ahead: [] }
  socket.on('celebrate', (message) => tv.celebrated.push(CelebrateMessage.parse(message)))
  socket.on('retract', ({ id }) => tv.retracted.push(id))
  socket.on('media-ahead', ({ addresses }) => tv.ahead.push(addresses))
  await new Promise<void>((resolve) => socket.once('stage', () => resolve()))
  return tv
}
const send = async (feed: TestFeed, ...facts: object[]): Promise<void> => {
  expect((await feed.postFacts(JSON.stringify({ facts }))).body.rejected).toEqual([])
}
const soon = (look: () => void): Promise<void> => vi.waitFor(look, { timeout: 3000, interval: 10 })

describe('a big deal', () => {
  test('[C1] takes over the screens of its rule, and no other, within 300 ms of the fact', async () => {
    const feed = await start()
    const [wall, other] = [await tvOf(feed, 'wall'), await tvOf(feed, 'calls-wall')]
    const before = performance.now()
    await send(feed, won('d1', 60_000, { account: 'Northwind Traders' }))
    await soon(() => expect(wall.celebrated).toHaveLength(1))
    expect(performance.now() - before).toBeLessThan(300)
    const [message] = wall.celebrated
    expect(message).toMatchObject({
      id: 'big:crm:d1',
      ms: 6000,
      sound: 'own:gong',
      isTest: false,
      silent: false,
    })
    expect(message?.view).toMatchObject({
      look: 'big-deal',
      title: 'Big deal',
      people: [{ face: { name: 'Priya Raman' } }],
      deal: { amount: { value: 60_000, unit: 'money' }, account: 'Northwind Traders', helpers: [] },
      team: { name: 'East', before: { value: 0 }, after: { value: 60_000, goal: 200_000 } },
    })
    expect(other.celebrated).toEqual([])
    expect(wall.ahead[0]).toContain('own:gong')
  })

  test('[C2] a fact that is sent again, or a restart, celebrates nothing twice', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d1', 60_000))
    await soon(() => expect(wall.celebrated).toHaveLength(1))
    await send(feed, won('d1', 60_000, { name: 'Renamed' }))
    await feed.restart()
    const again = await tvOf(feed, 'wall')
    // It was not over when the feed went, so whoever has not seen it sees it: under the same name.
    await soon(() => expect(again.celebrated.length).toBeGreaterThan(0))
    expect(new Set([...wall.celebrated, ...again.celebrated].map(({ id }) => id))).toEqual(
      new Set(['big:crm:d1']),
    )
  })

  test('[C3] a deal that is withdrawn while it shows leaves the screen, and does not come back when it is won again', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d1', 60_000))
    await soon(() => expect(wall.celebrated).toHaveLength(1))
    await feed.ask('/api/v1/facts/crm/d1', { method: 'DELETE' })
    await soon(() => expect(wall.retracted).toEqual(['big:crm:d1']))
    await send(feed, won('d1', 70_000))
    await send(feed, won('d2', 80_000))
    await soon(() => expect(wall.celebrated.map(({ id }) => id)).toEqual(['big:crm:d1', 'big:crm:d2']))
  })

  test('[C4] an amount that is corrected is corrected on the screen, and under the bar it leaves', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d1', 60_000))
    await soon(() => expect(wall.celebrated).toHaveLength(1))
    await send(feed, won('d1', 61_000))
    await soon(() => expect(wall.celebrated).toHaveLength(2))
    expect(wall.celebrated[1]).toMatchObject({
      id: 'big:crm:d1',
      startsAt: wall.celebrated[0]?.startsAt,
      view: { deal: { amount: { value: 61_000 } } },
    })
    await send(feed, won('d1', 40_000))
    await soon(() => expect(wall.retracted).toEqual(['big:crm:d1']))
  })

  test('[C5] the past is celebrated by nothing: neither an old deal nor one under the bar', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('old', 90_000, { closedAt: '2026-11-18T19:00:00Z' }), won('small', 1_000))
    await send(feed, won('now', 90_000))
    await soon(() => expect(wall.celebrated.map(({ id }) => id)).toEqual(['big:crm:now']))
  })
})
