// A feed whose log lies in PostgreSQL, as people run it: killed, paused, with a database that crashes, and moved back and forth.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../built.ts'
import { call } from '../feed/start-test-feed.ts'
import { type PostgresServer, startPostgres } from '../tables/database-servers.ts'
import { type FeedProcess, spawnFeed } from './feed-process.ts'

const root = mkdtempSync(join(tmpdir(), 'floorboard-database-'))
let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase('floorboard')
}, 60_000)
afterAll(async () => {
  await server?.close()
  rmSync(root, { recursive: true, force: true })
})

/** Of a command, its exit code and what it said. */
const run = (...words: string[]): Promise<{ readonly code: number; readonly said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], (error, _out, said) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said }),
    )
  })
const serve = (folder: string): Promise<FeedProcess> => spawnFeed(join(root, folder), '--database', url)

const idsOf = (group: number): string[] => Array.from({ length: 250 }, (_, index) => `${group}-${index}`)
/** Sent again until it is taken, as every source does. Resolves with how often it was not. */
const post = async (feed: () => FeedProcess, ids: readonly string[]): Promise<number> => {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await fetch(`${feed().url}/api/v1/facts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ facts: ids.map((id) => call(id)) }),
      })
      if (answer.status === 200) return tries
      if (answer.status !== 503) throw new Error(await answer.text())
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
    await new Promise((done) => setTimeout(done, 100))
  }
}
const health = async (feed: FeedProcess): Promise<{ readonly status: string; readonly facts: number }> =>
  (await (await fetch(`${feed.url}/healthz`)).json()) as { status: string; facts: number }
/** Entries in the database, and how many numbers there are in it. */
const entries = async () => {
  const [row] = await server.ask(
    "SELECT count(*)::int AS entries, max(e.seq)::int AS last, (SELECT count(*)::int FROM floorboard.head h WHERE h.key LIKE '[%') AS facts FROM floorboard.entry e",
    'floorboard',
  )
  return row
}

test('[Q1] a floor in a database outlives kills of the feed, crashes of the database, and a feed that hangs', async () => {
  const refused = await run('serve', '--data', join(root, 'data'), '--port', '0', '--database', url)
  expect(refused).toMatchObject({
    code: 2,
    said: expect.stringContaining('run "floorboard database prepare"'),
  })
  expect((await run('database', 'prepare', '--database', url)).said).toContain('is prepared')

  let feed = await serve('data')
  const groups = Array.from({ length: 24 }, (_, index) => index)
  const senders = [0, 1, 2].map(async (lane) => {
    for (const group of groups.filter((each) => each % 3 === lane)) await post(() => feed, idsOf(group))
  })
  await server.restart('immediate')
  await feed.kill()
  feed = await serve('data')
  await Promise.all(senders)
  const total = groups.length * 250
  expect(await health(feed)).toMatchObject({ status: 'ready', facts: total })
  // The floor, and each fact once.
  expect(await entries()).toEqual({ entries: total + 1, last: total + 1, facts: total })

  // A second feed stays away, until the first one hangs.
  const second = await run('serve', '--data', join(root, 'second'), '--port', '0', '--database', url)
  expect(second).toMatchObject({
    code: 2,
    said: expect.stringContaining('Another feed already runs on the database'),
  })
  const ended = once(feed.child, 'exit')
  feed.child.kill('SIGSTOP')
  const next = await serve('second')
  await post(() => next, ['once more'])
  feed.child.kill('SIGCONT')
  expect((await ended)[0]).toBe(2)
  expect(await health(next)).toMatchObject({ status: 'ready', facts: total + 1 })
  expect(await entries()).toEqual({ entries: total + 2, last: total + 2, facts: total + 1 })
  await next.stop()
})

test('[Q9] a log is moved into a folder by a command, and served from there', async () => {
  const folder = join(root, 'second')
  const moved = await run('move', '--from', url, '--floor', 'floor', '--to', folder)
  expect(moved).toMatchObject({ code: 0, said: expect.stringContaining('both logs come to the same') })
  const feed = await spawnFeed(folder)
  expect(await health(feed)).toMatchObject({ status: 'ready', facts: (await entries())?.['facts'] })
  await feed.stop()
})
