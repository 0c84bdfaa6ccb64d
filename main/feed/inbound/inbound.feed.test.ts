import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  InboundAnswer,
  InboundDeliveriesAnswer,
  InboundSecretAnswer,
  InboundTryAnswer,
} from '../../../shared/wire/inbound.ts'
import { eventually } from '../../../test/eventually.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import { openSqliteInboundStore } from '../store/sqlite/sqlite-inbound-store.ts'

const inbound = `
inbound:
  - id: zapier
    name: Zapier
    each: $.calls
    mapping: &calls
      type: activity
      id: id
      deleted: gone
      fields: { kind: { constant: call }, at: at, version: version }
      credits: [{ rep: who.email }]
  - id: signed
    name: Our own program
    proof: { kind: hmac, header: X-Sum, prefix: 'sha256=' }
    mapping: *calls
`

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed({ firstFloorText: `${smallFloorText}${inbound}` })
})
afterEach(() => feed.close())

const json = { 'content-type': 'application/json' }
const post = (path: string, body: unknown, headers: Record<string, string> = json) =>
  feed.ask(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
const call = (id: number, more: object = {}) => ({
  id,
  at: '2026-11-20T15:02:10Z',
  version: 1,
  gone: false,
  who: { email: 'priya' },
  ...more,
})
const secretOf = async (source: string, own: string | null = null): Promise<InboundSecretAnswer> =>
  InboundSecretAnswer.parse((await post(`/api/v1/inbound/${source}/secret`, { secret: own })).body)
const pathOf = ({ address }: InboundSecretAnswer): string => new URL(address).pathname
const deliveries = async (source: string) =>
  InboundDeliveriesAnswer.parse((await feed.ask(`/api/v1/inbound/${source}/deliveries`)).body).deliveries
const listed = async (source: string) =>
  InboundAnswer.parse((await feed.ask('/api/v1/inbound')).body).sources.find(({ id }) => id === source)
/** The last one, once it was looked at. */
const settled = async (source: string, count: number) =>
  eventually(async () => {
    const all = await deliveries(source)
    expect(all).toHaveLength(count)
    expect(all.every(({ state }) => state !== 'waiting')).toBe(true)
    return all[0]
  })
const edited = async (edit: (text: string) => string) => {
  const put = await feed.ask('/api/v1/floor', {
    method: 'PUT',
    headers: { 'content-type': 'application/yaml' },
    body: edit(`${smallFloorText}${inbound}`),
  })
  return { floor: put.status, text: put.text }
}
const facts = async (): Promise<number> => (await feed.ask('/healthz')).body.facts

test('[N41] what another program sends is kept, answered and counted, with what became of each item', async () => {
  const secret = await secretOf('zapier')
  expect(secret.address).toBe(`${feed.url}/api/v1/in/zapier/${secret.secret}`)
  const before = await facts()
  const calls = [call(1), call(2), call(3, { at: 'soon' }), call(4, { who: { email: 'nobody@example.com' } })]
  expect((await post(pathOf(secret), { calls })).status).toBe(200)
  expect(await settled('zapier', 1)).toMatchObject({
    state: 'partly',
    outcome: {
      accepted: 3,
      refusedCount: 1,
      refused: [expect.stringMatching(/^3: at "soon"/)],
      warnings: [expect.stringContaining('nobody@example.com')],
    },
  })
  expect(await facts()).toBe(before + 3)

  await post(pathOf(secret), { calls: [call(1), call(2, { gone: true, version: 2 })] })
  expect((await settled('zapier', 2))?.outcome).toMatchObject({ accepted: 0, unchanged: 1, withdrawn: 1 })
  expect(await facts()).toBe(before + 2)

  await post(pathOf(secret), '<html>', { 'content-type': 'text/html' })
  expect(await settled('zapier', 3)).toMatchObject({
    state: 'refused',
    outcome: { refused: ['The body is text/html and no JSON.'] },
  })
})

test('[N40] without its proof nothing is taken, whether there is such a source or not; who set it up reads why', async () => {
  const body = JSON.stringify(call(1))
  const sum = (secret: string, text = body) => ({
    ...json,
    'x-sum': `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`,
  })
  const early = await post('/api/v1/in/signed', body, sum('any'))
  const { secret } = await secretOf('signed', 'a secret of theirs')
  const answers = [
    early,
    await post('/api/v1/in/signed', body),
    await post('/api/v1/in/signed', body, sum('another secret')),
    await post('/api/v1/in/signed', `${body} `, sum(secret)),
    await post('/api/v1/in/nobody', body, sum(secret)),
    await post('/api/v1/in/zapier', body),
    await post('/api/v1/in/NO', body),
  ]
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(early.status).toBe(401)
  expect(await deliveries('signed')).toEqual([])
  const { turnedAway, ...source } = (await listed('signed')) ?? {}
  expect(turnedAway).toEqual({ count: 3, why: expect.stringContaining('signature') })
  expect(JSON.stringify(source)).not.toContain('secret of theirs')

  expect((await post('/api/v1/in/signed', body, sum(secret))).status).toBe(200)
  expect(await settled('signed', 1)).toMatchObject({ state: 'taken', outcome: { accepted: 1 } })
})

test('[N40] a name and a password are a proof, and no token of the feed', async () => {
  const { floor } = await edited((text) =>
    text.replace("kind: hmac, header: X-Sum, prefix: 'sha256='", 'kind: basic, user: pipe'),
  )
  expect(floor).toBe(200)
  await secretOf('signed', 'the password')
  const authorization = `Basic ${Buffer.from('pipe:the password').toString('base64')}`
  expect((await post('/api/v1/in/signed', call(1), { ...json, authorization })).status).toBe(200)
  expect((await settled('signed', 1))?.state).toBe('taken')
})

test('[N41] what was kept before the feed ended is looked at when it starts again', async () => {
  await secretOf('zapier')
  const before = await facts()
  await feed.restart(async () => {
    const store = openSqliteInboundStore({ file: join(feed.folder, 'inbound.db'), onDamage: () => undefined })
    const body = Buffer.from(JSON.stringify({ calls: [call(1)] }))
    store.keep({ source: 'zapier', at: 1, type: 'application/json', body })
    store.keep({ source: 'gone', at: 1, type: 'application/json', body })
    store.close()
  })
  expect((await settled('zapier', 1))?.state).toBe('taken')
  expect(await facts()).toBe(before + 1)
})

test('[N43] deliveries are looked at again by a mapping that was mended, in their order, so that the newest stands', async () => {
  const path = pathOf(await secretOf('zapier'))
  const before = await facts()
  const sent = (id: number, more: object) => post(path, { calls: [{ ...call(id, more), version: null }] })
  await sent(1, { who: { mail: 'priya' } })
  await sent(1, { who: { mail: 'priya' }, gone: true })
  await sent(2, { who: { mail: 'priya' } })
  await settled('zapier', 3)
  const [, , first] = await deliveries('zapier')
  expect(first?.state).toBe('refused')
  const kept = await feed.ask(`/api/v1/inbound/zapier/deliveries/${first?.id}`)
  expect(JSON.parse(kept.body.body).calls[0].who).toEqual({ mail: 'priya' })

  await edited((text) => text.replaceAll('who.email', 'who.mail'))
  const again = await post(`/api/v1/inbound/zapier/deliveries/${first?.id}/again`, {})
  expect(again.body).toEqual({ again: 3 })
  await settled('zapier', 3)
  expect((await deliveries('zapier')).map(({ state }) => state)).toEqual(['taken', 'taken', 'taken'])
  expect(await facts()).toBe(before + 1)
  expect((await post('/api/v1/inbound/zapier/deliveries/999/again', {})).status).toBe(404)
})

test('[N42] a body is tried with an entry that is not in the file yet; nothing of it is kept', async () => {
  const before = await facts()
  const source = {
    id: 'new',
    name: 'New',
    mapping: {
      type: 'activity',
      id: 'id',
      fields: { kind: { constant: 'call' }, at: 'at' },
      credits: [{ rep: 'who.email' }],
    },
  }
  const tried = async (more: object, body: unknown) =>
    InboundTryAnswer.parse(
      (await post('/api/v1/inbound-tries', { source: { ...source, ...more }, body: JSON.stringify(body) }))
        .body,
    )
  expect(await tried({}, [call(1), call(2, { at: null })])).toMatchObject({
    fault: null,
    rows: [
      { kind: 'fact', fact: { source: 'new', id: '1' } },
      { kind: 'refused', reason: expect.stringMatching(/^2: /) },
    ],
  })
  expect(await tried({ each: '$.a[' }, {})).toMatchObject({
    rows: [],
    fault: expect.stringContaining('JSONPath'),
  })
  expect(await tried({ mapping: { type: 'deal' } }, {})).toMatchObject({
    rows: [],
    fault: expect.stringContaining('mapping'),
  })
  expect(await facts()).toBe(before)
})

test('[N42] an edit with a path that is none is refused with its line', async () => {
  const refused = await edited((text) => text.replaceAll('who.email', '"$.who["'))
  expect(refused).toMatchObject({ floor: 422, text: expect.stringContaining('is no JSONPath') })
})

test('[N43] of each source the last hundred that were looked at are kept', async () => {
  const store = openSqliteInboundStore({ file: ':memory:', onDamage: () => undefined })
  const body = Buffer.from('{}')
  for (let nth = 0; nth < 130; nth += 1) {
    store.keep({ source: 'a', at: nth, type: '', body })
    store.keep({ source: 'b', at: nth, type: '', body })
    const next = store.nextWaiting()
    if (next?.source === 'a') store.settle(next, 'taken', '{}')
    const other = store.nextWaiting()
    if (other?.source === 'a') store.settle(other, 'taken', '{}')
  }
  for (let next = store.nextWaiting(); next !== null; next = store.nextWaiting())
    store.settle(next, 'taken', '{}')
  for (const source of ['a', 'b']) {
    const heads = store.heads(source)
    expect(heads.map(({ at }) => at)).toEqual(Array.from({ length: 100 }, (_, nth) => 129 - nth))
  }
  store.close()
})
