// Seasons in a whole feed: shelves that follow the facts, a quiet word on a badge, and an end that is written once.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SeasonsAnswer, SeasonTryAnswer, ShelfAnswer } from '../../../shared/wire/season-answers.ts'
import { eventually } from '../../../test/eventually.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const floorText = `
floor: { name: Small floor, timeZone: UTC, currency: USD, thanks: { perDay: 3 } }
teams: [{ id: east, name: East team }, { id: west, name: West team }]
people:
  - { id: ana, name: Ana Ruiz, team: east }
  - { id: bo, name: Bo Lind, team: west }
metrics:
  - { id: calls, name: Calls, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: call }], date: at } }
goals:
  - { metric: calls, window: week, team: east, value: 4 }
playlists: [{ id: all, name: All, items: [{ board: calls }] }]
boards: [{ id: calls, title: Calls, kind: leaderboard, metric: calls, window: week }]
screens: [{ id: wall, name: Wall, playlist: all }]
`
const autumn = {
  ...{ id: 'autumn', name: 'Autumn', from: '2026-11-16', until: '2026-11-20', settleHours: 1 },
  points: [{ metric: 'calls', each: 5 }],
  levels: [{ name: 'Started', at: 10 }],
  badges: [{ id: 'two', name: 'Two calls', icon: 'phone', for: { by: 'total', metric: 'calls', value: 2 } }],
  teams: [{ metric: 'calls', tiers: [{ at: 1, unlocks: 'Lunch', multiplies: 2 }] }],
  state: 'announced',
}

let now = 0
let feed: TestFeed
let admin: FeedBrowser
beforeEach(async () => {
  // A Friday.
  now = Date.parse('2026-11-20T14:50:00Z')
  feed = await startTestFeed({ clock: { now: () => now }, firstFloorText: floorText })
  admin = await openAdmin(feed)
})
afterEach(async () => {
  await feed.close()
})

const edit = async (...edits: object[]) => {
  const { version } = (await admin.get('/api/v1/floor')).body
  return await admin.post('/api/v1/floor/edits', { version, edits })
}
const add = async (season: object) => {
  const answer = await edit({ do: 'add', list: 'seasons', entry: season, before: null })
  expect([answer.status, answer.text]).toEqual([200, expect.anything()])
}
const call = (id: string, rep: string) => ({
  ...{ source: 'dialer', id, type: 'activity', kind: 'call', at: '2026-11-20T10:00:00Z', credits: [{ rep }] },
})
const send = (...facts: object[]) => admin.post('/api/v1/facts', { facts })
const shelfOf = async (of: FeedBrowser) => ShelfAnswer.parse((await of.get('/api/v1/me/shelf')).body)
const seasonsOf = async (of: FeedBrowser) => SeasonsAnswer.parse((await of.get('/api/v1/seasons')).body)

test('[K60] [K61] a season ends once, whatever restarts: what is corrected or edited later leaves the shelf as it was', async () => {
  const ana = await joinAs(feed, admin, { email: 'ana@floor.test', role: 'viewer', teams: [], person: 'ana' })
  await add(autumn)
  await send(call('1', 'ana'), call('2', 'ana'), call('3', 'bo'))
  expect(await shelfOf(ana)).toMatchObject({
    person: { name: 'Ana Ruiz' },
    season: { id: 'autumn', phase: 'running' },
    standing: {
      ...{ points: 10, level: { name: 'Started' }, badges: [{ id: 'two', won: '2026-11-20' }] },
      sources: [
        { says: 'Calls: 2', points: 10 },
        { says: 'What your team added', points: 0 },
      ],
    },
    teams: [{ team: 'east', value: '2', goal: '4', next: '2 more: Lunch, and points ×\u00a02' }],
    past: [],
  })
  const told = async () =>
    (await admin.get('/api/v1/celebrations')).body.celebrations.filter(({ id }: { id: string }) =>
      id.startsWith('season:'),
    )
  await eventually(async () =>
    expect(await told()).toEqual([expect.objectContaining({ id: 'season:autumn:2026-11-16:two:ana' })]),
  )
  await send(call('4', 'ana'), call('5', 'ana'))
  expect((await shelfOf(ana)).standing?.points).toBe(40)

  // A few ends of the feed around the end of the season.
  now = Date.parse('2026-11-21T00:59:59Z')
  expect((await shelfOf(ana)).season?.phase).toBe('closing')
  for (let nth = 0; nth < 3; nth += 1) {
    await feed.restart()
    now += 900
  }
  await eventually(async () =>
    expect((await shelfOf(ana)).past).toEqual([
      {
        ...{ id: 'autumn', name: 'Autumn', from: '2026-11-16', until: '2026-11-20', points: 40 },
        level: 'Started',
        badges: [{ id: 'two', name: 'Two calls', icon: 'phone', won: '2026-11-20' }],
      },
    ]),
  )
  await send(call('6', 'ana'))
  await edit({
    do: 'set',
    list: 'seasons',
    id: 'autumn',
    fields: { points: [{ metric: 'calls', each: 100 }] },
  })
  await feed.restart()
  const { season, past } = await shelfOf(ana)
  expect([season, past.map(({ points }) => points)]).toEqual([null, [40]])
  expect((await seasonsOf(admin)).ended[0]?.rules.points).toEqual([{ metric: 'calls', each: 5, per: 1 }])
  expect(await told()).toHaveLength(1)
  const refused = await edit({ do: 'remove', list: 'metrics', id: 'calls', everywhere: true })
  expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining('"Autumn"')])
})

test('[K62] [K63] drafts and points are told to who coaches; a rep has their own; a try keeps nothing', async () => {
  await add({ ...autumn, state: 'draft' })
  const lead = await joinAs(feed, admin, { email: 'lea@floor.test', role: 'leader', teams: [] })
  const manager = await joinAs(feed, admin, { email: 'mo@floor.test', role: 'manager', teams: ['east'] })
  expect([(await seasonsOf(lead)).seasons.length, (await seasonsOf(manager)).seasons.length]).toEqual([0, 1])
  expect((await lead.post('/api/v1/seasons/try', { season: autumn })).status).toBe(403)
  await edit({ do: 'set', list: 'seasons', id: 'autumn', fields: { state: 'announced' } })
  const namesOf = async (of: FeedBrowser) =>
    (await seasonsOf(of)).seasons.flatMap(({ people }) => people.map(({ name }) => name))
  expect([await namesOf(lead), await namesOf(manager), await namesOf(admin)]).toEqual([
    [],
    ['Ana Ruiz'],
    ['Ana Ruiz', 'Bo Lind'],
  ])
  expect((await seasonsOf(lead)).seasons[0]).toMatchObject({ of: 2, badges: [{ won: 0 }] })
  expect((await shelfOf(manager)).person).toBeNull()

  await send({ ...call('1', 'bo'), at: '2026-11-17T10:00:00Z' })
  const tried = SeasonTryAnswer.parse(
    (await manager.post('/api/v1/seasons/try', { season: { ...autumn, id: 'winter' } })).body,
  )
  expect(tried).toMatchObject({ from: '2026-11-15', until: '2026-11-19', of: 2, points: { most: 5 } })
  const wrong = await manager.post('/api/v1/seasons/try', {
    season: { ...autumn, points: [{ metric: 'dials', each: 1 }] },
  })
  expect([wrong.status, wrong.body.message]).toEqual([400, expect.stringMatching(/"dials" is no metric/)])
  expect((await seasonsOf(admin)).seasons).toHaveLength(1)
})
