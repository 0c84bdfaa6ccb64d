// The outbox against real receivers that behave, and misbehave, like the services outside.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startMailServer, unfolded } from '../../../test/feed/mail-server.ts'
import {
  bigDeal,
  floorWith,
  openTestOutbox,
  removeFolder,
  startReceiver,
  type TestOutbox,
  type TestOutboxOptions,
  testNow,
} from '../../../test/feed/open-test-outbox.ts'
import type { DeliveryBody } from './delivery.ts'

const cleanUps: (() => unknown)[] = []
const clock = { ms: testNow }
beforeEach(() => {
  clock.ms = testNow
})
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
const open = async (options: Omit<TestOutboxOptions, 'clock'>): Promise<TestOutbox> => {
  const opened = await openTestOutbox({ clock, ...options })
  let closing: Promise<void> | null = null
  const close = (): Promise<void> => {
    closing ??= opened.close()
    return closing
  }
  cleanUps.push(async () => {
    await close()
    if (options.folder === undefined) removeFolder(opened.folder)
  })
  return { ...opened, close }
}
const receiver = async (answer: Parameters<typeof startReceiver>[0]) => {
  const started = await startReceiver(answer)
  cleanUps.push(started.close)
  return started
}
const mailServer = async (...options: Parameters<typeof startMailServer>) => {
  const started = await startMailServer(...options)
  cleanUps.push(started.close)
  return { ...started, mail: { url: started.url, from: 'Floorboard <wall@northwind.test>' } }
}
const dana = { name: 'Dana Whitfield', title: 'VP Sales', email: 'dana@northwind.test' }
const slackFloor = floorWith({ channels: [{ connection: 'slack', channel: '#deals' }] })
const botToken = 'xoxb-1234-secret-of-the-bot'
const statesOf = ({ outbox }: TestOutbox) =>
  outbox.deliveries().map(({ what, state, tries, lastError }) => ({ what, state, tries, lastError }))

/** As Slack does: 200 whatever comes of it. */
const slack = (errors: readonly string[] = []) =>
  receiver((response, { path }, before) => {
    response.setHeader('content-type', 'application/json')
    const error = errors[before]
    response.end(
      JSON.stringify(
        error === undefined || error === ''
          ? { ok: true, channel: 'C1', ts: `17.${path.includes('update') ? 0 : before}` }
          : { ok: false, error },
      ),
    )
  })

test('Slack by a bot: one message, whose text is changed when it is taken back', async () => {
  const { url, received } = await slack()
  const opened = await open({ file: slackFloor, slackApi: url })
  const { outbox } = opened
  await outbox.connections.put('slack', { name: 'Slack', kind: 'slack', secret: botToken })
  const hostile = { ...bigDeal, names: ['<!channel> & <@U1>'], about: '<https://evil.test|Acme>, $1' }
  await Promise.all([outbox.celebrate(hostile), outbox.celebrate(hostile)])
  await outbox.send()
  await outbox.celebrate(hostile)
  await outbox.send()
  expect(received.map(({ path }) => path)).toEqual(['/chat.postMessage'])
  expect(received[0]?.headers.authorization).toBe(`Bearer ${botToken}`)
  expect(received[0]?.text).not.toMatch(/<[!@h]/)
  expect(JSON.parse(received[0]?.text ?? '')).toMatchObject({
    channel: '#deals',
    blocks: [
      { type: 'header', text: { text: '&lt;!channel&gt; &amp; &lt;@U1&gt;' } },
      { type: 'section' },
      { type: 'actions', elements: [{ url: 'https://wall.northwind.test/console/celebrations' }] },
    ],
  })
  await outbox.takeBack(hostile.id, 'withdrawn by salesforce')
  await outbox.takeBack(hostile.id, 'once more')
  await outbox.send()
  expect(received.map(({ path }) => path)).toEqual(['/chat.postMessage', '/chat.update'])
  expect(JSON.parse(received[1]?.text ?? '')).toMatchObject({ channel: 'C1', ts: '17.0' })
  expect(received[1]?.text).toContain('this no longer stands (withdrawn by salesforce)')
  expect(statesOf(opened)).toEqual([
    { what: 'correction', state: 'sent', tries: 1, lastError: null },
    { what: 'alert', state: 'sent', tries: 1, lastError: null },
  ])
})

test('what Slack refuses with 200 is shown as what to do, and sent by a manager once it is mended', async () => {
  const { url, received } = await slack(['not_in_channel'])
  const opened = await open({ file: slackFloor, slackApi: url })
  const { outbox } = opened
  await outbox.connections.put('slack', { name: 'Slack', kind: 'slack', secret: botToken })
  await outbox.celebrate(bigDeal)
  await outbox.send()
  const [dead] = outbox.deliveries()
  expect(dead).toMatchObject({ state: 'dead', to: 'Slack #deals', nextAt: null })
  expect(dead?.lastError).toMatch(/invite it/)
  clock.ms += 24 * 3_600_000
  await outbox.send()
  expect(received).toHaveLength(1)
  expect([outbox.retry(dead?.id ?? ''), outbox.retry('unknown')]).toEqual([true, false])
  await outbox.send()
  expect(statesOf(opened)).toEqual([{ what: 'alert', state: 'sent', tries: 1, lastError: null }])
  expect(outbox.retry(dead?.id ?? '')).toBe(false)
})

test('a service that asks for time gets it, also from what else goes there', async () => {
  const { url, received } = await receiver((response, _received, before) => {
    if (before === 0)
      response.writeHead(429, { 'retry-after': '30' }).end('{"ok":false,"error":"ratelimited"}')
    else response.end('{"ok":true,"channel":"C1","ts":"1"}')
  })
  const { outbox } = await open({ file: slackFloor, slackApi: url })
  await outbox.connections.put('slack', { name: 'Slack', kind: 'slack', secret: botToken })
  await outbox.celebrate(bigDeal)
  await outbox.send()
  await outbox.celebrate({ ...bigDeal, id: 'big:crm:2' })
  clock.ms += 29_000
  await outbox.send()
  expect(received).toHaveLength(1)
  clock.ms += 3000
  await outbox.send()
  expect(received).toHaveLength(3)
})

test('Slack by an incoming webhook: a correction is a message of its own', async () => {
  const { url, received } = await receiver((response) => response.end('ok'))
  const { outbox } = await open({ file: floorWith({ channels: [{ connection: 'hook' }] }) })
  await outbox.connections.put('hook', {
    name: 'Deals',
    kind: 'slack-webhook',
    secret: `${url}/services/T/B/x`,
  })
  await outbox.celebrate(bigDeal)
  await outbox.send()
  await outbox.takeBack(bigDeal.id, null)
  await outbox.send()
  expect(received.map(({ path }) => path)).toEqual(['/services/T/B/x', '/services/T/B/x'])
  expect(JSON.parse(received[1]?.text ?? '').blocks[1].text.text).toBe(
    'Northwind Traders, $182,000: this no longer stands.',
  )
})

test('Teams: the one envelope that its workflow reads, and an answer that says nothing', async () => {
  const { url, received } = await receiver((response) => response.writeHead(202).end())
  const { outbox } = await open({ file: floorWith({ channels: [{ connection: 'teams' }] }) })
  await outbox.connections.put('teams', { name: 'Teams', kind: 'teams', secret: `${url}/workflows/1?sig=s` })
  expect(await outbox.test('teams', null)).toMatchObject({ result: 'unknown' })
  await outbox.celebrate({ ...bigDeal, names: ['[Bob](https://evil.test) *wins*'] })
  await outbox.send()
  const card = JSON.parse(received[1]?.text ?? '')
  expect(card).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: { type: 'AdaptiveCard', version: '1.4', actions: [{ type: 'Action.OpenUrl' }] },
      },
    ],
  })
  expect(card.attachments[0].content.body[0].text).toBe('\\[Bob\\]\\(https://evil.test\\) \\*wins\\*')
})

test('Standard Webhooks: the receiver verifies every try, whose id stays and whose time does not', async () => {
  const seen: { id: string; time: string; valid: boolean }[] = []
  let secret = ''
  const { url, received } = await receiver((response, { headers, text }, before) => {
    const verify = (): boolean => {
      try {
        new Webhook(secret).verify(
          text,
          headers as Record<string, string>,
          { clock: () => clock.ms } as never,
        )
        return true
      } catch {
        return false
      }
    }
    seen.push({
      id: String(headers['webhook-id']),
      time: String(headers['webhook-timestamp']),
      valid: verify(),
    })
    response.writeHead(before === 0 ? 502 : 204).end()
  })
  clock.ms = Date.now()
  const file = floorWith({ channels: [{ connection: 'crm' }] })
  const { outbox } = await open({ file })
  const made = await outbox.connections.put('crm', { name: 'Our CRM', kind: 'webhook', secret: url })
  secret = made.signingSecret ?? ''
  expect(secret).toMatch(/^whsec_/)
  await outbox.celebrate({ ...bigDeal, about: 'Über & Söhne, 1 €' })
  await outbox.send()
  clock.ms += 6000
  await outbox.send()
  expect(seen.map(({ valid }) => valid)).toEqual([true, true])
  expect(new Set(seen.map(({ id }) => id)).size).toBe(1)
  expect(new Set(seen.map(({ time }) => time)).size).toBe(2)
  expect(received[0]?.text).toBe(received[1]?.text)
  // While a new secret is taken up, the old one signs too.
  const another = `whsec_${Buffer.alloc(32, 3).toString('base64')}`
  await outbox.connections.put('crm', {
    name: 'Our CRM',
    kind: 'webhook',
    secret: url,
    signingSecret: another,
  })
  expect(await outbox.test('crm', null)).toMatchObject({ result: 'taken' })
  secret = another
  expect(await outbox.test('crm', null)).toMatchObject({ result: 'taken' })
  expect(seen.map(({ valid }) => valid)).toEqual([true, true, true, true])
})

test('an address that is gone is sent nothing more, and says so', async () => {
  const { url, received } = await receiver((response) => response.writeHead(410).end())
  const opened = await open({ file: floorWith({ channels: [{ connection: 'crm' }] }) })
  const { outbox } = opened
  await outbox.connections.put('crm', { name: 'Our CRM', kind: 'webhook', secret: url })
  await outbox.celebrate(bigDeal)
  await outbox.send()
  await outbox.celebrate({ ...bigDeal, id: 'big:crm:2' })
  await outbox.send()
  expect(received).toHaveLength(1)
  expect(outbox.connections.list()[0]?.trouble).toMatch(/410/)
  expect(statesOf(opened).map(({ state }) => state)).toEqual(['dead', 'dead'])
})

test('a redirect to this machine is not followed, and a local address is refused unless it is allowed', async () => {
  const inside = await receiver((response) => response.end('ok'))
  const { url, received } = await receiver((response) =>
    response.writeHead(302, { location: inside.url }).end(),
  )
  const file = floorWith({ channels: [{ connection: 'crm' }] })
  const opened = await open({ file })
  await opened.outbox.connections.put('crm', { name: 'Our CRM', kind: 'webhook', secret: url })
  await opened.outbox.celebrate(bigDeal)
  await opened.outbox.send()
  expect([received.length, inside.received.length]).toEqual([1, 0])
  expect(opened.outbox.deliveries()[0]).toMatchObject({ state: 'dead' })
  const strict = await open({ file, allowLocal: false })
  for (const secret of [url, 'https://127.0.0.1/x', 'https://[::ffff:10.0.0.1]/', 'https://169.254.169.254/'])
    await expect(
      strict.outbox.connections.put('crm', { name: 'Our CRM', kind: 'webhook', secret }),
    ).rejects.toThrow(/cannot be used/)
  // A name is looked up when it is connected to.
  await strict.outbox.connections.put('crm', { name: 'C', kind: 'webhook', secret: 'https://localhost:1/' })
  await strict.outbox.celebrate(bigDeal)
  await strict.outbox.send()
  expect(strict.outbox.deliveries()[0]).toMatchObject({ state: 'dead', tries: 1 })
  expect(strict.outbox.deliveries()[0]?.lastError).toMatch(/local network/)
})

test('what cannot be right is told when it is pasted', async () => {
  const { outbox } = await open({ file: slackFloor, allowLocal: false })
  const refusal = (wanted: object): Promise<string> =>
    outbox.connections.put('x', { name: 'X', kind: 'teams', secret: '', ...wanted }).then(
      () => 'taken',
      (error: Error) => error.message,
    )
  expect(await refusal({ secret: 'https://northwind.webhook.office.com/webhookb2/1' })).toMatch(/Workflows/)
  expect(await refusal({ kind: 'slack', secret: 'xoxp-12345678' })).toMatch(/xoxb-/)
  expect(await refusal({ kind: 'slack', secret: 'https://hooks.slack.com/services/x' })).toMatch(/that kind/)
  expect(await refusal({ kind: 'slack-webhook', secret: 'https://hooks.example.com/x' })).toMatch(
    /hooks\.slack/,
  )
  expect(await refusal({ kind: 'webhook', secret: 'http://hooks.example.com/x' })).toMatch(/https/)
  expect(
    await refusal({ kind: 'webhook', secret: 'https://a.example.com/', signingSecret: 'short' }),
  ).toMatch(/whsec_/)
  expect(await refusal({ secret: 'https://prod.westus.logic.azure.com/workflows/1?sig=x' })).toBe('taken')
})

test('a mail to a leader: HTML and text, one id over all tries, an end in one click', async () => {
  const server = await mailServer((nth) => (nth === 0 ? 451 : 0))
  const file = floorWith({ leaders: [dana] }, { locale: 'de-DE', name: 'Vertrieb' })
  const opened = await open({ file, mail: server.mail })
  const { outbox } = opened
  await outbox.celebrate({ ...bigDeal, names: ['<b>Priya</b> & Co'] })
  await outbox.send()
  expect(statesOf(opened)[0]).toMatchObject({ state: 'waiting', lastError: expect.stringMatching(/451/) })
  clock.ms += 6000
  await outbox.send()
  const [mail = ''] = server.mails.map(unfolded)
  expect(mail).toMatch(/^Message-ID: <[0-9a-f]{24}@northwind\.test>/m)
  expect(mail).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  expect(mail).toMatch(
    /^List-Unsubscribe: <https:\/\/wall\.northwind\.test\/api\/v1\/mail-stops\/[\w-]+\.[\w-]+>/m,
  )
  expect(mail).toMatch(/^Reply-To: priya@northwind\.test/m)
  expect(mail).toContain('&lt;b&gt;Priya&lt;/b&gt; &amp; Co')
  expect(mail).toContain('Gratulieren')
  expect(mail).toMatch(/https:\/\/wall\.northwind\.test\/congratulate\/[\w.-]+/)
  expect(mail).not.toMatch(/<img|<script|background-image/)
  await outbox.takeBack(bigDeal.id, null)
  await outbox.send()
  const correction = unfolded(server.mails[1] ?? '')
  expect(correction).toMatch(/^In-Reply-To: <[0-9a-f]{24}@northwind\.test>/m)
  expect(correction).not.toContain('/congratulate/')
})

test('who wants no more mail gets none, until they want it again', async () => {
  const server = await mailServer()
  const { outbox } = await open({ file: floorWith({ leaders: [dana] }), mail: server.mail })
  await outbox.celebrate(bigDeal)
  await outbox.send()
  const link = /mail-stops\/([\w.-]+)/.exec(unfolded(server.mails[0] ?? ''))?.[1] ?? ''
  expect(outbox.mailStop(link)).toEqual({ email: dana.email, stopped: false })
  expect(outbox.mailStop('made.up')).toBeNull()
  expect(outbox.mailStop(link, true)).toEqual({ email: dana.email, stopped: true })
  await outbox.celebrate({ ...bigDeal, id: 'big:crm:2' })
  await outbox.send()
  expect(server.mails).toHaveLength(1)
  expect(outbox.deliveries()[0]?.lastError).toMatch(/no more/)
  expect(outbox.mailStop(link, false)).toEqual({ email: dana.email, stopped: false })
})

test('a mail server that hangs is given up, and holds up no other message', async () => {
  const server = await mailServer(() => 0, true)
  const { url, received } = await slack()
  const file = floorWith({ leaders: [dana], channels: [{ connection: 'slack', channel: '#deals' }] })
  const { outbox } = await open({ file, mail: server.mail, mailPatienceMs: 3000, slackApi: url })
  await outbox.connections.put('slack', { name: 'Slack', kind: 'slack', secret: botToken })
  await outbox.celebrate(bigDeal)
  await expect.poll(() => received.length).toBe(1)
  const mail = () => outbox.deliveries().find(({ to }) => to === dana.email)
  expect(mail()).toMatchObject({ tries: 0 })
  await outbox.send()
  expect(mail()).toMatchObject({ state: 'waiting', tries: 1, lastError: 'the mail server does not answer' })
})

test('what was decided before the feed ended is sent by the next one, and nothing twice', async () => {
  const { url, received } = await slack()
  const opened = await open({ file: slackFloor, slackApi: url })
  await opened.outbox.connections.put('slack', { name: 'Slack', kind: 'slack', secret: botToken })
  await opened.outbox.celebrate(bigDeal)
  await opened.outbox.send()
  // As after a crash between the two: it is in the log that it is to be sent, and nobody has read that.
  await opened.outbox.close()
  const second = { ...bigDeal, id: 'big:crm:2' }
  const body: DeliveryBody = {
    celebration: second,
    what: 'alert',
    target: { kind: 'connection', connection: 'slack', channel: '#deals' },
    to: 'Slack #deals',
    expiresAt: clock.ms + 3_600_000,
    why: null,
    word: null,
  }
  const cause = 'big:crm:2:alert:slack/#deals'
  await opened.log.appendRecords([{ topic: 'delivery', cause, body, at: clock.ms, by: 'outbox' }])
  await opened.log.close()
  const { folder } = opened
  const again = await open({ file: slackFloor, slackApi: url, folder })
  await again.outbox.send()
  expect(received).toHaveLength(2)
  await again.outbox.celebrate(bigDeal)
  await again.outbox.celebrate(second)
  await again.outbox.send()
  expect(received).toHaveLength(2)
  await again.close()
  // Its own file is lost: the log knows what was sent.
  for (const name of ['outbox.db', 'outbox.db-wal', 'outbox.db-shm'])
    rmSync(join(folder, name), { force: true })
  const third = await open({ file: slackFloor, slackApi: url, folder })
  await third.outbox.send()
  expect(received).toHaveLength(2)
  expect(third.outbox.deliveries().map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect(existsSync(join(folder, 'outbox.db'))).toBe(true)
})

test('while the service is away it waits longer and longer, and a message that is too old is noise', async () => {
  const { url, received } = await receiver((response) => response.writeHead(503).end())
  const file = floorWith({ channels: [{ connection: 'slack', channel: '#deals' }], expireHours: 1 })
  const opened = await open({ file, slackApi: url })
  const { outbox } = opened
  await outbox.connections.put('slack', { name: 'Slack', kind: 'slack', secret: botToken })
  await outbox.celebrate(bigDeal)
  for (let minute = 0; minute < 70; minute += 1) {
    await outbox.send()
    clock.ms += 60_000
  }
  expect(statesOf(opened)).toEqual([
    { what: 'alert', state: 'expired', tries: received.length, lastError: 'Slack answered 503' },
  ])
  expect(received.length).toBeGreaterThan(3)
  expect(received.length).toBeLessThan(8)
})

test('what waits when it is taken back is never sent, and so is its correction', async () => {
  const { url, received } = await receiver((response) => response.writeHead(503).end())
  const opened = await open({ file: slackFloor, slackApi: url })
  const { outbox } = opened
  await outbox.connections.put('slack', { name: 'Slack', kind: 'slack', secret: botToken })
  await outbox.celebrate(bigDeal)
  await outbox.send()
  await outbox.takeBack(bigDeal.id, null)
  await outbox.send()
  clock.ms += 3_600_000
  await outbox.send()
  expect(received).toHaveLength(1)
  expect(statesOf(opened).map(({ what, state }) => [what, state])).toEqual([
    ['correction', 'dead'],
    ['alert', 'expired'],
  ])
})

test('nobody who has left is told, and nobody twice', async () => {
  const server = await mailServer()
  const leaders = [
    dana,
    { ...dana, name: 'D. Whitfield', email: 'DANA@northwind.test' },
    { name: 'Kim', email: 'kim@northwind.test', until: '2026-11-19' },
    { name: 'Lee', email: 'lee@northwind.test', until: '2026-11-20' },
  ]
  const { outbox } = await open({ file: floorWith({ leaders }), mail: server.mail })
  await outbox.celebrate(bigDeal)
  await outbox.send()
  expect(
    outbox
      .deliveries()
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['dana@northwind.test', 'lee@northwind.test'])
})

test('a big deal that nobody has answered for so many working hours reminds the list once', async () => {
  const { url, received } = await slack()
  const file = floorWith({ channels: [{ connection: 'slack', channel: '#deals' }], remindAfterHours: 8 })
  const { outbox } = await open({ file, slackApi: url })
  await outbox.connections.put('slack', { name: 'Slack', kind: 'slack', secret: botToken })
  await outbox.celebrate(bigDeal)
  await outbox.celebrate({ ...bigDeal, id: 'big:crm:2', tell: [] })
  await outbox.send()
  // Friday 10 to 17 are seven hours; the weekend is none; Monday from 9 on.
  for (const [at, expected] of [
    ['2026-11-20T22:30:00Z', 1],
    ['2026-11-22T18:00:00Z', 1],
    ['2026-11-23T14:59:00Z', 1],
    ['2026-11-23T15:00:00Z', 2],
    ['2026-11-23T16:00:00Z', 2],
    ['2026-11-24T16:00:00Z', 2],
  ] as const) {
    clock.ms = Date.parse(at)
    await outbox.remind()
    await outbox.send()
    expect([at, received.length]).toEqual([at, expected])
  }
  expect(received[1]?.text).toContain('Nobody has answered yet')
})

test('no secret is in an error, a delivery, or what is answered of a connection', async () => {
  const opened = await open({ file: slackFloor, slackApi: 'http://127.0.0.1:9' })
  const { outbox } = opened
  await outbox.connections.put('slack', { name: 'Slack', kind: 'slack', secret: botToken })
  await outbox.connections.put('hook', {
    name: 'H',
    kind: 'webhook',
    secret: 'http://127.0.0.1:9/?sig=verysecret',
  })
  await outbox.celebrate(bigDeal)
  await outbox.send()
  await outbox.test('hook', null)
  const said = JSON.stringify([opened.errors, outbox.deliveries(), outbox.connections.list()])
  expect(said).not.toContain('secret')
  expect(outbox.connections.list().map(({ hint }) => hint)).toEqual(['…cret', '…-bot'])
})
