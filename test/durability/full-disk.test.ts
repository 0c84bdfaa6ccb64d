// A disk that is full: SQLite meets the same refusal through a limit on the size of files, lifted from outside.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { program } from '../built.ts'
import { call } from '../feed/start-test-feed.ts'
import { type FeedProcess, spawnFeed } from './feed-process.ts'

const postBody = async (feed: FeedProcess, type: string, body: BodyInit) => {
  const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' }
  const response = await fetch(`${feed.url}/api/v1/facts`, init)
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: await response.json(),
  }
}
const post = (feed: FeedProcess, from: number, count: number) => {
  const facts = Array.from({ length: count }, (_, index) => call(`c-${from + index}`))
  return postBody(feed, 'application/json', JSON.stringify({ facts }))
}
const health = async (feed: FeedProcess) => {
  const response = await fetch(`${feed.url}/healthz`)
  return { code: response.status, ...(await response.json()) }
}
const facts = async (feed: FeedProcess) => (await health(feed)).facts

/** As much as either of its files may still grow by. */
const limitGrowth = (feed: FeedProcess, folder: string, bytes: number): void => {
  const used = Math.max(statSync(join(folder, 'floor.db')).size, statSync(join(folder, 'floor.db-wal')).size)
  limitFiles(feed, `${used + bytes}:unlimited`)
}
const limitFiles = (feed: FeedProcess, bytes: string): void => {
  execFileSync('prlimit', ['--pid', String(feed.child.pid), `--fsize=${bytes}`])
}

const linux = process.platform === 'linux'

test.runIf(linux)('a full disk refuses facts whole, and takes them again once there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-full-'))
  let feed = await spawnFeed(folder)
  expect((await post(feed, 0, 500)).status).toBe(200)
  limitGrowth(feed, folder, 50_000)

  let stored = 500
  let refusal = await post(feed, stored, 200)
  for (; refusal.status === 200; refusal = await post(feed, stored, 200)) stored += 200
  expect([refusal.status, refusal.body.code]).toEqual([503, 'log-unavailable'])
  expect(Number(refusal.retryAfter)).toBeGreaterThan(0)
  expect(await health(feed)).toMatchObject({
    code: 503,
    status: 'refusing',
    reason: expect.stringContaining('the log cannot be written'),
  })
  expect(await facts(feed)).toBe(stored)
  expect((await post(feed, stored, 200)).status).toBe(503)
  // Small groups and large ones are committed in different ways.
  let small = await post(feed, stored, 20)
  for (; small.status === 200; small = await post(feed, stored, 20)) stored += 20
  expect(small.status).toBe(503)
  expect(await facts(feed)).toBe(stored)

  limitFiles(feed, 'unlimited:unlimited')
  expect(await post(feed, stored, 200)).toMatchObject({ status: 200, body: { accepted: 200 } })
  expect(await health(feed)).toMatchObject({ code: 200, status: 'ready', facts: stored + 200 })
  await feed.kill()
  feed = await spawnFeed(folder)
  expect(await facts(feed)).toBe(stored + 200)
  expect(await feed.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})

test.runIf(linux)('a disk with room for a log and not for its floor is refused in one sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-full-'))
  const serve = [program, 'serve', '--data', folder, '--port', '0']
  const { status, stdout, stderr } = spawnSync('prlimit', ['--fsize=24000', process.execPath, ...serve], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  const said = `${stdout}${stderr}`.trim().split('\n')
  expect([status, said]).toEqual([2, [expect.stringMatching(/^A new floor cannot be begun in .*\.$/)]])
  rmSync(folder, { recursive: true, force: true })
})

/** As many as make a batch of their own, and more of the disk than there is. */
const tooMany = (from: number) =>
  Array.from({ length: 1000 }, (_, index) => call(`c-${from + index}`, { outcome: 'x'.repeat(1000) }))

test.runIf(linux)('a batch that the disk takes is counted, though it refused the one before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-full-'))
  const feed = await spawnFeed(folder)
  expect((await post(feed, 0, 500)).status).toBe(200)
  limitGrowth(feed, folder, 500_000)

  const encoder = new TextEncoder()
  const lines = (facts: readonly object[]) =>
    encoder.encode(facts.map((fact) => `${JSON.stringify(fact)}\n`).join(''))
  const parts = [
    () => lines(tooMany(1000)),
    async () => {
      // Were they sent at once, one transaction might hold both batches.
      await expect.poll(() => health(feed)).toMatchObject({ status: 'refusing' })
      return lines([call('c-0'), call('after-1'), call('after-2')])
    },
  ]
  const body = new ReadableStream({
    async pull(controller) {
      const part = parts.shift()
      if (part) controller.enqueue(await part())
      else controller.close()
    },
  })
  const answer = await postBody(feed, 'application/x-ndjson', body)
  expect([answer.status, answer.body.code]).toEqual([503, 'log-unavailable'])
  expect(answer.body.taken).toMatchObject({ accepted: 2, unchanged: 1, rejected: [] })
  expect(await facts(feed)).toBe(502)
  expect(await feed.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})
