// Forecasts in a whole feed: by the facts in its log, for those who see a team's numbers, and for nobody else.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ForecastAnswer } from '../../../shared/wire/forecast.ts'
import { type FeedBrowser, joinAs, openAdmin, openFeedBrowser } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const results = (id: string, scope: string): string =>
  `  - { id: ${id}, title: Results, kind: results, metric: won, pipeline: due, period: month${scope} }\n`

const floorText = (boards: string): string => `
floor: { name: Small floor, timeZone: UTC, currency: USD, stages: [Discovery, Demo] }
roles: [{ id: ae, name: AE }]
teams: [{ id: east, name: East }, { id: west, name: West }, { id: solo, name: Solo }]
people:
  - { id: ana, name: Ana Ruiz, role: ae, team: east }
  - { id: eli, name: Eli Moss, role: ae, team: east }
  - { id: bo, name: Bo Lind, role: ae, team: west }
  - { id: wim, name: Wim Ott, role: ae, team: west }
  - { id: sam, name: Sam Day, role: ae, team: solo }
metrics:
  - { id: won, name: Bookings, noun: booked, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
  - { id: due, name: Due, noun: due, objective: How much is due?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: open }], date: expectedCloseOn, measure: { sum: amount } } }
  - { id: wins, name: Wins, noun: wins, objective: How many?, indicator: output, question: results, unit: count,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt } }
goals: [{ metric: won, window: month, team: east, value: 40000 }]
boards:
  - { id: wins, title: Wins, kind: leaderboard, metric: wins, window: month }
${boards}playlists: [{ id: all, name: All, items: [{ board: wins }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
`

/** A Tuesday. */
const start = Date.parse('2026-11-17T09:00:00Z')
const dayMs = 86_400_000

let now = start
let feed: TestFeed
let admin: FeedBrowser

beforeEach(async () => {
  now = start
  feed = await startTestFeed({
    clock: { now: () => now },
    firstFloorText: floorText(results('all-results', '')),
  })
  admin = await openAdmin(feed)
})
afterEach(() => feed.close())

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
/** Each week of a year one deal is won that was open for three weeks, and one stays open; so much, in dollars. */
const yearOf = (rep: string, dollars: number): object[] =>
  Array.from({ length: 52 }, (_, week) => start - (week * 7 + 1) * dayMs).flatMap((closes, week) =>
    ['won', 'open'].map((status) => ({
      source: 'crm',
      id: `${rep}-${week}-${status}`,
      type: 'deal',
      status,
      stage: 'Demo',
      createdAt: dateOf(closes - 21 * dayMs),
      ...(status === 'won' ? { closedAt: dateOf(closes) } : {}),
      amount: { minor: (dollars + ((week * 37) % 11) * 100) * 100, currency: 'USD' },
      credits: [{ rep }],
    })),
  )

const write = async (facts: readonly object[]): Promise<void> => {
  expect(await admin.post('/api/v1/facts', { facts })).toMatchObject({ status: 200, body: { rejected: [] } })
}

const ask = async (browser: FeedBrowser, query = ''): Promise<ForecastAnswer> => {
  for (let tries = 0; tries < 200; tries++) {
    const { status, body } = await browser.get(`/api/v1/forecast${query}`)
    if (status !== 200) throw new Error(`${status}`)
    const answer = ForecastAnswer.parse(body)
    if (answer.why !== 'reading deals') return answer
    // The deals are read in turns of the feed's own loop, which each request lets go on.
  }
  throw new Error('the deals are never read')
}
const statusOf = async (browser: FeedBrowser, query = '') =>
  (await browser.get(`/api/v1/forecast${query}`)).status

describe('a forecast', () => {
  test('[O1] [O2] [O7] is of what the board of results shows: a range, the goal, three methods, and how good it was', async () => {
    await write([...yearOf('ana', 10_000), ...yearOf('bo', 5000)])
    const answer = await ask(admin, '?team=east')
    expect(answer).toMatchObject({ team: 'east', grain: 'month', goal: 4_000_000, why: null })
    expect([answer.metric?.id, answer.window?.label]).toEqual(['won', 'November 2026'])
    const { range, soFar, methods, lookedBack } = answer
    if (!range) throw new Error('no range')
    // On the 2nd, the 9th and the 16th; one or two more are to come.
    expect(soFar).toBeGreaterThan(3_000_000)
    expect(range.p10).toBeGreaterThanOrEqual(soFar)
    expect(range.p90).toBeGreaterThan(range.p10)
    expect(range.p90).toBeLessThan(7_000_000)
    expect(methods.map(({ id, why }) => [id, why])).toEqual([
      ['run-rate', null],
      ['pipeline', null],
      ['same-weeks', null],
    ])
    expect(methods.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
    expect(lookedBack.inside.length).toBeGreaterThan(9)
    const all = await ask(admin)
    expect(all.range?.p50).toBeGreaterThan(range.p50)
    const next = await ask(admin, '?team=east&period=next')
    expect([next.window?.label, next.soFar, next.range === null]).toEqual(['December 2026', 0, false])
    // A deal that comes later is in it once a minute is over.
    await write([{ ...yearOf('ana', 90_000)[0], id: 'late' }])
    now += 61_000
    expect((await ask(admin, '?team=east')).soFar).toBe(soFar + 9_000_000)
  })

  test('[O5] [O6] [O7] says in words why there is none', async () => {
    await write([...yearOf('sam', 10_000), ...yearOf('ana', 10).slice(0, 4)])
    expect(await ask(admin, '?team=solo')).toMatchObject({
      why: 'one person',
      range: null,
      soFar: 0,
      methods: [],
    })
    expect(await ask(admin, '?team=west')).toMatchObject({ why: 'too little', range: null, soFar: 0 })
    expect(await ask(admin, '?team=east')).toMatchObject({ why: 'too little', range: null })
    expect((await ask(admin)).why).toBeNull()
  })

  test('[O6] managers see their teams, leaders and admins all and the floor; nobody else, no token and no screen gets one', async () => {
    const jo = (role: string, more: object = {}) =>
      joinAs(feed, admin, { email: `${role}${JSON.stringify(more).length}@floor.test`, role, ...more })
    const [leader, manager, all, viewer] = [
      await jo('leader'),
      await jo('manager', { teams: ['east'] }),
      await jo('manager'),
      await jo('viewer', { person: 'ana' }),
    ]
    const teamsOf = async (browser: FeedBrowser) => (await ask(browser)).teams.map(({ id }) => id)
    const everything = [null, 'east', 'west', 'solo']
    expect(await teamsOf(admin)).toEqual(everything)
    expect(await teamsOf(leader)).toEqual(everything)
    expect(await teamsOf(all)).toEqual(everything)
    expect(await teamsOf(manager)).toEqual(['east'])
    expect((await ask(manager)).team).toBe('east')
    expect(await statusOf(manager, '?team=west')).toBe(404)
    expect([await statusOf(viewer), await statusOf(viewer, '?team=east')]).toEqual([404, 404])
    // A person is no team.
    expect([await statusOf(admin, '?team=ana'), await statusOf(admin, '?rep=ana')]).toEqual([404, 400])
    expect(await statusOf(admin, '?period=last')).toBe(400)
    for (const [role, more] of [
      ['admin', {}],
      ['ingest', {}],
      ['screen', {}],
      ['screen', { screen: 'wall' }],
    ] as const) {
      const { body } = await admin.post('/api/v1/tokens', { name: role, role, ...more })
      const stranger = openFeedBrowser(feed, { authorization: `Bearer ${body.token}` })
      expect([401, 403]).toContain(await statusOf(stranger))
    }
    expect([401, 403]).toContain(await statusOf(openFeedBrowser(feed)))
  })
})
