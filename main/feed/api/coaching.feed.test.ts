import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CoachingAnswer, CoachingList } from '../../../shared/wire/coaching.ts'
import {
  type FeedBrowser,
  joinAs,
  maya,
  openAdmin,
  openFeedBrowser,
} from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const floorText = `
floor: { name: Floor, timeZone: UTC, currency: USD }
roles: [{ id: sdr, name: SDR }, { id: lead, name: Lead }]
teams: [{ id: east, name: East }, { id: west, name: West }]
people:
  - { id: ana, name: Ana Ruiz, role: sdr, team: east }
  - { id: bo, name: Bo Lind, role: sdr, team: west }
  - { id: lee, name: Lee Ash, role: lead, team: east }
metrics:
  - { id: dials, name: Dials, objective: How much?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: dial }], date: at } }
  - { id: meetings, name: Meetings, objective: What came of it?, indicator: output, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: meeting }], date: at } }
goals:
  - { metric: meetings, window: quarter, role: sdr, value: 33 }
  - { metric: dials, window: day, role: sdr, value: from-formula }
formulas:
  - { id: sdr, role: sdr, steps: [dials, meetings] }
boards:
  - { id: dials, title: Dials today, kind: leaderboard, metric: dials, window: day }
playlists: [{ id: all, name: All, items: [{ board: dials }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
`

let now = 0
let feed: TestFeed
beforeEach(async () => {
  now = Date.parse('2026-10-01T07:59:30Z')
  feed = await startTestFeed({ clock: { now: () => now }, firstFloorText: floorText })
})
afterEach(() => feed.close())

const activities = (rep: string, kind: string, on: string, count: number): object[] =>
  Array.from({ length: count }, (_, nth) => ({
    source: 'dialer',
    id: `${rep} ${kind} ${on} ${nth}`,
    type: 'activity',
    kind,
    at: `${on}T10:00:00Z`,
    credits: [{ rep }],
  }))

const send = async (admin: FeedBrowser, ...facts: object[]): Promise<void> => {
  const { status, text } = await admin.post('/api/v1/facts', { facts })
  expect([status, text]).toEqual([200, expect.anything()])
}

/** Of Ana 400 dials and 20 meetings in the quarter before: 33 meetings are 660 dials, ten on each of 66 days. */
const history = [
  ...activities('ana', 'dial', '2026-08-12', 400),
  ...activities('ana', 'meeting', '2026-08-12', 20),
]

/** Until the desk has looked once more. */
const planned = async (admin: FeedBrowser, person = 'ana'): Promise<CoachingAnswer> => {
  now += 60_000
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = CoachingAnswer.parse((await admin.get(`/api/v1/coaching/${person}`)).body)
    if (answer.plans.length > 0) return answer
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('no plan')
}

describe('plans', () => {
  test('[L3][L8] are drawn up once there is something to rest on, and become the goals of the day', async () => {
    const admin = await openAdmin(feed)
    expect((await admin.get('/api/v1/coaching/ana')).body).toMatchObject({
      plans: [],
      none: { kind: 'no rate', metric: 'meetings', from: 'dials' },
    })
    const none = async () =>
      CoachingList.parse((await admin.get('/api/v1/coaching')).body).people.find(({ id }) => id === 'ana')
        ?.none
    expect(await none()).toEqual({ kind: 'no rate', metric: 'meetings', from: 'dials' })
    await send(admin, ...history)
    const answer = await planned(admin)
    expect(await none()).toBeNull()
    expect(answer.plans).toMatchObject([{ version: 1, quota: 33, days: 66, won: 0, reason: null }])
    expect(answer.plans[0]?.steps[0]?.need).toBeCloseTo(660, 6)
    expect(answer.today[0]).toMatchObject({ value: 0, goal: 10 })
    const board = (await admin.get('/api/v1/boards/dials')).body
    expect(board.rows.ana).toMatchObject({ goal: 10 })
  })

  test('[L3] never move by themselves: not by facts that come late, nor by a restart', async () => {
    const admin = await openAdmin(feed)
    await send(admin, ...history)
    const first = await planned(admin)
    await send(admin, ...activities('ana', 'meeting', '2026-08-13', 100))
    await feed.restart()
    now += 120_000
    await new Promise((resolve) => setTimeout(resolve, 2500))
    const again = CoachingAnswer.parse((await admin.get('/api/v1/coaching/ana')).body)
    expect(again.plans).toEqual(first.plans)
  })

  test('[L7] a re-plan has a reason, stands beside the one before, and is refused over a version that is not the last', async () => {
    const admin = await openAdmin(feed)
    await send(admin, ...history, ...activities('ana', 'meeting', '2026-10-02', 3))
    await planned(admin)
    now = Date.parse('2026-11-02T09:00:00Z')
    // A month without a sign ends a session.
    await admin.post('/api/v1/sign-in', { email: maya.email, password: maya.password })
    const replan = (body: object) => admin.post('/api/v1/coaching/ana/plans', body)
    expect((await replan({ over: 1 })).body.code).toBe('bad-body')
    expect((await replan({ over: 1, reason: ' ' })).body.code).toBe('bad-body')
    const made = await replan({
      over: 1,
      reason: 'The quota is halved.',
      quota: 18,
      rates: { meetings: 0.1 },
    })
    expect(made.body.plan).toMatchObject({ version: 2, won: 3, quota: 18, days: 44, holdsFrom: '2026-11-02' })
    expect(made.body.plan.steps[0].need).toBeCloseTo(150, 6)
    expect((await replan({ over: 1, reason: 'Again.' })).body.code).toBe('stale-plan')
    const answer = CoachingAnswer.parse((await admin.get('/api/v1/coaching/ana')).body)
    expect(answer.plans.map(({ version, reason }) => [version, reason])).toEqual([
      [1, null],
      [2, 'The quota is halved.'],
    ])
    expect(answer.today[0]?.goal).toBe(4)
  })
})

describe('who sees a formula', () => {
  test('its rep, the managers of their team and admins; nobody else, and no token', async () => {
    const admin = await openAdmin(feed)
    await send(admin, ...history)
    await planned(admin)
    const join = (email: string, role: string, more: object = {}) =>
      joinAs(feed, admin, { email: `${email}@northwind.test`, role, ...more })
    const east = await join('east', 'manager', { teams: ['east'] })
    const west = await join('west', 'manager', { teams: ['west'] })
    const all = await join('all', 'manager')
    const leader = await join('leader', 'leader')
    const ana = await join('ana', 'viewer', { person: 'ana' })
    const bo = await join('bo', 'viewer', { person: 'bo' })
    const statuses = await Promise.all(
      [admin, east, all, ana, west, leader, bo, openFeedBrowser(feed)].map(
        async (browser) => (await browser.get('/api/v1/coaching/ana')).status,
      ),
    )
    expect(statuses).toEqual([200, 200, 200, 200, 404, 404, 404, 401])
    const listed = async (browser: FeedBrowser) =>
      CoachingList.parse((await browser.get('/api/v1/coaching')).body).people.map((person) => person.id)
    expect(await listed(admin)).toEqual(['ana', 'bo'])
    expect(await listed(east)).toEqual(['ana'])
    expect(await listed(leader)).toEqual([])
    expect(await listed(ana)).toEqual([])
    const body = { over: 1, reason: 'Mine to say.' }
    for (const browser of [ana, bo, leader, west])
      expect((await browser.post('/api/v1/coaching/ana/plans', body)).status).toBe(404)
    const answer = CoachingAnswer.parse((await ana.get('/api/v1/coaching/ana')).body)
    expect(answer.mayPlan).toBe(false)
  })

  test('[L28] the boards of a one-to-one are those of their team, for whoever coaches them and may see them', async () => {
    const admin = await openAdmin(feed)
    const board = (id: string, more: object) => ({
      ...{ do: 'add', list: 'boards', before: null },
      entry: { id, title: id, kind: 'leaderboard', metric: 'dials', window: 'week', ...more },
    })
    const cadence = (id: string, more: object) => ({
      ...{ do: 'add', list: 'cadences', before: null },
      entry: { id, name: id, oneToOnes: true, ...more },
    })
    const { status } = await admin.post('/api/v1/floor/edits', {
      version: (await admin.get('/api/v1/floor')).body.version,
      edits: [
        board('east-inside', { audience: 'managers', scope: { team: 'east' } }),
        board('all-inside', { audience: 'managers' }),
        board('top', { audience: 'leadership' }),
        cadence('all', { boards: ['dials', 'top'] }),
        cadence('east', { team: 'east', boards: ['east-inside', 'all-inside', 'dials'] }),
      ],
    })
    expect(status).toBe(200)
    const east = await joinAs(feed, admin, {
      ...{ email: 'east@northwind.test', role: 'manager', teams: ['east'] },
    })
    const ana = await joinAs(feed, admin, {
      ...{ email: 'ana@northwind.test', role: 'viewer', person: 'ana' },
    })
    const boardsOf = async (browser: FeedBrowser, person = 'ana') =>
      CoachingAnswer.parse((await browser.get(`/api/v1/coaching/${person}`)).body).boards.map(({ id }) => id)
    expect(await boardsOf(admin)).toEqual(['dials', 'top', 'east-inside', 'all-inside'])
    // A manager of one team sees neither what is for leadership nor what is of all teams.
    expect(await boardsOf(east)).toEqual(['dials', 'east-inside'])
    expect(await boardsOf(admin, 'bo')).toEqual(['dials', 'top'])
    expect(await boardsOf(ana)).toEqual([])
  })

  test('somebody whose role has none, or who is not there, has nothing to be seen', async () => {
    const admin = await openAdmin(feed)
    for (const person of ['lee', 'nobody'])
      expect((await admin.get(`/api/v1/coaching/${person}`)).status).toBe(404)
  })
})
