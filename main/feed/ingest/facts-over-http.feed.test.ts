import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { call, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { streamed } from '../../../test/feed/streamed.ts'
import { feedForAll, feedForEach } from '../../../test/feed/use-feed.ts'

let feed: TestFeed
const use = (started: TestFeed): void => {
  feed = started
}

const json = (...facts: unknown[]): string => JSON.stringify({ facts })
const ndjson = { 'content-type': 'application/x-ndjson' }
const facts = async (): Promise<number> => (await feed.ask('/healthz')).body.facts
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => call(`c-${from + index}`))

describe('facts that are taken', () => {
  feedForEach(use)

  test('JSON and NDJSON, plain and gzipped, say the same', async () => {
    expect((await feed.postFacts(json(call('a'), won('b', 500)))).body).toEqual({
      accepted: 2,
      unchanged: 0,
      rejected: [],
      warnings: [],
      seq: 3,
    })
    const lines = `${JSON.stringify(call('a'))}\r\n\n${JSON.stringify(call('c'))}`
    expect((await feed.postFacts(lines, ndjson)).body).toMatchObject({ accepted: 1, unchanged: 1, seq: 4 })
    const gzip = { 'content-encoding': 'gzip' }
    expect((await feed.postFacts(gzipSync(json(call('d'))), gzip)).body).toMatchObject({ accepted: 1 })
    expect((await feed.postFacts(gzipSync(lines), { ...ndjson, ...gzip })).body).toMatchObject({
      unchanged: 2,
    })
  })

  test('the same request again changes nothing', async () => {
    await feed.postFacts(json(...many(30)))
    expect((await feed.postFacts(json(...many(30)))).body).toEqual({
      accepted: 0,
      unchanged: 30,
      rejected: [],
      warnings: [],
      seq: 31,
    })
  })

  test('the same key twice in a request: the last one wins', async () => {
    const answer = await feed.postFacts(json(won('a', 100), won('a', 250)))
    expect(answer.body).toMatchObject({ accepted: 2 })
    expect((await feed.ask('/api/v1/metrics/revenue?by=org')).body.total).toBe(250)
    expect(await facts()).toBe(1)
  })

  test('an unknown rep is kept and shown to managers', async () => {
    await feed.postFacts(json(call('a', { credits: [{ rep: 'who?' }] })))
    expect((await feed.ask('/api/v1/unassigned')).body).toEqual({ unassigned: [{ rep: 'who?', facts: 1 }] })
  })

  test('however a body is cut by the network, it says the same', async () => {
    const odd = call('odd', {
      account: 'a "quoted" } ] , \\ brace {',
      outcome: 'Zoë 🎉',
      fields: { list: '[]' },
    })
    const text = `\uFEFF {\n"facts" :[ ${JSON.stringify(odd)} ,${JSON.stringify(call('b'))}, 17, "x,]" ] } `
    const bytes = new TextEncoder().encode(text + ' '.repeat(70_000))
    const answer = await feed.ask(
      '/api/v1/facts',
      streamed('application/json', function* () {
        for (let at = 0; at < text.length + 20; at += 1) yield bytes.subarray(at, at + 1)
        yield bytes.subarray(text.length + 20)
      }),
    )
    expect(answer.body).toMatchObject({ accepted: 2, rejected: [{ index: 2 }, { index: 3 }] })
  })

  test('withdrawing by its key takes a fact out of every number; again, it changes nothing', async () => {
    const id = 'a/b c?#%'.padEnd(300, 'é')
    await feed.postFacts(json(won(id, 500)))
    const path = `/api/v1/facts/crm/${encodeURIComponent(id)}`
    expect((await feed.ask(path, { method: 'DELETE' })).body).toEqual({ withdrawn: true, seq: 3 })
    expect((await feed.ask('/api/v1/metrics/revenue?by=org')).body.total).toBe(0)
    const again = await feed.ask(path, { method: 'DELETE' })
    expect([again.status, again.body]).toEqual([200, { withdrawn: false, seq: 3 }])
  })

  test('facts outlive a restart', async () => {
    await feed.postFacts(json(won('a', 500)))
    await feed.restart()
    expect((await feed.ask('/api/v1/metrics/revenue?by=org')).body.total).toBe(500)
  })
})

describe('facts that are refused, one by one', () => {
  feedForAll(use)

  test.each<[string, object, RegExp]>([
    ['a bad date', call('x', { at: '2026-02-30' }), /^at: .*date/],
    ['an instant without its offset', call('x', { at: '2026-11-20T15:02:10' }), /^at: must be an instant/],
    ['a share of nothing', call('x', { credits: [{ rep: 'priya', share: 0 }] }), /^credits\[0\]\.share: /],
    [
      'shares that do not sum to 1',
      won('x', 1, {
        credits: [
          { rep: 'a', share: 0.5 },
          { rep: 'b', share: 0.4 },
        ],
      }),
      /sum to 1.*0\.9/,
    ],
    ['several credits without shares', call('x', { credits: [{ rep: 'a' }, { rep: 'b' }] }), /share/],
    [
      'an unknown currency',
      won('x', 1, { amount: { minor: 1, currency: 'ZZZ' } }),
      /^amount\.currency: .*ISO 4217/,
    ],
    ['a currency without a rate', won('x', 1, { amount: { minor: 1, currency: 'JPY' } }), /rate.*JPY/],
    [
      'an amount beyond 2^53',
      won('x', 1, { amount: { minor: 2 ** 53, currency: 'USD' } }),
      /^amount\.minor: /,
    ],
    ['half a cent', won('x', 1, { amount: { minor: 0.5, currency: 'USD' } }), /^amount\.minor: /],
    ['a field that no fact has', call('x', { colour: 'red' }), /^colour: /],
    ['no credits', call('x', { credits: [] }), /^credits: /],
    ['another type', call('x', { type: 'sale' }), /^type: .*activity.*deal/],
    ['a list', [], /./],
    ['a field that is an object', call('x', { fields: { a: { b: 1 } } }), /^fields\.a: /],
  ])('%s', async (what, bad, error) => {
    const { status, body } = await feed.postFacts(json(call(`before ${what}`), bad, won(`after ${what}`, 5)))
    expect(status).toBe(200)
    expect(body).toMatchObject({ accepted: 2, rejected: [{ index: 1, id: Array.isArray(bad) ? null : 'x' }] })
    expect(body.rejected[0].error).toMatch(error)
  })

  test('names such as __proto__ are data', async () => {
    const fact = JSON.stringify(call('__proto__', { source: 'constructor', fields: { x: 1 } }))
    const body = `{"facts":[${fact.replace('"x"', '"__proto__"')},{"__proto__":{"source":"a"},"id":"b"}]}`
    const answer = await feed.postFacts(body)
    expect(answer.body).toMatchObject({ accepted: 1, rejected: [{ index: 1, id: 'b' }] })
    expect(Object.hasOwn(Object.prototype, 'source')).toBe(false)
    expect((await feed.ask('/api/v1/facts/constructor/__proto__', { method: 'DELETE' })).body.withdrawn).toBe(
      true,
    )
  })

  test('a line that is no JSON or no UTF-8 is refused alone', async () => {
    const body = Buffer.concat([
      Buffer.from(`{"source":\n${JSON.stringify(call('a'))}\n`),
      Buffer.from([0x22, 0xff, 0xfe, 0x22, 0x0a]),
    ])
    const answer = await feed.postFacts(body, ndjson)
    expect(answer.body).toMatchObject({ accepted: 1, rejected: [{ index: 0 }, { index: 2 }] })
    expect(answer.body.rejected.map(({ error }: { error: string }) => error)).toEqual([
      expect.stringContaining('is not valid JSON'),
      'is not text in UTF-8',
    ])
  })
})

describe('bodies that cannot be read', () => {
  feedForAll(use)

  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const refused: [
    string,
    () => Promise<{ status: number; body: { code: string; message: string } }>,
    number,
    string,
  ][] = [
    ['no JSON', () => feed.postFacts('{"facts":[{]}'), 400, 'bad-json'],
    ['nothing', () => feed.postFacts(''), 400, 'bad-json'],
    ['a picture', () => feed.postFacts(png), 400, 'bad-json'],
    ['a bare list', () => feed.postFacts('[]'), 400, 'bad-body'],
    ['no list of facts', () => feed.postFacts('{"facts":{}}'), 400, 'bad-body'],
    ['more than facts', () => feed.postFacts('{"facts":[],"__proto__":1}'), 400, 'bad-body'],
    ['another type', () => feed.postFacts('a,b', { 'content-type': 'text/csv' }), 415, 'unsupported-type'],
    ['another encoding', () => feed.postFacts('x', { 'content-encoding': 'br' }), 415, 'unsupported-type'],
    [
      'gzip that is none',
      () => feed.postFacts(json(call('a')), { 'content-encoding': 'gzip' }),
      400,
      'bad-encoding',
    ],
    [
      'gzip cut short',
      () => feed.postFacts(gzipSync(json(call('a'))).subarray(0, 40), { 'content-encoding': 'gzip' }),
      400,
      'bad-encoding',
    ],
  ]
  test.each(refused)('%s', async (_what, send, status, code) => {
    const answer = await send()
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.message).toMatch(/\.$/)
    expect(await facts()).toBe(0)
  })

  test('a picture sent as lines is refused line by line', async () => {
    const { status, body } = await feed.postFacts(png, ndjson)
    expect([status, body.accepted, body.rejected.length > 0]).toEqual([200, 0, true])
  })
})

describe('bodies that break off', () => {
  feedForEach(use)

  test('what came before a fault stands, and the answer counts it', async () => {
    const good = many(2000)
      .map((fact) => JSON.stringify(fact))
      .join(',')
    const { status, body } = await feed.postFacts(`{"facts":[${good},{"id":}]}`)
    expect([status, body.code, body.taken.accepted]).toEqual([400, 'bad-json', 2000])
    expect(await facts()).toBe(2000)
    const cut = await feed.postFacts(`{"facts":[${good}`)
    expect([cut.status, cut.body.taken.unchanged]).toEqual([400, 2000])
    const gzip = gzipSync(`${good.replaceAll('},{"source"', '}\n{"source"')}\n`.repeat(4))
    const truncated = await feed.postFacts(gzip.subarray(0, gzip.length - 20), {
      ...ndjson,
      'content-encoding': 'gzip',
    })
    expect([truncated.status, truncated.body.code]).toEqual([400, 'bad-encoding'])
    expect(truncated.body.taken.unchanged).toBeGreaterThanOrEqual(2000)
  })

  test('a sender that hangs up half-way leaves what it had sent, and a feed that runs on', async () => {
    const { hostname, port } = new URL(feed.url)
    const socket = connect(Number(port), hostname)
    const lines = many(3000)
      .map((fact) => `${JSON.stringify(fact)}\n`)
      .join('')
    socket.write(
      `POST /api/v1/facts HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/x-ndjson\r\ncontent-length: 99999999\r\n\r\n${lines}`,
    )
    await expect.poll(facts).toBeGreaterThanOrEqual(2000)
    socket.destroy()
    await expect.poll(facts).toBe(3000)
    expect((await feed.postFacts(json(call('after')))).body.accepted).toBe(1)
  })
})
