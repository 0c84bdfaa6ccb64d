// Requests of a hundred megabytes and more: they stream through, and memory stays what it was.
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { call, startTestFeed, type TestFeed } from './start-test-feed.ts'
import { streamed } from './streamed.ts'

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed()
})
afterEach(() => feed.close())

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => call(`c-${from + index}`))
const postStream = (type: string, make: () => Iterable<string | Uint8Array>) =>
  feed.ask('/api/v1/facts', streamed(type, make))

test('100,000 facts in one request stream through, as JSON and as NDJSON', async () => {
  const before = process.memoryUsage().rss
  const jsonAnswer = await postStream('application/json', function* () {
    for (let at = 0; at < 100_000; at += 500)
      yield `${at === 0 ? ' {"facts" : [' : ','}${many(500, at)
        .map((fact) => JSON.stringify(fact))
        .join(' , ')}`
    yield ']}\n'
  })
  expect(jsonAnswer.body).toMatchObject({ accepted: 100_000, rejected: [] })
  const lineAnswer = await postStream('application/x-ndjson', function* () {
    for (let at = 0; at < 100_000; at += 500)
      yield `${many(500, at)
        .map((fact) => JSON.stringify(fact))
        .join('\n')}\n`
  })
  expect(lineAnswer.body).toMatchObject({ accepted: 0, unchanged: 100_000 })
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(400)
})

test('a line of 100 MB is refused alone, and memory stays what it was', async () => {
  const before = process.memoryUsage().rss
  const chunk = new Uint8Array(1024 * 1024).fill(0x20 + 1)
  const answer = await postStream('application/x-ndjson', function* () {
    yield `${JSON.stringify(call('a'))}\n`
    for (let sent = 0; sent < 100; sent += 1) yield chunk
    yield `\n${JSON.stringify(call('b'))}\n`
  })
  expect(answer.body).toMatchObject({ accepted: 2, rejected: [{ index: 1, id: null }] })
  expect(answer.body.rejected[0].error).toContain('1 MB')
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(150)
})

test('a fact of 100 MB within a JSON list is refused alone', async () => {
  const chunk = 'x'.repeat(1024 * 1024)
  const answer = await postStream('application/json', function* () {
    yield `{"facts":[${JSON.stringify(call('a'))},{"id":"`
    for (let sent = 0; sent < 100; sent += 1) yield chunk
    yield `"},${JSON.stringify(call('b'))}]}`
  })
  expect(answer.body).toMatchObject({ accepted: 2, rejected: [{ index: 1 }] })
})

test('[F42] a bomb of gzip holds nothing', async () => {
  const before = process.memoryUsage().rss
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20))
  const answer = await feed.postFacts(bomb, { 'content-encoding': 'gzip' })
  expect([answer.status, answer.body.code]).toEqual([413, 'too-large'])
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(400)
})
