// A disk that is full: SQLite meets the same refusal through a limit on the size of files, lifted from outside.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { call } from '../feed/start-test-feed.ts'
import { type FeedProcess, spawnFeed } from './feed-process.ts'

const post = async (feed: FeedProcess, from: number, count: number) => {
  const facts = Array.from({ length: count }, (_, index) => call(`c-${from + index}`))
  const response = await fetch(`${feed.url}/api/v1/facts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ facts }),
  })
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: await response.json(),
  }
}
const health = async (feed: FeedProcess) => {
  const response = await fetch(`${feed.url}/healthz`)
  return { code: response.status, ...(await response.json()) }
}
const facts = async (feed: FeedProcess) => (await health(feed)).facts

const limitFiles = (feed: FeedProcess, bytes: string): void => {
  execFileSync('prlimit', ['--pid', String(feed.child.pid), `--fsize=${bytes}`])
}

test.runIf(process.platform === 'linux')(
  'a full disk refuses facts whole, and takes them again once there is room',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'floorboard-full-'))
    let feed = await spawnFeed(folder)
    expect((await post(feed, 0, 500)).status).toBe(200)
    const used = Math.max(
      statSync(join(folder, 'floor.db')).size,
      statSync(join(folder, 'floor.db-wal')).size,
    )
    limitFiles(feed, `${used + 50_000}:unlimited`)

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
  },
)
