// Contests in a whole feed: made as pieces of the floor, tried, ended once whatever restarts, drawn, celebrated and paid.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ContestsAnswer, ContestTryAnswer } from '../../../shared/wire/contests/api.ts'
import { eventually } from '../../../test/eventually.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const floorText = `
floor: { name: Small floor, timeZone: UTC, currency: USD }
teams: [{ id: east, name: East team }]
people:
  - { id: ana, name: Ana Ruiz, team: east }
  - { id: bo, name: "=Bo Lind", team: east }
  - { id: cy, name: Cy Day, startedOn: 2026-11-16 }
metrics:
  - { id: calls, name: Calls, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: call }], date: at } }
playlists: [{ id: all, name: All, items: [{ board: calls }] }]
boards:
  - { id: calls, title: Calls, kind: leaderboard, metric: calls, window: week }
  - { id: hall, title: Hall of fame, kind: hall-of-fame }
screens: [{ id: wall, name: Wall, playlist: all }]
`

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
const hour = {
  ...{ id: 'hour', name: 'Power hour', counts: 'calls', from: '2026-11-20T15:00', until: '2026-11-20T16:00' },
  ...{ win: { by: 'most' }, prizes: [{ what: 'Lunch', costs: 40 }], paidBy: '@Northwind' },
  ...{ settleHours: 0, state: 'announced' },
}
const add = async (contest: object) => {
  const answer = await edit({ do: 'add', list: 'contests', entry: contest, before: null })
  expect([answer.status, answer.text]).toEqual([200, expect.anything()])
}
const call = (id: string, rep: string, at: string) => ({
  ...{ source: 'dialer', id, type: 'activity', kind: 'call', at, credits: [{ rep }] },
})
const send = (...facts: object[]) => admin.post('/api/v1/facts', { facts })
const contests = async (of = admin): Promise<ContestsAnswer> =>
  ContestsAnswer.parse((await of.get('/api/v1/contests')).body)
const current = async () => (await contests()).contests[0]?.standings

test('[K23] [K25] [B280] a power hour ends once, whatever restarts, and a later correction is said and moves no prize', async () => {
  await add(hour)
  await send(call('1', 'ana', '2026-11-20T15:05:00Z'), call('2', 'bo', '2026-11-20T14:55:00Z'))
  expect((await current())?.phase).toBe('announced')
  now = Date.parse('2026-11-20T15:30:00Z')
  await eventually(async () =>
    expect(await current()).toMatchObject({ phase: 'running', rows: { ana: { rank: 1, score: 1 } } }),
  )
  await send(call('3', 'bo', '2026-11-20T15:31:00Z'), call('4', 'bo', '2026-11-20T15:32:00Z'))
  expect(await current()).toMatchObject({ rows: { bo: { rank: 1, score: 2 }, ana: { missing: 2 } } })
  // A handful of ends of the feed, around the end of the contest.
  now = Date.parse('2026-11-20T15:59:59Z')
  for (let nth = 0; nth < 3; nth += 1) {
    await feed.restart()
    now += 900
  }
  await eventually(async () =>
    expect(await current()).toMatchObject({ phase: 'final', rows: { bo: { isIn: true, prize: 'Lunch' } } }),
  )
  const celebrated = async () =>
    (await admin.get('/api/v1/celebrations')).body.celebrations.filter(
      ({ id }: { id: string }) => id === 'contest:hour:2026-11-20:won',
    )
  await eventually(async () => expect(await celebrated()).toHaveLength(1))
  await feed.restart()
  expect(await celebrated()).toHaveLength(1)

  await send(call('5', 'ana', '2026-11-20T15:10:00Z'), call('6', 'ana', '2026-11-20T15:11:00Z'))
  const [after] = (await contests()).ended
  expect(after).toMatchObject({
    changedSince: true,
    rows: { bo: { rank: 1, score: 2, isIn: true }, ana: { score: 1 } },
  })
  // The first end stands, with the rules that made it; other rules make no other end.
  expect(
    (await edit({ do: 'set', list: 'contests', id: 'hour', fields: { win: { by: 'over', value: 1 } } }))
      .status,
  ).toBe(200)
  expect((await contests()).ended).toHaveLength(1)
  expect((await contests()).ended[0]?.win).toEqual({ by: 'most' })

  const hall = async () => (await admin.get('/api/v1/boards/hall')).body.rows
  await eventually(async () =>
    expect(await hall()).toEqual({
      'hour 2026-11-20': expect.objectContaining({
        ...{ called: 'Power hour', prize: 'Lunch', score: 2, more: 0 },
        winners: [expect.objectContaining({ name: '=Bo Lind' })],
      }),
    }),
  )

  const payouts = await admin.get('/api/v1/contests/payouts.csv')
  expect(payouts.text.split('\r\n')).toEqual([
    'contest,on,place,who,prize,cost,currency,paid by',
    'Power hour,2026-11-20,1,"\'=Bo Lind",Lunch,40,USD,"\'@Northwind"',
    '',
  ])
  const refused = await edit({ do: 'remove', list: 'metrics', id: 'calls', everywhere: true })
  expect([refused.status, refused.body.code, refused.body.message]).toEqual([
    409,
    'in-use',
    expect.stringContaining('"Power hour"'),
  ])
})

test('[K24] the seed of a raffle is sealed before it begins, told after the draw, and ten lines verify it', async () => {
  await add({ ...hour, win: { by: 'raffle' }, prizes: [{ what: 'TV' }, { what: 'Radio' }] })
  await send(
    ...['ana', 'ana', 'bo', 'cy', 'ana'].map((rep, nth) => call(`${nth}`, rep, '2026-11-20T15:05:00Z')),
  )
  await eventually(async () => expect((await current())?.draw?.sealed).toMatch(/^[0-9a-f]{64}$/))
  const sealed = (await current())?.draw?.sealed
  now = Date.parse('2026-11-20T15:59:00Z')
  expect((await current())?.draw).toMatchObject({ sealed, seed: null, tickets: 5, drawn: [] })
  now = Date.parse('2026-11-20T16:00:01Z')
  await feed.restart()
  await eventually(async () => expect((await current())?.phase).toBe('final'))
  const draw = (await current())?.draw
  expect(draw?.sealed).toBe(sealed)
  expect(draw?.drawn).toHaveLength(2)
  const file = join(feed.folder, 'contests.json')
  writeFileSync(file, (await admin.get('/api/v1/contests')).text)
  const verify = () =>
    execFileSync(process.execPath, ['docs/verify-draw.mjs', file, 'hour'], { encoding: 'utf8' })
  expect(verify()).toMatch(/^verified/)
  writeFileSync(file, (await admin.get('/api/v1/contests')).text.replaceAll(draw?.seed ?? '', 'another'))
  expect(verify).toThrow()
})

test('[K26] a draft is for managers; a test run says how it would have ended, and what is unfair', async () => {
  await add({ ...hour, state: 'draft' })
  const lead = await joinAs(feed, admin, { email: 'lea@floor.test', role: 'leader', teams: [] })
  const manager = await joinAs(feed, admin, { email: 'mo@floor.test', role: 'manager', teams: ['east'] })
  expect([(await contests(lead)).contests.length, (await contests(manager)).contests.length]).toEqual([0, 1])
  expect((await lead.post('/api/v1/contests/try', { contest: hour })).status).toBe(403)

  await send(
    call('1', 'ana', '2026-10-23T15:05:00Z'),
    call('2', 'ana', '2026-10-23T15:06:00Z'),
    call('3', 'bo', '2026-10-23T15:07:00Z'),
    call('4', 'bo', '2026-10-23T16:07:00Z'),
  )
  const tried = await manager.post('/api/v1/contests/try', { contest: { ...hour, prizes: [] } })
  const { past, warnings } = ContestTryAnswer.parse(tried.body)
  expect([past.on, past.rows['ana']?.score, past.rows['bo']?.score]).toEqual(['2026-10-23', 2, 1])
  expect(warnings.map(({ id }) => id)).toEqual(['empty-activity', 'out-of-reach', 'no-screen', 'no-prize'])
  expect(warnings[1]?.says).toContain('Cy Day')
  expect((await contests()).ended).toEqual([])
  const weekend = { ...hour, from: '2026-11-28', until: '2026-11-29', people: ['ana'] }
  const other = ContestTryAnswer.parse(
    (await manager.post('/api/v1/contests/try', { contest: weekend })).body,
  )
  expect(other.warnings.map(({ id }) => id)).toEqual([
    'nobody',
    'empty-activity',
    'ends-on-holiday',
    'no-screen',
  ])
  const wrong = await manager.post('/api/v1/contests/try', { contest: { ...hour, counts: 'dials' } })
  expect([wrong.status, wrong.body.message]).toEqual([
    400,
    expect.stringMatching(/counts.*"dials" is no metric/),
  ])
})
