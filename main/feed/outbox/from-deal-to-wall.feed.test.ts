// The whole way on a real feed: a deal, the messages of it, a leader's answer, the wall; and back when it is withdrawn.
import { io as connectTo } from 'socket.io-client'
import { afterEach, expect, test } from 'vitest'
import { CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'
import { BoardMessage, protocolVersion, StageMessage } from '../../../shared/wire/socket.ts'
import { eventually } from '../../../test/eventually.ts'
import { startMailServer, unfolded } from '../../../test/feed/mail-server.ts'
import { startReceiver } from '../../../test/feed/open-test-outbox.ts'
import { startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

const floorText = `${smallFloorText}celebrations:
  - { id: big, name: Big deal, on: { over: 500 }, seconds: 6, tell: [top] }
alerts:
  - id: top
    name: The top
    leaders: [{ name: Dana Whitfield, title: VP Sales, email: dana@northwind.test }]
    channels: [{ connection: slack, channel: '#deals' }]
`
const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** What one TV was sent last. */
const tvOf = async (feed: TestFeed) => {
  const socket = connectTo(`${feed.url}/tv`, {
    transports: ['websocket'],
    auth: { protocol: protocolVersion, screen: 'wall' },
  })
  cleanUps.push(() => socket.disconnect())
  const tv = { boards: [] as string[], words: [] as string[], spoken: null as string | null, shown: 0 }
  socket.on('stage', (message) => {
    tv.boards = (StageMessage.parse(message).playlists['day'] ?? []).map(({ board }) => board)
  })
  socket.on('board', (message) => {
    const { view } = BoardMessage.parse(message)
    if (view.kind === 'from-the-top') tv.words = Object.values(view.rows).map(({ text }) => text)
  })
  socket.on('celebrate', (message) => {
    const { view } = CelebrateMessage.parse(message)
    tv.shown += 1
    tv.spoken = view.word?.text ?? null
  })
  await new Promise<void>((resolve) => socket.once('stage', () => resolve()))
  return tv
}

test('a deal over the bar reaches Slack and the VP, whose words reach the wall and the person', async () => {
  const server = await startMailServer()
  const slack = await startReceiver((response) => response.end('{"ok":true,"channel":"C1","ts":"1.2"}'))
  cleanUps.push(server.close, slack.close)
  const began = performance.now()
  const feed = await startTestFeed({
    firstFloorText: floorText,
    clock: { now: () => Math.round(Date.parse('2026-11-20T20:00:00Z') + performance.now() - began) },
    mail: { url: server.url, from: 'wall@northwind.test' },
    slackApi: slack.url,
    allowLocalWebhooks: true,
    publicUrl: 'https://wall.northwind.test',
    // No proxy stands before it: this test is its own machine.
    transport: { kind: 'plain' },
  })
  cleanUps.push(() => feed.close())
  const json = { 'content-type': 'application/json', origin: feed.url }
  const put = await feed.ask('/api/v1/connections/slack', {
    method: 'PUT',
    headers: json,
    body: JSON.stringify({ name: 'Slack', kind: 'slack', secret: 'xoxb-1234-of-the-bot' }),
  })
  expect(put.body).toEqual({
    connection: {
      ...{ id: 'slack', name: 'Slack', kind: 'slack', hint: '…-bot' },
      ...{ arrived: null, trouble: null, events: [] },
    },
    signingSecret: null,
  })
  const tv = await tvOf(feed)
  expect(tv.boards).toEqual(['revenue', 'teams'])

  const deal = won('d1', 18_200_000, { closedAt: '2026-11-20T19:59:00Z', account: 'Northwind Traders' })
  for (let times = 0; times < 2; times += 1) await feed.postFacts(JSON.stringify({ facts: [deal] }))
  await eventually(() => expect([slack.received.length, server.mails.length, tv.shown]).toEqual([1, 1, 1]))
  expect(JSON.parse(slack.received[0]?.text ?? '')).toMatchObject({ channel: '#deals' })
  const mail = unfolded(server.mails[0] ?? '')
  const link = /https:\/\/wall\.northwind\.test\/congratulate\/([\w.-]+)/.exec(mail)?.[1]

  const answer = await feed.ask(`/api/v1/congratulate/${link}`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ text: 'Eleven weeks. Well done, Priya.' }),
  })
  expect([answer.status, answer.body.wrote]).toEqual([200, 'Eleven weeks. Well done, Priya.'])
  await eventually(() => {
    expect(tv.spoken).toBe('Eleven weeks. Well done, Priya.')
    expect(tv.boards).toEqual(['revenue', 'teams', 'from-the-top'])
    expect(tv.words).toEqual(['Eleven weeks. Well done, Priya.'])
    expect(server.mails.map((each) => /^To: (.*)\r$/m.exec(each)?.[1])).toContain(
      'Priya Raman <priya@example.com>',
    )
  })
  const { body: answered } = await feed.ask('/api/v1/celebrations/answered')
  expect(answered).toMatchObject({ told: 1, answered: 1, share: 1 })

  await feed.ask('/api/v1/facts/crm/d1', { method: 'DELETE', headers: { origin: feed.url } })
  await eventually(() => {
    expect(slack.received.map(({ path }) => path)).toEqual(['/chat.postMessage', '/chat.update'])
    expect(tv.boards).toEqual(['revenue', 'teams'])
  })
  const deliveries = async (): Promise<string[]> => {
    const { body } = await feed.ask('/api/v1/deliveries')
    const listed = body.deliveries as { what: string; state: string }[]
    return listed.map(({ what, state }) => `${what} ${state}`).sort()
  }
  await expect
    .poll(deliveries)
    .toEqual(['alert sent', 'alert sent', 'congratulation sent', 'correction sent', 'correction sent'])
})
