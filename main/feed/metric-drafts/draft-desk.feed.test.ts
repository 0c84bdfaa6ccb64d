import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DraftAnswer, FactFieldsAnswer } from '../../../shared/wire/metric-drafts.ts'
import { type FeedBrowser, joinAs, openAdmin, openFeedBrowser } from '../../../test/feed/feed-browser.ts'
import { call, startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

const floorText = smallFloorText.replace(
  'goals:\n',
  `  - { id: per-call, name: Revenue per call, objective: What is a call worth?, indicator: output, question: results, unit: money, of: { ratio: [revenue, calls] } }
  - { id: mixed, name: Mixed, objective: All of it?, indicator: input, question: activity, unit: points, of: { points: [[calls, 2], [revenue, 0.01]] } }
  - { id: cycle, name: Cycle, objective: How long?, indicator: output, question: pipeline-velocity, unit: days, better: lower, of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { meanDays: [createdAt, closedAt] } } }
goals:
`,
)

let feed: TestFeed
let admin: FeedBrowser
beforeEach(async () => {
  feed = await startTestFeed({ firstFloorText: floorText })
  const deal = (id: string, minor: number, more: object = {}) =>
    won(id, minor, { name: id.toUpperCase(), stage: 'Closed', ...more })
  await feed.postFacts(
    JSON.stringify({
      facts: [
        deal('big', 12_000_00, { fields: { Segment: 'SMB', Seats: 12 } }),
        deal('close', 990_00, { fields: { Segment: 'SMB', Seats: 3 } }),
        deal('closer', 995_00),
        deal('small', 100_00, { fields: { Segment: 'Mid' } }),
        deal('lost', 5_000_00, { status: 'lost' }),
        deal('last-quarter', 4_000_00, { closedAt: '2026-09-20T15:00:00Z' }),
        deal('shared', 3_000_00, {
          credits: [
            { rep: 'priya', share: 0.5 },
            { rep: 'elena', share: 0.5 },
          ],
        }),
        deal('undated', 9_000_00, { closedAt: null }),
        call('c1', { durationSeconds: 200, outcome: 'connected' }),
        call('c2', { durationSeconds: 20 }),
        call('c3', { kind: 'email' }),
      ],
    }),
  )
  admin = await openAdmin(feed)
})
afterEach(() => feed.close())

const version = async (): Promise<number> => (await admin.get('/api/v1/floor')).body.version
const draft = async (metric: object, more: object = {}): Promise<DraftAnswer> => {
  const { status, body, text } = await admin.post('/api/v1/metric-drafts', {
    ...{ version: await version(), metric },
    ...more,
  })
  expect(status, text).toBe(200)
  return DraftAnswer.parse(body)
}
const bigDeals = {
  ...{ id: 'big-deals', name: 'Big deals', objective: 'How many?', indicator: 'output', question: 'results' },
  unit: 'count',
  of: {
    from: 'deal',
    where: [
      { field: 'status', is: 'won' },
      { field: 'amount', atLeast: 1000 },
    ],
    date: 'closedAt',
  },
}
const entryOf = async (id: string): Promise<object & { id: string; of: object }> => {
  const { file } = (await admin.get('/api/v1/floor')).body
  return file.metrics.find((metric: { id: string }) => metric.id === id)
}

describe('a metric that is tried before it is saved', () => {
  test('[H75] [H76] it is counted by person, team and period, and what just misses it is named; nothing is saved', async () => {
    const before = (await admin.get('/api/v1/floor')).body
    const { result, refused } = await draft(bigDeals)
    expect(refused).toEqual([])
    expect(result).toMatchObject({
      ...{ value: 2, valueBefore: null, unit: 'count', facts: 2 },
      window: { start: '2026-10-01', end: '2027-01-01' },
      periods: ['Q4 2026', 'Q3 2026', 'Q2 2026', 'Q1 2026', 'Q4 2025', 'Q3 2025'],
      past: { org: { is: [2, 1, 0, 0, 0, 0], was: null } },
      leftOut: [{ why: 'no-date', facts: 1, first: { id: 'undated' } }],
    })
    expect(result?.now.people.map(({ id, is }) => [id, is[0]])).toEqual([
      ['priya', 1.5],
      ['elena', 0.5],
      ['marcus', 0],
    ])
    expect(result?.now.teams.map(({ id, is }) => [id, is[0]])).toEqual([
      ['east', 1.5],
      ['london', 0.5],
    ])
    expect(result?.misses).toEqual([
      {
        ...{ condition: 0, facts: 1, close: 0 },
        examples: [{ source: 'crm', id: 'lost', name: 'LOST', has: 'lost' }],
        values: [{ has: 'lost', facts: 1 }],
      },
      {
        ...{ condition: 1, facts: 3, close: 2 },
        examples: [
          { source: 'crm', id: 'closer', name: 'CLOSER', has: 995_00 },
          { source: 'crm', id: 'close', name: 'CLOSE', has: 990_00 },
          { source: 'crm', id: 'small', name: 'SMALL', has: 100_00 },
        ],
        values: expect.arrayContaining([{ has: 990_00, facts: 1 }]),
      },
    ])
    expect((await admin.get('/api/v1/floor')).body).toEqual(before)
  })

  test('[H75] each of the floor’s metrics, tried as it stands, is what the floor says it is, for everybody and in every window', async () => {
    for (const { id } of (await admin.get('/api/v1/floor')).body.file.metrics)
      for (const window of ['quarter', 'last quarter', 'week', 'last 28 days', 'all']) {
        const { result } = await draft(await entryOf(id), { replaces: id, window })
        for (const by of ['rep', 'team'] as const) {
          const answer = (await admin.get(`/api/v1/metrics/${id}?window=${window}&by=${by}`)).body
          const own = by === 'rep' ? result?.now.people : result?.now.teams
          const rows = answer.rows.filter(({ subject }: { subject: string }) => subject !== 'unassigned')
          expect(new Map(own?.map((row) => [row.id, row.is[0]])), `${id} ${window} ${by}`).toEqual(
            new Map(rows.map((row: { subject: string; value: number }) => [row.subject, row.value])),
          )
          expect(own?.map(({ was }) => was?.[0])).toEqual(own?.map(({ is }) => is[0]))
          expect([result?.value, result?.valueBefore]).toEqual([answer.total, answer.total])
        }
      }
  })

  test('[H77] a change stands beside what it was, and becomes what it said once it is saved', async () => {
    const revenue = await entryOf('revenue')
    const changed = {
      ...revenue,
      of: {
        ...revenue.of,
        where: [
          { field: 'status', is: 'won' },
          { field: 'amount', atLeast: 1000 },
        ],
      },
    }
    const { result } = await draft(changed, { replaces: 'revenue' })
    expect([result?.valueBefore, result?.value]).toEqual([17_085_00, 15_000_00])
    expect(result?.past.people.find(({ id }) => id === 'priya')).toMatchObject({
      is: [13_500_00, 4_000_00, 0, 0, 0, 0],
      was: [15_585_00, 4_000_00, 0, 0, 0, 0],
    })
    const { of } = changed
    await admin.post('/api/v1/floor/edits', {
      version: await version(),
      edits: [{ do: 'set', list: 'metrics', id: 'revenue', fields: { of } }],
    })
    expect((await admin.get('/api/v1/metrics/revenue?window=quarter')).body.total).toBe(15_000_00)
    // What is made of it is told by it: a ratio of nothing is unknown, and says so.
    const perCall = await draft(
      { ...(await entryOf('per-call')), of: { ratio: ['revenue', 'mixed'] } },
      { replaces: 'per-call' },
    )
    expect(perCall.refused).toEqual([])
    const none = await draft({
      ...{ ...bigDeals, id: 'share', unit: 'percent' },
      of: { ratio: ['calls', 'texts'] },
    })
    expect(none.refused).toEqual([expect.stringContaining('"texts" is no metric of this floor')])
  })

  test('[H75] percent of nothing is told, and a circle and a stale floor are refused in words', async () => {
    await admin.post('/api/v1/floor/edits', {
      version: await version(),
      edits: [
        {
          ...{ do: 'add', list: 'metrics' },
          entry: {
            ...bigDeals,
            id: 'faxes',
            of: { from: 'activity', where: [{ field: 'kind', is: 'fax' }], date: 'at' },
          },
        },
      ],
    })
    const share = { ...bigDeals, id: 'share', unit: 'percent', of: { ratio: ['calls', 'faxes'] } }
    expect((await draft(share)).result).toMatchObject({ value: null, nothingBelow: true, misses: [] })
    const circle = { ...(await entryOf('calls')), unit: 'points', of: { points: [['mixed', 1]] } }
    expect((await draft(circle, { replaces: 'calls' })).refused[0]).toContain('makes a circle')
    const stale = await admin.post('/api/v1/metric-drafts', { version: 1, metric: share })
    expect([stale.status, stale.body.code]).toEqual([409, 'stale-floor'])
    expect((await draft({ ...bigDeals, id: 'calls' })).refused).not.toEqual([])
  })

  test('[H139] what the floor has against it is said in the reader’s language, with what of the sentence is meant', async () => {
    const metric = { ...bigDeals, of: { ...bigDeals.of, measure: { sum: 'weightedAmount' } }, unit: 'money' }
    const refusedIn = async (language: string) => {
      const reader = openFeedBrowser(feed, { 'accept-language': language, cookie: admin.cookie ?? '' })
      const { body } = await reader.post('/api/v1/metric-drafts', { version: await version(), metric })
      return DraftAnswer.parse(body).refused
    }
    expect(await refusedIn('en')).toEqual([
      expect.stringMatching(/^What is measured: needs the probabilities/),
    ])
    expect(await refusedIn('de')).toEqual([
      expect.stringMatching(/^Was gemessen wird: braucht die Wahrscheinlichkeiten/),
    ])
  })

  test('[H78] what facts have is there to choose from, for admins alone', async () => {
    const { body } = await admin.get('/api/v1/fact-fields')
    const fields = FactFieldsAnswer.parse(body)
    expect([fields.deals, fields.activities]).toEqual([8, 3])
    expect(fields.deal.find(({ field }) => field === 'fields.Segment')).toEqual({
      ...{ field: 'fields.Segment', facts: 3, kind: 'text', more: 0 },
      values: [
        { value: 'SMB', facts: 2 },
        { value: 'Mid', facts: 1 },
      ],
    })
    expect(fields.deal.find(({ field }) => field === 'fields.Seats')?.kind).toBe('number')
    expect(fields.activity.find(({ field }) => field === 'kind')?.values[0]).toEqual({
      value: 'call',
      facts: 2,
    })
    const manager = await joinAs(feed, admin, { email: 'jo@example.com', role: 'manager' })
    expect((await manager.get('/api/v1/fact-fields')).status).toBe(403)
    expect((await manager.post('/api/v1/metric-drafts', { version: 1, metric: bigDeals })).status).toBe(403)
  })
})
