import { afterEach, expect, test } from 'vitest'
import type { MetricAnswer } from '../../../shared/wire/query.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { demoFloorText, demoSeed } from './demo-floor.ts'
import { startDemo } from './start-demo.ts'

let feed: TestFeed | null = null
afterEach(async () => {
  await feed?.close()
  feed = null
})

test('the real feed takes the whole story, shows it, and is not told it twice', {
  timeout: 120_000,
}, async () => {
  const clock = { now: () => Date.parse('2026-11-20T17:00:00Z') }
  feed = await startTestFeed({ clock, firstFloorText: demoFloorText })
  const { ask, url } = feed
  const said: string[] = []
  const tell = async () => {
    const demo = await startDemo({ url, token: null, seed: demoSeed, clock, log: (line) => said.push(line) })
    await demo.caughtUp
    await demo.close()
    const { body } = await ask('/healthz')
    return body
  }
  const rowsOf = async (query: string): Promise<MetricAnswer> => (await ask(`/api/v1/metrics/${query}`)).body

  const afterHistory = await tell()
  expect(afterHistory.facts).toBeGreaterThan(60_000)

  const bookings = await rowsOf('bookings?window=quarter&by=rep')
  const states = new Set(bookings.rows.map(({ state }) => state).filter((state) => state !== null))
  expect(states.size, 'a wall with people ahead and people behind').toBeGreaterThanOrEqual(3)
  expect((await rowsOf('win-rate?window=quarter&by=org')).total).toBeGreaterThan(0.15)
  expect((await rowsOf('untouched-deals?by=org')).total).toBeGreaterThan(0)
  for (const metric of ['dials', 'meetings-held', 'deals-advanced', 'new-pipeline', 'sourced-pipeline']) {
    expect((await rowsOf(`${metric}?by=org`)).total, metric).toBeGreaterThan(0)
  }
  const { body: unassigned } = await ask('/api/v1/unassigned')
  expect(unassigned.unassigned).toEqual([])

  const again = await tell()
  expect(again.facts).toBe(afterHistory.facts)
  expect(said.at(-1)).toContain('0 facts')
})
