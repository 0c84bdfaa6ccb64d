// What webhooks of somebody's own are told, from a real feed to a real receiver that verifies each message.
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { WebhookEvent, WebhookTopic } from '../../../shared/wire/webhooks.ts'
import { eventually } from '../../../test/eventually.ts'
import { type Received, startReceiver } from '../../../test/feed/open-test-outbox.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const floorText = `
floor: { name: Floor, timeZone: UTC, currency: USD }
teams: [{ id: east, name: East }]
people:
  - { id: ana, name: Ana Ruiz, team: east }
  - { id: bo, name: Bo Lind, team: east }
metrics:
  - { id: won, name: Bookings, noun: booked, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
  - { id: meetings, name: Meetings, noun: meetings, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: meeting }], date: at } }
goals:
  - { metric: won, window: quarter, rep: ana, value: 1000 }
  - { metric: won, window: quarter, rep: bo, value: 2000 }
  - { metric: won, window: quarter, team: east, value: sum-of-members }
boards:
  - { id: results, title: Bookings, kind: leaderboard, metric: won, window: quarter }
  - { id: calls, title: Meetings, kind: leaderboard, metric: meetings, window: week }
  - { id: pay, title: Marker-Pay, kind: leaderboard, metric: won, window: week, audience: managers }
exceptions:
  - { id: late, name: Close date passed, deal: { overdue: 0 } }
celebrations:
  - { id: big, name: Big deal, on: { over: 50 } }
`

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const minuteMs = 60_000
const start = Date.parse('2026-11-20T12:00:05Z')

const deal = (id: string, rep: string, minor: number, more: object = {}): object => ({
  ...{ source: 'crm', id, type: 'deal', status: 'won', amount: { minor, currency: 'USD' } },
  ...{ closedAt: '2026-11-20', credits: [{ rep }], ...more },
})

const setUp = async () => {
  const clock = { ms: start }
  const feed = await startTestFeed({
    clock: { now: () => clock.ms },
    firstFloorText: floorText,
    allowLocalWebhooks: true,
  })
  const state = { answers: 204 }
  const receiver = await startReceiver((response) => response.writeHead(state.answers).end())
  cleanUps.push(feed.close, receiver.close)
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await feed.ask(`/api/v1${path}`, {
      method,
      headers: { origin: feed.url, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect([path, answer.status, answer.text]).toEqual([path, 200, expect.anything()])
    return answer.body
  }
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  const connect = (events: readonly WebhookTopic[]) =>
    send('PUT', '/connections/data', {
      ...{ name: 'Our lake', kind: 'webhook', secret: receiver.url, signingSecret: secret, events },
    })
  return { clock, feed, receiver, send, connect, state, secret }
}

/** The next minute comes, and what is due then is seen to. */
const nextMinute = (clock: { ms: number }): void => {
  clock.ms += minuteMs
}

const read = ({ text }: Received): WebhookEvent => WebhookEvent.parse(JSON.parse(text))
const idsOf = (received: readonly Received[]): string[] =>
  received.map(({ headers }) => String(headers['webhook-id']))
const typesOf = (received: readonly Received[]): string[] =>
  received.map(({ text }) => JSON.parse(text).type).sort()

const factsOf = (feed: TestFeed, facts: readonly object[]) => feed.postFacts(JSON.stringify({ facts }))

test('[N24] [N25] [N26] [N27] [N29] a webhook is told what it chose, signed, once per cause, also over a restart, and again when it is asked for', async () => {
  const { clock, feed, receiver, send, connect, secret } = await setUp()
  const { received } = receiver
  // Before it is connected: of this nothing is ever told.
  await factsOf(feed, [deal('before', 'ana', 150_000)])
  clock.ms += 1000
  await connect(WebhookTopic.options)
  const [connected] = (await feed.ask('/api/v1/connections')).body.connections
  expect(connected.events).toEqual(WebhookTopic.options)
  /** Looks come one after another: what was refused before the second one is told when the first is over. */
  const twoLooks = async (): Promise<void> => {
    for (const _ of [1, 2]) {
      const told = typesOf(received).filter((type) => type === 'facts.refused').length
      await factsOf(feed, [{ nothing: true }])
      nextMinute(clock)
      await eventually(() =>
        expect(typesOf(received).filter((type) => type === 'facts.refused')).toHaveLength(told + 1),
      )
    }
  }
  await twoLooks()
  expect(typesOf(received)).toEqual(['facts.refused', 'facts.refused'])
  received.splice(0)

  await factsOf(feed, [
    deal('one', 'bo', 240_000),
    { ...deal('late', 'bo', 5000), status: 'open', name: 'Alder-of-Bo', expectedCloseOn: '2026-11-18' },
  ])
  await factsOf(
    feed,
    Array.from({ length: 3000 }, (_, nth) => ({ ...deal(`bad ${nth}`, 'bo', 1), status: 'nonsense' })),
  )
  await factsOf(feed, [{ nothing: true }])
  nextMinute(clock)
  const expected = [
    'board.changed',
    'celebration.decided',
    'exception.opened',
    'facts.refused',
    'goal.reached',
    'goal.reached',
  ]
  await eventually(() => expect(typesOf(received)).toEqual(expected))
  const signer = new Webhook(secret)
  for (const { text, headers } of received) {
    const at = new Date(Number(headers['webhook-timestamp']) * 1000)
    expect(headers['webhook-signature']).toBe(signer.sign(String(headers['webhook-id']), at, text))
  }
  const events = received.flatMap((each) => (each.text.includes('celebration.') ? [] : [read(each)]))
  const of = <T extends WebhookEvent['type']>(type: T) =>
    events.filter((event): event is Extract<WebhookEvent, { type: T }> => event.type === type)
  const [refused] = of('facts.refused')
  expect(refused?.data).toMatchObject({ count: 3001, by: [{ door: 'facts', count: 3001 }] })
  expect(refused?.data.by[0]?.first).toHaveLength(5)
  expect(
    of('goal.reached')
      .map(({ data }) => [data.subject.kind, data.subject.name, data.value, data.goal])
      .sort(),
  ).toEqual([
    ['person', 'Bo Lind', 240_000, 200_000],
    ['team', 'East', 390_000, 300_000],
  ])
  expect(of('board.changed')[0]?.data.boards.map(({ id }) => id)).toEqual(['results'])
  expect(of('exception.opened')[0]?.data).toMatchObject({ rule: { id: 'late' }, team: 'East' })
  // Of the exception neither whose it is nor which deal; of managers' boards nothing.
  const texts = received.map(({ text }) => text).join('\n')
  expect(texts).not.toContain('Alder-of-Bo')
  expect(texts).not.toContain('Marker-Pay')
  expect(JSON.stringify(of('exception.opened'))).not.toMatch(/Bo Lind|"bo"/)

  const before = new Set(idsOf(received))
  expect(before.size).toBe(expected.length)
  await feed.restart()
  await factsOf(feed, [deal('two', 'bo', 10)])
  await twoLooks()
  const isNew = (type: string): boolean => type !== 'board.changed' && type !== 'facts.refused'
  expect(typesOf(received).filter(isNew)).toEqual(expected.filter(isNew))

  await eventually(async () => {
    const { deliveries } = (await feed.ask('/api/v1/deliveries')).body
    expect(deliveries.filter(({ state }: { state: string }) => state === 'waiting')).toEqual([])
  })
  received.splice(0)
  const { messages } = await send('POST', '/connections/data/replay', { since: '2026-11-20T12:00:00Z' })
  await eventually(() => expect(received).toHaveLength(messages))
  const again = new Set(idsOf(received))
  expect([...before].filter((id) => !again.has(id))).toEqual([])
  const listed = (await feed.ask('/api/v1/deliveries')).body.deliveries
  expect(listed.map(({ event }: { event: string | null }) => event)).toContain('goal.reached')
})
