import { afterEach, beforeEach, expect, test } from 'vitest'
import { call, startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed()
  await feed.postFacts(
    JSON.stringify({
      facts: [
        won('d1', 40_000),
        won('d2', 25_000, { credits: [{ rep: 'nadia@example.com' }], closedAt: '2026-10-20T19:00:00Z' }),
        call('c1', { credits: [{ rep: 'marcus' }] }),
      ],
    }),
  )
})
afterEach(() => feed.close())

const json = (path: string, body: unknown) =>
  feed.ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const version = async (): Promise<number> => (await feed.ask('/api/v1/floor')).body.version
const effectsOf = async (edits: object[], more: object = {}) =>
  (await json('/api/v1/floor/edits/preview', { version: await version(), edits, ...more })).body
const set = (id: string, fields: object) => ({ do: 'set', list: 'people', id, fields })

test('[H1] what a change moves is worked out on a copy: boards, months of teams, and nothing is done', async () => {
  const before = (await feed.ask('/api/v1/floor')).body
  const moved = await effectsOf([set('priya', { team: 'london' })])
  const boards = moved.boards.map(({ id }: { id: string }) => id)
  // Her clock, and with it her pace, is London's now; who is over the line is the same.
  expect(boards).toEqual(['revenue', 'calls-today', 'teams'])
  expect(moved.values).toEqual([
    {
      metric: 'revenue',
      name: 'Closed-won revenue',
      period: 'November 2026',
      of: [
        { id: 'east', name: 'East', before: '$400', after: '$0' },
        { id: 'london', name: 'London', before: '$0', after: '$400' },
      ],
    },
  ])
  expect((await feed.ask('/api/v1/floor')).body).toEqual(before)
})

test('[H1] it is what comes of the edit once it is made', async () => {
  const edits = [
    {
      do: 'add',
      list: 'people',
      entry: { id: 'nadia', name: 'Nadia Khan', team: 'london', aliases: ['nadia@example.com'] },
    },
  ]
  const { values } = await effectsOf(edits)
  expect(values).toMatchObject([
    { metric: 'revenue', period: 'October 2026', of: [{ id: 'london', after: '$250' }] },
  ])
  expect((await json('/api/v1/floor/edits', { version: await version(), edits })).status).toBe(200)
  const { rows } = (await feed.ask('/api/v1/metrics/revenue?window=month&offset=-1&by=team')).body
  expect(rows.find(({ subject }: { subject: string }) => subject === 'london').value).toBe(25_000)
})

test('[H2] names whose facts would be nobody’s are told, and what the floor would refuse', async () => {
  await feed.postFacts(JSON.stringify({ facts: [call('c2', { credits: [{ rep: 'priya@example.com' }] })] }))
  expect((await effectsOf([set('priya', { aliases: null })])).lost).toMatchObject([
    { rep: 'priya@example.com', facts: 1 },
  ])
  const { errors } = await effectsOf([set('marcus', { team: 'nowhere' })])
  expect(errors).toEqual([expect.stringContaining('nowhere')])
  expect((await effectsOf([set('nobody', { name: 'X' })])).errors).toEqual([
    'The floor has no person "nobody".',
  ])
})

test('[H3] a goal that holds later moves boards of its own day', async () => {
  const goal = {
    do: 'goal',
    metric: 'revenue',
    window: 'quarter',
    rep: 'priya',
    from: '2027-01-01',
    value: 5000,
  }
  expect((await effectsOf([goal])).boards).toEqual([])
  const { boards } = await effectsOf([goal], { on: '2027-01-04' })
  expect(boards.map(({ id }: { id: string }) => id)).toContain('revenue')
})

test('[H4] a floor that another edited meanwhile is not looked at', async () => {
  const seen = await version()
  await json('/api/v1/floor/edits', { version: seen, edits: [set('priya', { name: 'Priya R' })] })
  const stale = await json('/api/v1/floor/edits/preview', {
    version: seen,
    edits: [set('priya', { name: 'P' })],
  })
  expect([stale.status, stale.body.code]).toEqual([409, 'stale-floor'])
})
