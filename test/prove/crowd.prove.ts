// A feed dies with two thousand TVs on it and comes back: every one of them finds it again by itself, and shows the numbers as
// they are now, one of which changed while they were away. Then some of the TVs stop, and the feed does: each end notices
// by itself that the other says nothing. FLOORBOARD_TVS says how many there are (2000), FLOORBOARD_DEATHS how often the feed
// dies (5).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Child, startChild } from '../../bench/child.ts'
import { BoardView } from '../../shared/wire/view.ts'
import { type FeedProcess, spawnFeed } from '../durability/feed-process.ts'
import { sayFigures } from '../figures.ts'
import { feedMemory } from './feed-memory.ts'
import { applyProofFloor, postFacts, wonNow } from './floor.ts'
import type { CrowdLook, CrowdQuestion } from './tv-crowd.child.ts'

const tvs = Number(process.env['FLOORBOARD_TVS'] ?? 2000)
const deaths = Number(process.env['FLOORBOARD_DEATHS'] ?? 5)
/** A TV tries again after at most fifteen seconds. */
const backWithinMs = 15_000
const mostResidentMb = 300
/** Of those that stop. */
const mostStoppedMb = 1
const stoppedTvs = Math.max(10, Math.round(tvs / 20))
/** Nine seconds between two questions, five for the answer, and what a busy machine takes to say so. */
const noticedWithinMs = 16_000
/** Longer than it may take on any machine. */
const patienceMs = 90_000

const boardOf = async (feed: FeedProcess): Promise<BoardView> =>
  BoardView.parse(await (await fetch(`${feed.url}/api/v1/boards/revenue`)).json())

const openCrowd = (): Child => startChild('../test/prove/tv-crowd.child.ts')
const ask = (crowd: Child, question: CrowdQuestion) => crowd.ask<CrowdLook>(question)

/** Until all of them show what the feed has; ms. */
const everybodyShows = async (crowd: Child, feed: FeedProcess, count: number): Promise<number> => {
  const startedAt = performance.now()
  await expect
    .poll(async () => (await ask(crowd, { kind: 'look', view: await boardOf(feed) })).showing, {
      timeout: patienceMs,
      interval: 100,
    })
    .toBe(count)
  return performance.now() - startedAt
}

const nobodyIsConnected = async (crowd: Child): Promise<number> => {
  const startedAt = performance.now()
  await expect
    .poll(async () => (await ask(crowd, { kind: 'look', view: null })).connected, {
      timeout: patienceMs,
      interval: 100,
    })
    .toBe(0)
  return performance.now() - startedAt
}

const connectedTo = async (feed: FeedProcess): Promise<number> => {
  const text = await (await fetch(`${feed.url}/metrics`)).text()
  return Number(/^floorboard_tvs_connected (\d+)$/m.exec(text)?.[1])
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)

let sent = 0
/** Changes every board ten times a second while `isOver` says no; the most that the feed held meanwhile, MB. */
const changeUntil = async (feed: FeedProcess, isOver: () => boolean | Promise<boolean>): Promise<number> => {
  let most = 0
  const startedAt = performance.now()
  while (!(await isOver())) {
    expect(performance.now() - startedAt).toBeLessThan(patienceMs)
    sent += 1
    await postFacts(feed.url, [
      wonNow(`change-${sent}`, ['priya', 'marcus', 'elena'][sent % 3] ?? 'priya', sent),
    ])
    most = Math.max(most, (await feedMemory(feed.url)).resident)
    await sleep(100)
  }
  return most
}

test(`${tvs} TVs come back to a feed that died ${deaths} times, and each end notices when the other hangs`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-crowd-'))
  const crowd = openCrowd()
  let feed = await spawnFeed(folder)
  const { port } = new URL(feed.url)
  await applyProofFloor(feed.url)
  await ask(crowd, { kind: 'open', url: feed.url, screen: 'wall', count: tvs })
  const firstMs = await everybodyShows(crowd, feed, tvs)

  const back: number[] = []
  let resident = 0
  for (let death = 1; death <= deaths; death += 1) {
    await feed.kill()
    await nobodyIsConnected(crowd)
    feed = await spawnFeed(folder, '--port', port)
    await postFacts(feed.url, [wonNow(`while-away-${death}`, 'elena', death * 100)])
    back.push(await everybodyShows(crowd, feed, tvs))
    resident = Math.max(resident, (await feedMemory(feed.url)).resident)
  }
  await postFacts(feed.url, [wonNow('afterwards', 'priya', 700)])
  const changeMs = await everybodyShows(crowd, feed, tvs)

  const stopped = openCrowd()
  await ask(stopped, { kind: 'open', url: feed.url, screen: 'wall', count: stoppedTvs })
  await everybodyShows(stopped, feed, stoppedTvs)
  const until = performance.now() + noticedWithinMs
  const before = await changeUntil(feed, () => performance.now() > until)
  process.kill(stopped.pid, 'SIGSTOP')
  const stoppedAt = performance.now()
  const during = await changeUntil(feed, async () => (await connectedTo(feed)) === tvs)
  const feedNoticesMs = performance.now() - stoppedAt
  process.kill(stopped.pid, 'SIGCONT')
  await everybodyShows(stopped, feed, stoppedTvs)
  await stopped.end()

  feed.child.kill('SIGSTOP')
  const tvsNoticeMs = await nobodyIsConnected(crowd)
  feed.child.kill('SIGCONT')
  const afterStopMs = await everybodyShows(crowd, feed, tvs)
  resident = Math.max(resident, during, (await feedMemory(feed.url)).resident)

  const eachMb = Math.max(0, during - before) / stoppedTvs
  sayFigures(
    `all on after ${seconds(firstMs)} s; back after ${back.map(seconds).join(', ')} s; a change is on all of them within ${seconds(changeMs)} s; the feed holds ${Math.round(resident)} MB at most`,
  )
  sayFigures(
    `${stoppedTvs} TVs that stop are noticed after ${seconds(feedNoticesMs)} s and cost the feed ${eachMb.toFixed(2)} MB each; a feed that stops is noticed by all after ${seconds(tvsNoticeMs)} s, and all are back ${seconds(afterStopMs)} s after it goes on`,
  )
  await crowd.end()
  expect(await feed.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
  expect(Math.max(...back, afterStopMs)).toBeLessThanOrEqual(backWithinMs)
  expect(resident).toBeLessThanOrEqual(mostResidentMb)
  expect(eachMb).toBeLessThanOrEqual(mostStoppedMb)
  expect(Math.max(feedNoticesMs, tvsNoticeMs)).toBeLessThanOrEqual(noticedWithinMs)
})
