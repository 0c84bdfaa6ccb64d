// Whatever a body holds, the feed answers it in one of its own codes and goes on. fast-check prints the seed of a failure.
import { createGzip, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiErrorBody } from '../../shared/wire/api-error.ts'
import { FactsAnswer } from '../../shared/wire/fact.ts'
import { anyLetter } from '../any-letter.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { propertyRuns } from '../property-runs.ts'
import { call, startTestFeed, type TestFeed, won } from './start-test-feed.ts'

const errors: string[] = []
let feed: TestFeed
beforeAll(async () => {
  const logger = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) })
  feed = await startTestFeed({ logger })
})
afterAll(() => feed.close())

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Facts, good ones and such as are nearly good. */
const fact = fc.oneof(
  { weight: 3, arbitrary: fc.nat(50).map((n) => call(`c-${n}`)) },
  fc.nat(50).map((n) => won(`w-${n}`, n)),
  fc
    .tuple(fc.constantFrom('id', 'source', 'at', 'credits', 'fields', 'kind', '__proto__'), fc.jsonValue())
    .map(([key, value]) => ({ ...call('x'), [key]: value })),
  fc.jsonValue(),
)
const lines = fc.array(
  fc.oneof(
    fact.map((each) => JSON.stringify(each)),
    fc.string({ unit: anyLetter }),
  ),
  {
    maxLength: 30,
  },
)
const nested = fc
  .tuple(
    fc.constantFrom('[', '{"a":', '- ', '{ a: ', '? ', '"', '&a [*a,', '\t', '!!', '#\n'),
    fc.nat(20_000),
  )
  .map(([part, times]) => part.repeat(times))

/** A floor file with something put into it, taken out of it, or written over. */
const floorText = fc
  .tuple(
    fc.nat(smallFloorText.length),
    fc.nat(40),
    fc.oneof(
      fc.string({ unit: anyLetter, maxLength: 20 }),
      fc.constantFrom('[', '}', '\n', ': ', '- ', '*a', '&a ', '|', '"'),
    ),
  )
  .map(([at, length, text]) => smallFloorText.slice(0, at) + text + smallFloorText.slice(at + length))

const plain = fc.oneof(
  fc.uint8Array({ maxLength: 500 }).map((bytes) => Uint8Array.from(bytes)),
  fc.array(fact, { maxLength: 30 }).map((facts) => bytesOf(JSON.stringify({ facts }))),
  lines.map((each) => bytesOf(each.join('\n'))),
  lines.map((each) => bytesOf(`{"facts":[${each.join(',')}]}${' '.repeat(70_000)}`)),
  fc.jsonValue().map((value) => bytesOf(JSON.stringify(value))),
  nested.map(bytesOf),
  floorText.map(bytesOf),
  fc
    .array(fc.array(fc.string(), { maxLength: 8 }))
    .map((rows) => bytesOf(rows.map((row) => row.join(',')).join('\n'))),
)

/** A body, as it is, packed, or packed and damaged. */
const body = fc
  .tuple(plain, fc.constantFrom('plain', 'gzip', 'cut', 'flipped'), fc.nat())
  .map(([bytes, how, at]): { bytes: Uint8Array<ArrayBuffer>; gzip: boolean } => {
    if (how === 'plain') return { bytes, gzip: false }
    const packed = Uint8Array.from(gzipSync(bytes))
    const place = at % packed.length
    if (how === 'cut') return { bytes: packed.subarray(0, place), gzip: true }
    if (how === 'flipped') packed[place] = (packed[place] ?? 0) ^ 0x10
    return { bytes: packed, gzip: true }
  })

const types = ['application/json', 'application/x-ndjson', 'application/yaml', 'text/csv', 'nonsense', '']

const send = async (
  path: string,
  method: string,
  type: string,
  bytes: Uint8Array<ArrayBuffer>,
  gzip: boolean,
) =>
  feed.ask(path, {
    method,
    body: bytes,
    headers: { 'content-type': type, ...(gzip && { 'content-encoding': 'gzip' }) },
  })

type Answer = Awaited<ReturnType<typeof send>>

const expectAnswer = ({ status, body: answer, text }: Answer): void => {
  expect(status).toBeLessThan(500)
  expect(text).not.toMatch(/\n\s+at |node:internal|\.ts:\d/)
  expect(text.length).toBeLessThan(5_000_000)
  if (status !== 200) ApiErrorBody.parse(answer)
}

describe('[T3] whatever is sent', () => {
  test('as facts is answered', async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(...types), async ({ bytes, gzip }, type) => {
        const answer = await send('/api/v1/facts', 'POST', type, bytes, gzip)
        expectAnswer(answer)
        if (answer.status === 200) FactsAnswer.parse(answer.body)
        expect(errors).toEqual([])
      }),
      { numRuns: propertyRuns(300) },
    )
    expect((await feed.ask('/healthz')).status).toBe(200)
  })

  test('as a floor is answered, and a floor stands', async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(...types), async ({ bytes, gzip }, type) => {
        expectAnswer(await send('/api/v1/floor', 'PUT', type, bytes, gzip))
        expect(errors).toEqual([])
      }),
      { numRuns: propertyRuns(200) },
    )
    expect((await feed.ask('/api/v1/floor')).status).toBe(200)
  })

  test('as an address is answered', async () => {
    const part = fc.oneof(
      fc.string({ unit: anyLetter }).map((text) => encodeURIComponent(text.toWellFormed())),
      fc.constantFrom(
        '..',
        '%2e%2e',
        '%00',
        '%ff',
        'boards',
        'metrics',
        'revenue',
        'media',
        'tv',
        '*',
        ':id',
      ),
    )
    const path = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`)
    const query = fc.webQueryParameters()
    const start = fc.constantFrom('', '/api/v1/metrics', '/api/v1/boards', '/media', '/socket.io')
    await fc.assert(
      fc.asyncProperty(start, path, query, async (from, rest, asked) => {
        const answer = await feed.ask(`${from}${rest}?${asked}`)
        expect(answer.status).toBeLessThan(500)
        expect(errors).toEqual([])
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})

describe('[F42] bad facts', () => {
  const ndjson = 'application/x-ndjson'
  const postLines = (text: string) => send('/api/v1/facts', 'POST', ndjson, bytesOf(text), false)

  test('are looked at up to the ten thousandth; what follows is counted', async () => {
    const good = JSON.stringify(call('before'))
    const { status, body: answer } = await postLines(`${good}\n${'{}\n'.repeat(100_000)}${good}\n`)
    expect([status, answer.code]).toEqual([400, 'too-many-refused'])
    expect(answer.message).toContain('the other 90,001 were not looked at')
    expect(answer.taken).toMatchObject({ accepted: 1, unread: 90_001 })
    expect([answer.taken.rejected.length, answer.taken.rejected.at(-1).index]).toEqual([10_000, 10_000])
  })

  test('in one small body of JSON too', async () => {
    const facts = `{"facts":[${Array.from({ length: 20_000 }, () => '{}')}]}`
    const { body: answer } = await send('/api/v1/facts', 'POST', 'application/json', bytesOf(facts), false)
    expect([answer.code, answer.taken.unread]).toEqual(['too-many-refused', 10_000])
  })

  test('up to there are all told, and the good ones between them are taken', async () => {
    const text = Array.from({ length: 9999 }, (_, i) => `{}\n${JSON.stringify(call(`between-${i % 50}`))}\n`)
    const { status, body: answer } = await postLines(text.join(''))
    expect([status, answer.rejected.length, answer.accepted + answer.unchanged]).toEqual([200, 9999, 9999])
  })

  test('that hold too much are refused before they are built, and alone', async () => {
    const much = [
      `{"id":"deep","fields":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
      `{"id":"wide","fields":[${'0,'.repeat(400_000)}0]}`,
    ]
    const good = JSON.stringify(call('good'))
    const lone = await postLines([good, ...much, good].join('\n'))
    expect(lone.body.rejected).toEqual([
      { index: 1, id: null, error: 'is nested more than 64 deep' },
      { index: 2, id: null, error: 'holds more than 5000 values' },
    ])
    const text = `{"facts":[${[good, ...much, good]}]}`
    const list = await send('/api/v1/facts', 'POST', 'application/json', bytesOf(text), false)
    expect(list.body.rejected.map(({ index }: { index: number }) => index)).toEqual([1, 2])
  })

  test('with long names are refused in short words', async () => {
    const long = 'k'.repeat(400_000)
    const { body: answer } = await postLines(JSON.stringify({ ...call('a'), [long]: 1, id: long }))
    expect(answer.rejected[0].error.length).toBeLessThan(600)
    expect(answer.rejected[0].id.length).toBeLessThanOrEqual(300)
  })
})

describe('[F42] gzip', () => {
  test('that unfolds to two hundred times its size is refused', async () => {
    const packed = Uint8Array.from(gzipSync('0\n'.repeat(4_000_000)))
    expect(packed.length).toBeLessThan(10_000)
    const answer = await send('/api/v1/facts', 'POST', 'application/x-ndjson', packed, true)
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large'])
    expect(answer.body.taken.rejected.length).toBeLessThanOrEqual(10_000)
    const floor = await send('/api/v1/floor', 'PUT', 'application/yaml', packed, true)
    expect([floor.status, floor.body.code]).toEqual([413, 'too-large'])
    // The connection is free for what comes next, though the rest of the body was never looked at.
    expect((await feed.ask('/healthz')).status).toBe(200)
  })

  test('of a long list of facts is not', async () => {
    const gzip = createGzip()
    for (let i = 0; i < 20_000; i++) gzip.write(`${JSON.stringify(call(`packed-${i}`))}\n`)
    gzip.end()
    const parts: Buffer[] = []
    for await (const part of gzip) parts.push(part)
    const packed = Uint8Array.from(Buffer.concat(parts))
    const answer = await send('/api/v1/facts', 'POST', 'application/x-ndjson', packed, true)
    expect(answer.body).toMatchObject({ accepted: 20_000, rejected: [] })
  })
})

describe('[F42] a floor file', () => {
  const head = 'floor: { name: Test, timeZone: UTC, currency: USD }\n'
  const unfolding = `${head}people: &a [${'1, '.repeat(4000)}1]\nmore: [${'*a, '.repeat(90)}*a]\n`
  test.each<[string, string, RegExp]>([
    ['two megabytes of brackets', '['.repeat(1_999_000), /nested too deeply/],
    ['of braces', '{a: '.repeat(400_000), /nested too deeply/],
    ['of lists within one line', '- '.repeat(900_000), /nested too deeply/],
    ['of keys within one line', '? '.repeat(900_000), /nested too deeply/],
    [
      'steps to the right',
      Array.from({ length: 1900 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      /nested too deeply/,
    ],
    ['a list of half a million', `people: [${'1, '.repeat(500_000)}1]`, /too many values/],
    ['lines of half a million', `people:\n${'- 1\n'.repeat(490_000)}`, /too many values/],
    ['comments by the million', '#\n'.repeat(990_000), /too many values/],
    ['documents by the hundred thousand', '---\n'.repeat(400_000), /too many values|second document/],
    ['errors by the million', ']'.repeat(1_900_000), /./],
    ['aliases that unfold', unfolding, /unfolds its aliases into too many values/],
    ['one key of a million', `${head}${'k'.repeat(1_000_000)}: 1\n`, /./],
    [
      'keys that nobody knows',
      `${head}${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('')}`,
      /not a key/,
    ],
    ['a tag of a million', `!!${'x'.repeat(1_000_000)} a`, /./],
    ['quotes by the million', `a: "${'\\"'.repeat(900_000)}"`, /./],
    ['a folded text', `a: >\n${'  b\n\n'.repeat(390_000)}`, /./],
    ['a text over many lines', `a: b\n${' c\n\n'.repeat(390_000)}`, /./],
    ['blanks', `a:${' '.repeat(1_900_000)}b: c`, /./],
  ])('of %s is refused at once and in short words', async (_what, text, message) => {
    const answer = await send('/api/v1/floor', 'PUT', 'application/yaml', bytesOf(text), false)
    expect([answer.status, answer.body.code]).toEqual([422, 'bad-floor'])
    expect(answer.body.errors[0].message).toMatch(message)
    expect(answer.text.length).toBeLessThan(150_000)
  })
})
