// A feed dies with a thousand TVs on it and comes back: every one of them finds it again by itself, and shows the
// numbers as they are now, one of which changed while they were away. FLOORBOARD_TVS says how many there are (1000),
// FLOORBOARD_DEATHS how often the feed dies (5).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startChild } from '../../bench/child.ts'
import { BoardView } from '../../shared/wire/view.ts'
import { type FeedProcess, spawnFeed } from '../durability/feed-process.ts'
import { sayFigures } from '../figures.ts'
import { feedMemory } from './feed-memory.ts'
import { applyProofFloor, postFacts, wonNow } from './floor.ts'
import type { CrowdLook, CrowdQuestion } from './tv-crowd.child.ts'

const tvs = Number(process.env['FLOORBOARD_TVS'] ?? 1000)
const deaths = Number(process.env['FLOORBOARD_DEATHS'] ?? 5)
/** A TV tries again after at most 15 seconds; the rest is for the feed to let all of them in. */
const withinMs = 45_000

const boardOf = async (feed: FeedProcess): Promise<BoardView> =>
  BoardView.parse(await (await fetch(`${feed.url}/api/v1/boards/revenue`)).json())

test(`${tvs} TVs come back to a feed that died ${deaths} times`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-crowd-'))
  const crowd = startChild('../test/prove/tv-crowd.child.ts')
  const ask = (question: CrowdQuestion) => crowd.ask<CrowdLook>(question)
  const everybodyShows = async (feed: FeedProcess): Promise<number> => {
    const startedAt = performance.now()
    await expect
      .poll(async () => (await ask({ kind: 'look', view: await boardOf(feed) })).showing, {
        timeout: withinMs,
        interval: 100,
      })
      .toBe(tvs)
    return performance.now() - startedAt
  }

  let feed = await spawnFeed(folder)
  const { port } = new URL(feed.url)
  await applyProofFloor(feed.url)
  await ask({ kind: 'open', url: feed.url, screen: 'wall', count: tvs })
  const firstMs = await everybodyShows(feed)

  const back: number[] = []
  let resident = 0
  for (let death = 1; death <= deaths; death += 1) {
    await feed.kill()
    await expect.poll(async () => (await ask({ kind: 'look', view: null })).connected).toBe(0)
    feed = await spawnFeed(folder, '--port', port)
    await postFacts(feed.url, [wonNow(`while-away-${death}`, 'elena', death * 100)])
    back.push(await everybodyShows(feed))
    resident = Math.max(resident, (await feedMemory(feed.url)).resident)
  }
  await postFacts(feed.url, [wonNow('afterwards', 'priya', 700)])
  const changeMs = await everybodyShows(feed)

  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  sayFigures(
    `all on after ${seconds(firstMs)} s; back after ${back.map(seconds).join(', ')} s; a change is on all of them within ${seconds(changeMs)} s; the feed holds ${Math.round(resident)} MB at most`,
  )
  await crowd.end()
  expect(await feed.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})
