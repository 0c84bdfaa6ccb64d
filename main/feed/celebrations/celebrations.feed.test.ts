import { pino } from 'pino'
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, describe, expect, test } from 'vitest'
import { CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'
import { protocolVersion } from '../../../shared/wire/socket.ts'
import { eventually } from '../../../test/eventually.ts'
import { startTestFeed, type TestFeed, won as wonAt } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

const floorText = `${smallFloorText}celebrations:
  - { id: big, name: Big deal, on: { over: 500 }, seconds: 6, sound: gong, screens: [wall] }
`
/** Just now. */
const won = (id: string, minor: number, more: object = {}) =>
  wonAt(id, minor, { closedAt: '2026-11-20T19:59:00Z', ...more })

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

describe('a big deal', () => {
  test('[C1] takes over the screens of its rule, and no other', async () => {
    const feed = await start()
    const [wall, other] = [await tvOf(feed, 'wall'), await tvOf(feed, 'calls-wall')]
    await send(feed, won('d1', 60_000, { account: 'Northwind Traders' }))
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
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
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    await send(feed, won('d1', 60_000, { name: 'Renamed' }))
    await feed.restart()
    const again = await tvOf(feed, 'wall')
    // It was not over when the feed went, so whoever has not seen it sees it: under the same name.
    await eventually(() => expect(again.celebrated.length).toBeGreaterThan(0))
    expect(new Set([...wall.celebrated, ...again.celebrated].map(({ id }) => id))).toEqual(
      new Set(['big:crm:d1']),
    )
  })

  test('[C3] a deal that is withdrawn while it shows leaves the screen, and does not come back when it is won again', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d1', 60_000))
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    await feed.ask('/api/v1/facts/crm/d1', { method: 'DELETE' })
    await eventually(() => expect(wall.retracted).toEqual(['big:crm:d1']))
    await send(feed, won('d1', 70_000))
    await send(feed, won('d2', 80_000))
    await eventually(() => expect(wall.celebrated.map(({ id }) => id)).toEqual(['big:crm:d1', 'big:crm:d2']))
  })

  test('[C4] an amount that is corrected is corrected on the screen, and under the bar it leaves', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d1', 60_000))
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    await send(feed, won('d1', 61_000))
    await eventually(() => expect(wall.celebrated).toHaveLength(2))
    expect(wall.celebrated[1]).toMatchObject({
      id: 'big:crm:d1',
      startsAt: wall.celebrated[0]?.startsAt,
      view: { deal: { amount: { value: 61_000 } } },
    })
    await send(feed, won('d1', 40_000))
    await eventually(() => expect(wall.retracted).toEqual(['big:crm:d1']))
  })

  test('[C5] the past is celebrated by nothing: neither an old deal nor one under the bar', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('old', 90_000, { closedAt: '2026-11-18T19:00:00Z' }), won('small', 1_000))
    await send(feed, won('now', 90_000))
    await eventually(() => expect(wall.celebrated.map(({ id }) => id)).toEqual(['big:crm:now']))
  })
})

const ask = (feed: TestFeed, path: string, body?: object) =>
  feed.ask(`/api/v1/celebrations${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  })
const bigDeal = { id: 'big', name: 'Big deal', on: { over: 500 }, seconds: 6 }
const gong = (more: object = {}) => ({
  id: '0b9e3f66-5d59-4b3e-9b7c-3f0d7c1c2a11',
  kind: 'gong',
  title: 'Gong',
  people: ['elena'],
  message: 'Well played',
  ...more,
})

describe('what people ask', () => {
  test('[C6] a gong takes over at once, once for its id, and says who began it', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'calls-wall')
    const first = await ask(feed, '', gong())
    expect(first.body).toMatchObject({ rule: null, names: ['Elena Voss'], about: 'Well played' })
    expect((await ask(feed, '', gong())).body.id).toBe(first.body.id)
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    expect(wall.celebrated[0]?.view).toMatchObject({
      look: 'recognition',
      title: 'Gong',
      message: 'Well played',
      messageBy: 'somebody at the feed’s own machine',
    })
    expect((await ask(feed, '', gong({ people: ['nobody'] }))).body.code).toBe('unknown-entry')
    expect((await ask(feed, '', gong({ screens: ['nowhere'] }))).body.code).toBe('unknown-screen')
  })

  test('[C7] one that shows is cancelled by hand and leaves; it is played again by hand alone', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d1', 60_000))
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    const id = encodeURIComponent('big:crm:d1')
    expect((await ask(feed, `/${id}/actions`, { do: 'cancel' })).body).toMatchObject({ state: 'cancelled' })
    await eventually(() => expect(wall.retracted).toEqual(['big:crm:d1']))
    expect((await ask(feed, `/${id}/actions`, { do: 'replay' })).body).toMatchObject({ id: 'big:crm:d1#1' })
    await eventually(() => expect(wall.celebrated.at(-1)).toMatchObject({ id: 'big:crm:d1#1' }))
    expect((await ask(feed, '/unknown/actions', { do: 'replay' })).status).toBe(404)
  })

  test('[C8] what a leader writes joins the takeover that shows, and of each the last words stand', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d1', 60_000))
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    const id = encodeURIComponent('big:crm:d1')
    await ask(feed, `/${id}/words`, { text: 'Brilliant' })
    const again = await ask(feed, `/${id}/words`, { text: 'Twice' })
    expect(again.body.words.map(({ text }: { text: string }) => text)).toEqual(['Twice'])
    await eventually(() => expect(wall.celebrated).toHaveLength(3))
    expect(wall.celebrated[1]).toMatchObject({
      id: 'big:crm:d1',
      startsAt: wall.celebrated[0]?.startsAt,
      view: { word: { text: 'Brilliant' } },
    })
    expect(wall.celebrated[2]?.view.word?.text).toBe('Twice')
  })

  test('[C8] what comes after it was shown is a card of its own', async () => {
    const clock = runningClock()
    const feed = await start(floorText, clock)
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d1', 60_000))
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    clock.forward(20_000)
    await eventually(async () =>
      expect((await ask(feed, '')).body.celebrations[0]).toMatchObject({ state: 'shown' }),
    )
    await ask(feed, `/${encodeURIComponent('big:crm:d1')}/words`, { text: 'Brilliant' })
    await eventually(() => expect(wall.celebrated).toHaveLength(2))
    expect(wall.celebrated[1]?.view).toMatchObject({
      look: 'recognition',
      people: [{ face: { name: 'Priya Raman' } }],
      word: { text: 'Brilliant' },
    })
  })

  test('[C9] a rule is tried on the last 90 days, also one that is not saved, and played as a test on one screen', async () => {
    const feed = await start(smallFloorText)
    const wall = await tvOf(feed, 'wall')
    await send(
      feed,
      won('a', 60_000, { closedAt: '2026-11-02T15:00:00Z', account: 'Acme' }),
      won('b', 60_000, { closedAt: '2026-06-02T15:00:00Z' }),
      won('c', 10_000, { closedAt: '2026-11-03T15:00:00Z' }),
    )
    const tried = await ask(feed, '/try', { rule: bigDeal })
    expect(tried.body).toMatchObject({
      total: 1,
      hits: [{ at: Date.parse('2026-11-02T15:00:00Z'), names: ['Priya Raman'], about: 'Acme, $600' }],
      busiestDay: { day: '2026-11-02', count: 1 },
      warning: null,
    })
    const ofGoal = { ...bigDeal, on: { metric: 'revenue', crosses: 'goal' } }
    expect((await ask(feed, '/try', { rule: ofGoal })).body.total).toBe(0)
    await send(feed, won('d', 60_000, { closedAt: '2026-11-04T15:00:00Z' }))
    expect((await ask(feed, '/try', { rule: ofGoal })).body).toMatchObject({
      total: 1,
      hits: [{ names: ['Priya Raman'], about: 'Closed-won revenue, $1,300' }],
    })
    expect((await ask(feed, '/try', { rule: { ...bigDeal, team: 'nowhere' } })).body.code).toBe('bad-body')
    expect(wall.celebrated).toEqual([])
    expect((await ask(feed, '/play', { rule: bigDeal, screens: ['wall'] })).status).toBe(200)
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    expect(wall.celebrated[0]).toMatchObject({ isTest: true, view: { deal: { amount: { value: 60_000 } } } })
    expect((await ask(feed, '')).body.celebrations).toEqual([])
  })

  test('[C9] a floor that has known anything for two days only is told how often a rule would play on such a day', async () => {
    const feed = await start(smallFloorText)
    const call = (id: number) => ({
      source: 'dialer',
      id: `call ${id}`,
      type: 'activity',
      kind: 'call',
      at: `2026-11-${id % 2 === 0 ? 19 : 20}T15:00:00Z`,
      credits: [{ rep: 'priya' }],
    })
    await send(feed, ...Array.from({ length: 600 }, (_, id) => call(id)))
    const everyCall = { from: 'activity', where: [{ field: 'kind', is: 'call' }] }
    expect((await ask(feed, '/try', { rule: { ...bigDeal, on: everyCall } })).body).toMatchObject({
      total: 600,
      perDay: 300,
      warning: 'This would take over 300 times a day.',
    })
  })

  test('[C10] the console is told what each screen really showed', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d1', 60_000))
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    await new Promise<void>((resolve) =>
      wall.socket.emit(
        'celebrated',
        { id: 'big:crm:d1', shownMs: 5900, lateMs: 12, sound: 'blocked' },
        resolve,
      ),
    )
    expect((await ask(feed, '')).body.celebrations).toMatchObject([
      {
        id: 'big:crm:d1',
        rule: 'big',
        title: 'Big deal',
        names: ['Priya Raman'],
        shownOn: [{ screen: 'wall', name: 'Main wall', shownMs: 5900, lateMs: 12, sound: 'blocked' }],
      },
    ])
  })
})

describe('when they come', () => {
  test('[C12] a deal that happened longer ago than the floor calls fresh is news for the card', async () => {
    const feed = await start()
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('late', 60_000, { closedAt: '2026-11-20T19:20:00Z' }))
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    expect(wall.celebrated[0]?.view).toMatchObject({ title: 'While we were away', look: 'quiet' })
    expect((await ask(feed, '')).body.celebrations).toMatchObject([
      { rule: null, state: 'showing' },
      { id: 'big:crm:late', state: 'too late' },
    ])
  })

  const twoDeals = [won('d1', 60_000), won('d2', 70_000, { credits: [{ rep: 'elena' }] })]

  test('[C11] one at a time on a screen: the second follows the first', async () => {
    const clock = runningClock()
    const feed = await start(floorText, clock)
    const wall = await tvOf(feed, 'wall')
    await send(feed, ...twoDeals)
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    expect(
      (await ask(feed, '')).body.celebrations.map(({ state }: { state: string }) => state).sort(),
    ).toEqual(['showing', 'waiting'])
    await eventually(() => expect(wall.celebrated).toHaveLength(2))
    const [one, two] = wall.celebrated
    expect((two?.startsAt ?? 0) - (one?.startsAt ?? 0)).toBeGreaterThanOrEqual(6000)
  })

  test('[C12] what waited for longer than it is fresh is one card, and so is what quiet hours kept', async () => {
    const clock = runningClock()
    const text = floorText.replace(
      'currency: USD',
      "currency: USD\n  celebrations: { quietHours: { from: '14:55', to: '15:30' }, freshMinutes: 5 }",
    )
    // 15:00 in New York.
    const feed = await start(text, clock)
    const wall = await tvOf(feed, 'wall')
    await send(feed, ...twoDeals)
    await eventually(async () => expect((await ask(feed, '')).body.celebrations).toHaveLength(2))
    clock.forward(10 * 60_000)
    await new Promise((resolve) => setTimeout(resolve, 1300))
    expect(wall.celebrated).toEqual([])
    clock.forward(25 * 60_000)
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    expect(wall.celebrated[0]?.view).toMatchObject({
      look: 'quiet',
      title: 'While we were away',
      merged: [
        { title: 'Big deal', name: 'Priya Raman' },
        { title: 'Big deal', name: 'Elena Voss' },
      ],
    })
    const states = (await ask(feed, '')).body.celebrations.map(({ state }: { state: string }) => state)
    expect(states.sort()).toEqual(['quiet hours', 'quiet hours', 'showing'])
  })

  test('[C13] whoever hates the stage has neither sound nor motion, or is not celebrated', async () => {
    const text = floorText
      .replace('team: east, aliases: [priya@example.com] }', 'team: east, celebrate: quiet }')
      .replace(
        'name: Elena Voss, role: ae, team: london }',
        'name: Elena Voss, role: ae, team: london, celebrate: none }',
      )
    const feed = await start(text)
    const wall = await tvOf(feed, 'wall')
    await send(feed, won('d2', 70_000, { credits: [{ rep: 'elena' }] }))
    await send(feed, won('d1', 60_000))
    await eventually(() => expect(wall.celebrated).toHaveLength(1))
    expect(wall.celebrated[0]).toMatchObject({ id: 'big:crm:d1', silent: true, view: { look: 'quiet' } })
    const id = '00000000-0000-4000-8000-000000000001'
    const kudos = { id, kind: 'recognition', title: 'Well done', people: ['priya', 'elena'] }
    expect((await ask(feed, '', kudos)).body).toMatchObject({
      code: 'bad-body',
      message: 'Elena Voss wants no celebrations: choose somebody else.',
    })
  })
})
