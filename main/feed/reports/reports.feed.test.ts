// Figures for spreadsheets and dashboards, over HTTP, against what the same feed's boards and the metrics' own answers say.
import Papa from 'papaparse'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { FigureRow, MetricLine, SeriesRow } from '../../../shared/wire/reports.ts'
import { joinAs, openAdmin, openFeedBrowser } from '../../../test/feed/feed-browser.ts'
import { startTestFeed } from '../../../test/feed/start-test-feed.ts'

const hostile = `=HYPERLINK("http://evil.test";"Ana")`
const floorText = `
floor: { name: Floor, timeZone: America/New_York, currency: USD, weekStartsOn: monday }
teams: [{ id: east, name: East }, { id: west, name: "+West" }]
people:
  - { id: ana, name: ${JSON.stringify(hostile)}, team: east }
  - { id: eli, name: Eli Moss, team: east }
  - { id: bo, name: "@Bo, \\"Bobby\\"", team: west }
metrics:
  - { id: won, name: Bookings, noun: booked, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
  - { id: meetings, name: Meetings, noun: meetings, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: meeting }], date: at } }
  - { id: pay, name: Marker-Pay, noun: paid, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
goals:
  - { metric: won, window: quarter, rep: ana, value: 1000 }
  - { metric: meetings, window: week, team: east, value: 7 }
boards:
  - { id: bookings, title: Bookings, kind: leaderboard, metric: won, window: quarter }
  - { id: pay, title: Pay, kind: leaderboard, metric: pay, window: quarter, audience: managers }
`

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** A Friday, ten in the morning in New York. */
const now = Date.parse('2026-11-20T15:00:00Z')

const setUp = async () => {
  const clock = { ms: now }
  const feed = await startTestFeed({ clock: { now: () => clock.ms }, firstFloorText: floorText })
  cleanUps.push(feed.close)
  const admin = await openAdmin(feed)
  const deal = (id: string, rep: string, minor: number, closedAt: string): object => ({
    ...{ source: 'crm', id, type: 'deal', status: 'won', amount: { minor, currency: 'USD' }, closedAt },
    credits: [{ rep }],
  })
  const meeting = (id: string, rep: string, at: string): object => ({
    ...{ source: 'calendar', id, type: 'activity', kind: 'meeting', at, credits: [{ rep }] },
  })
  const days = Array.from({ length: 60 }, (_, back) => new Date(now - back * 86_400_000).toISOString())
  const facts = days.flatMap((at, back) => [
    deal(`d${back}`, back % 3 === 0 ? 'bo' : 'ana', 100_001 + back * 7, at.slice(0, 10)),
    // Just before and after midnight in New York.
    meeting(`m${back}`, 'eli', `${at.slice(0, 10)}T04:59:59Z`),
    meeting(`n${back}`, 'bo', `${at.slice(0, 10)}T05:00:00Z`),
  ])
  await admin.post('/api/v1/facts', { facts: [...facts, deal('zero', 'nobody', 5, '2026-11-20')] })
  const { token } = (await admin.post('/api/v1/tokens', { name: 'Grafana', role: 'report' })).body
  const plain = openFeedBrowser(feed)
  const by = openFeedBrowser(feed, { authorization: `Bearer ${token}` })
  const report = async <T>(row: z.ZodType<T>, path: string): Promise<T[]> => {
    const { status, body, text } = await by.get(`/api/v1/reports/${path}`)
    expect([path, status, status === 200 ? '' : text]).toEqual([path, 200, ''])
    return z.array(row).parse(body)
  }
  return { feed, admin, token, plain, by, report, clock, deal }
}

test('[N30] [N31] figures and series are what boards and metrics show, in whole units, and nothing else is read with their token', async () => {
  const { feed, admin, token, plain, by, report, clock, deal } = await setUp()
  const minorOf = (value: number | null): number | null => (value === null ? null : Math.round(value * 100))
  // The same question by another door.
  for (const query of [
    'by=rep&window=quarter',
    'by=team&window=last%20week',
    'by=org&from=2026-10-01&to=2026-11-01',
  ]) {
    const rows = await report(FigureRow, `figures.json?metric=won,meetings&${query}`)
    for (const metric of ['won', 'meetings']) {
      const { rows: expected, window } = (await admin.get(`/api/v1/metrics/${metric}?${query}`)).body
      const own = rows.filter((row) => row.metric === metric)
      const inMinor = (value: number | null) => (metric === 'won' ? minorOf(value) : value)
      expect(
        own.map(({ subject, who, value, goal, attainment, state, rank }) => ({
          ...{ subject, name: who, value: inMinor(value), goal: inMinor(goal), attainment },
          ...{ state: state === '' ? null : state, rank },
        })),
      ).toEqual(
        expected.map(({ subject, name, value, goal, attainment, state, rank }: Record<string, unknown>) => ({
          ...{ subject, name, value, goal, attainment, state, rank },
        })),
      )
      expect(own.every(({ start, end }) => start === window.start && end === window.end)).toBe(true)
    }
  }
  // What hangs on the wall.
  const board = (await admin.get('/api/v1/boards/bookings')).body
  const onWall = new Map(
    Object.entries<{ standing?: { value: number }; value?: number }>(board.rows).map(([id, row]) => [
      id,
      row.standing?.value ?? row.value,
    ]),
  )
  const figures = await report(FigureRow, 'figures.json?metric=won&window=quarter')
  expect(onWall.size).toBeGreaterThan(1)
  for (const [id, value] of onWall)
    expect(minorOf(figures.find(({ subject }) => subject === id)?.value ?? null)).toBe(value)

  // Each point of a series is the figure of that window.
  for (const [every, last] of [
    ['day', 20],
    ['week', 5],
    ['month', 2],
  ] as const)
    for (const by of ['org', 'team', 'rep'] as const) {
      const series = await report(
        SeriesRow,
        `series.json?metric=won,meetings&every=${every}&last=${last}&by=${by}`,
      )
      expect(new Set(series.map(({ date }) => date)).size).toBe(last)
      const dates = [...new Set(series.map(({ date }) => date))]
      for (const [at, date] of dates.entries()) {
        const offset = at - (dates.length - 1)
        for (const metric of ['won', 'meetings']) {
          const { rows } = (
            await admin.get(`/api/v1/metrics/${metric}?by=${by}&window=${every}&offset=${offset}`)
          ).body
          const points = series.filter((row) => row.date === date && row.metric === metric)
          for (const { subject, value, goal } of points) {
            const row = rows.find((each: { subject: string }) => each.subject === subject)
            const inMinor = (each: number | null) => (metric === 'won' ? minorOf(each) : each)
            // Whoever has nothing is no row there.
            const expected = row === undefined ? [0, inMinor(goal)] : [row.value, row.goal]
            expect([date, subject, inMinor(value), inMinor(goal)]).toEqual([date, subject, ...expected])
          }
        }
      }
    }
  const [first] = await report(SeriesRow, 'series.json?metric=meetings&every=day&last=1')
  // The day begins where the floor is.
  expect(first).toMatchObject({ time: '2026-11-20T05:00:00.000Z', date: '2026-11-20', over: 0 })

  // A change is seen at once, and what did not change is not sent again.
  const path = '/api/v1/reports/series.csv?metric=won&last=3&shape=wide'
  const before = await by.get(path)
  const tag = before.headers.get('etag') ?? ''
  const again = await feed.ask(path, { headers: { authorization: `Bearer ${token}`, 'if-none-match': tag } })
  expect([again.status, again.text]).toEqual([304, ''])
  await admin.post('/api/v1/facts', { facts: [deal('new', 'bo', 1, '2026-11-20')] })
  expect((await by.get(path)).text).not.toBe(before.text)
  clock.ms += 24 * 3_600_000
  expect((await by.get(path)).text).not.toContain('2026-11-18')

  // By the address too, as spreadsheets ask; with no other kind of token, and nothing else with this one.
  const address = `/api/v1/reports/figures.csv?metric=won&token=${token}`
  expect((await plain.get(address)).status).toBe(200)
  const adminToken = (await admin.post('/api/v1/tokens', { name: 'All', role: 'admin' })).body.token
  const screenToken = (await admin.post('/api/v1/tokens', { name: 'TV', role: 'screen' })).body.token
  const ingestToken = (await admin.post('/api/v1/tokens', { name: 'In', role: 'ingest' })).body.token
  for (const other of [adminToken, screenToken, ingestToken, 'fb_report_made-up'])
    expect((await plain.get(`/api/v1/reports/figures.csv?metric=won&token=${other}`)).status).toBe(401)
  expect((await plain.get('/api/v1/reports/figures.csv?metric=won')).status).toBe(401)
  for (const closed of [
    '/api/v1/boards',
    '/api/v1/metrics/won',
    '/api/v1/floor',
    '/metrics',
    '/api/v1/tokens',
    '/api/v1/sources',
  ])
    expect([closed, (await by.get(closed)).status]).toEqual([closed, 403])
  expect((await plain.get(`/api/v1/boards?token=${token}`)).status).toBe(401)
})

test('[N32] [N33] what only managers’ boards show is not named, a manager of named teams reads theirs, and no cell is a formula', async () => {
  const { feed, admin, by, report } = await setUp()
  const named = (await report(MetricLine, 'metrics.json')).map(({ metric }) => metric)
  expect(named).toEqual(['won', 'meetings'])
  const refused = await by.get('/api/v1/reports/figures.json?metric=pay')
  expect([refused.status, refused.text.includes('Marker-Pay')]).toEqual([404, false])
  expect((await by.get('/api/v1/reports/series.csv?metric=won,pay')).status).toBe(404)

  const east = await joinAs(feed, admin, { email: 'east@floor.test', role: 'manager', teams: ['east'] })
  const rows = z.array(FigureRow).parse((await east.get('/api/v1/reports/figures.json?metric=won')).body)
  expect(rows.map(({ subject }) => subject).sort()).toEqual(['ana', 'eli'])
  expect((await east.get('/api/v1/reports/series.json?metric=won&by=rep')).status).toBe(400)
  expect((await east.get('/api/v1/reports/series.json?metric=won&by=rep&team=west')).status).toBe(400)
  const own = await east.get('/api/v1/reports/series.json?metric=pay&by=rep&team=east&last=2')
  expect([...new Set(own.body.map(({ subject }: { subject: string }) => subject))].sort()).toEqual([
    'ana',
    'eli',
  ])
  const viewer = await joinAs(feed, admin, { email: 'viewer@floor.test', role: 'viewer' })
  expect((await viewer.get('/api/v1/reports/figures.json?metric=won')).status).toBe(403)

  for (const path of [
    'figures.csv?metric=won&by=rep',
    'figures.csv?metric=won&by=team',
    'series.csv?metric=won&by=rep&last=3',
    'series.csv?metric=won,meetings&by=rep&last=3&shape=wide',
    'metrics.csv',
  ]) {
    const { text, headers } = await by.get(`/api/v1/reports/${path}`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const { data, errors } = Papa.parse<string[]>(text.trimEnd())
    expect(errors).toEqual([])
    expect(new Set(data.map((line) => line.length)).size).toBe(1)
    for (const cell of data.flat()) if (!/^-?\d/.test(cell)) expect(cell).not.toMatch(/^\s*[=+@\-\t]/)
    if (path.includes('by=rep')) expect(text).toContain('evil.test')
  }
  for (const bad of [
    'figures.json',
    'figures.json?metric=won&nonsense=1',
    'figures.json?metric=won&window=nonsense',
    'series.json?metric=won&every=hour',
    'series.json?metric=won&from=1980-01-01',
    'series.json?metric=won&from=2026-11-20&to=2026-11-01',
    'series.json?metric=won&from=2026-11-01&last=4',
    'series.json?metric=won&team=north',
    `series.json?metric=${'won,'.repeat(30)}won`,
  ]) {
    const { status, body } = await by.get(`/api/v1/reports/${bad}`)
    expect([bad, status >= 400 && status < 500, typeof body.message]).toEqual([bad, true, 'string'])
  }
})
