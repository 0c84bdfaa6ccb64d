import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ExplainedAnswer } from '../../../shared/wire/explained.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { call, startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

const floorText = smallFloorText
  .replace(
    '  currency: USD\n',
    '  currency: USD\n  rates: [{ currency: EUR, from: 2026-01-01, rate: 1.1 }]\n',
  )
  .replace(
    'goals:\n',
    `  - { id: per-call, name: Revenue per call, objective: What is a call worth?, indicator: output, question: results, unit: money, of: { ratio: [revenue, calls] } }
goals:
`,
  )

let feed: TestFeed
let admin: FeedBrowser
beforeEach(async () => {
  feed = await startTestFeed({ firstFloorText: floorText })
  await feed.postFacts(
    JSON.stringify({
      facts: [
        won('big', 12_000_00, { name: 'Northwind' }),
        won('euro', 0, { name: 'Öresund', amount: { minor: 1000_00, currency: 'EUR' } }),
        won('shared', 500_00, {
          credits: [
            { rep: 'priya@example.com', share: 0.6 },
            { rep: 'elena', share: 0.4 },
          ],
        }),
        won('last-year', 99_00, { closedAt: '2025-11-20T15:00:00Z' }),
        won('undated', 700_00, { closedAt: null }),
        won('stranger', 300_00, { credits: [{ rep: 'nobody@example.com' }] }),
        call('c1'),
        call('c2'),
      ],
    }),
  )
  admin = await openAdmin(feed)
})
afterEach(() => feed.close())

const explain = async (query: string, who: FeedBrowser = admin): Promise<ExplainedAnswer> => {
  const { status, body, text } = await who.get(`/api/v1/metrics/${query}`)
  expect(status, text).toBe(200)
  return ExplainedAnswer.parse(body)
}
const addsOf = ({ parts }: ExplainedAnswer) =>
  Object.fromEntries(parts.flatMap(({ lines }) => lines.map(({ id, adds }) => [id, adds])))

describe('how a number was computed', () => {
  test('[H42] the facts of a person add up to their number: by share, and at the rate of the day', async () => {
    const answer = await explain('revenue/facts?window=quarter&rep=priya')
    expect(answer).toMatchObject({
      value: 12_000_00 + 1100_00 + 300_00,
      of: { kind: 'rep', name: 'Priya Raman' },
    })
    expect(addsOf(answer)).toEqual({ big: 12_000_00, euro: 1100_00, shared: 300_00 })
    expect(answer.parts[0]?.lines.find(({ id }) => id === 'euro')).toMatchObject({
      name: 'Öresund',
      amount: { minor: 1000_00, currency: 'EUR' },
      converted: 1100_00,
      display: '$1,100',
    })
    expect(answer.parts[0]?.lines.find(({ id }) => id === 'shared')?.credits).toEqual([
      { rep: 'priya@example.com', person: 'priya', share: 0.6 },
      { rep: 'elena', person: 'elena', share: 0.4 },
    ])
    expect(answer.metric.text).toContain('sum: amount')
    expect(answer.window).toMatchObject({ start: '2026-10-01', end: '2027-01-01', zone: 'America/New_York' })
  })

  test('[H138] as many facts are listed as are asked for; the others stand summed, and a table has them all', async () => {
    const [part] = (await explain('revenue/facts?window=quarter&rep=priya&lines=1')).parts
    expect(part?.lines).toHaveLength(1)
    expect((part?.lines[0]?.adds ?? 0) + (part?.more.adds ?? 0)).toBe(part?.value)
    expect(part?.more.lines).toBe(2)
    const { text } = await admin.get('/api/v1/metrics/revenue/facts.csv?window=quarter&rep=priya&lines=1')
    expect(text.trim().split('\n')).toHaveLength(4)
    for (const lines of ['0', '-1', '5001', 'all'])
      expect((await admin.get(`/api/v1/metrics/revenue/facts?lines=${lines}`)).status, lines).toBe(400)
  })

  test('[H43] what is left out is said, with why and with the first of it', async () => {
    const { leftOut } = await explain('revenue/facts?window=quarter&team=east')
    expect(leftOut).toEqual([
      { why: 'no-date', facts: 1, first: { source: 'crm', id: 'undated', name: 'undated' } },
      { why: 'unknown', facts: 1, first: { source: 'crm', id: 'stranger', name: 'stranger' } },
    ])
    expect(addsOf(await explain('revenue/facts?window=quarter'))).toMatchObject({ stranger: 300_00 })
  })

  test('[H42] a ratio has the facts of both its sides', async () => {
    const answer = await explain('per-call/facts?window=quarter&rep=priya')
    expect(answer).toMatchObject({ made: 'ratio', ratio: { above: 'revenue', below: 'calls' } })
    expect(answer.parts.map(({ metric: { id }, value }) => [id, value])).toEqual([
      ['revenue', 13_400_00],
      ['calls', 2],
    ])
    expect(answer.value).toBe(13_400_00 / 2)
  })

  test('[H44] a manager of named teams is told of their own people’s facts; of the others they read sums', async () => {
    const manager = await joinAs(feed, admin, { email: 'jo@example.com', role: 'manager', teams: ['london'] })
    const answer = await explain('revenue/facts?window=quarter', manager)
    expect(addsOf(answer)).toEqual({ shared: 500_00 })
    expect(answer.parts[0]?.more).toEqual({ lines: 3, facts: 3, adds: 12_000_00 + 1100_00 + 300_00 })
    expect((await manager.get('/api/v1/metrics/revenue/facts?rep=priya')).status).toBe(403)
    const viewer = await joinAs(feed, admin, { email: 'vi@example.com', role: 'viewer', person: 'priya' })
    expect((await viewer.get('/api/v1/metrics/revenue/facts?rep=marcus')).status).toBe(403)
    expect((await feed.ask('/api/v1/metrics/revenue/facts')).status).toBe(401)
  })

  test('[H42] what nobody has is refused in words', async () => {
    for (const [query, code] of [
      ['bookings/facts', 'unknown-metric'],
      ['revenue/facts?rep=bob', 'unknown-filter'],
      ['revenue/facts?by=rep', 'unknown-filter'],
      ['revenue/facts?window=fortnight', 'bad-window'],
    ])
      expect((await admin.get(`/api/v1/metrics/${query}`)).body.code, query).toBe(code)
  })
})
