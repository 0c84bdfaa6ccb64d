// A feed and a wall under load for FLOORBOARD_SOAK_SECONDS (240): neither holds more at the end than after its first
// quarter, and the wall then shows letter for letter what one that has just come up shows.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { median } from '../../bench/result.ts'
import { openTab, type Tab } from '../../bench/tab.ts'
import { spawnFeed } from '../durability/feed-process.ts'
import { sayFigures } from '../figures.ts'
import { openBrowser } from '../pictures/wall-browser.ts'
import { feedMemory } from './feed-memory.ts'
import { applyProofFloor, callNow, postFacts, wonNow } from './floor.ts'

const seconds = Number(process.env['FLOORBOARD_SOAK_SECONDS'] ?? 240)
/** Facts a second; each says another word of one of so many keys, so that what stands does not grow. */
const factsPerSecond = 100
const keys = 2000
const postsPerSecond = 5
/** Of what was held after the first quarter; what runs often is compiled once more, which takes some of it. */
const mostGrowth = 1.2
const slackMb = 15

const reps = ['priya', 'marcus', 'elena']

const wordsOn = (tab: Tab) => tab.page.locator('.scene:not([data-leaving])').textContent()

test(`a feed and a wall hold no more after ${seconds} seconds of ${factsPerSecond} facts each`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-soak-'))
  const feed = await spawnFeed(folder)
  await applyProofFloor(feed.url)
  const browser = await openBrowser()
  const address = `${feed.url}/tv/?screen=wall`
  const tab = await openTab(browser, address)
  const complaints: string[] = []
  tab.page.on('pageerror', (error) => complaints.push(error.message))

  let sent = 0
  const say = (): object => {
    sent += 1
    const key = (sent * 7) % keys
    const rep = reps[key % reps.length] ?? 'priya'
    // Deals are said once: each further word of one would be a line of its history.
    return sent <= 300 ? wonNow(`d-${sent}`, rep, (sent % 90) + 10) : callNow(`c-${key}`, rep, sent % 600)
  }
  const samples: { readonly at: number; readonly resident: number; readonly heap: number }[] = []
  const heaps: { readonly at: number; readonly mb: number }[] = []
  const startedAt = performance.now()
  const runFor = () => (performance.now() - startedAt) / 1000
  let nextSample = 0
  while (runFor() < seconds) {
    await postFacts(feed.url, Array.from({ length: factsPerSecond / postsPerSecond }, say))
    if (runFor() >= nextSample) {
      nextSample = runFor() + Math.max(2, seconds / 60)
      samples.push({ at: runFor(), ...(await feedMemory(feed.url)) })
      heaps.push({ at: runFor(), mb: await tab.heapMb() })
    }
    await sleep(1000 / postsPerSecond)
  }

  const quarter = <Sample extends { readonly at: number }>(list: readonly Sample[], nth: number) =>
    list.filter(({ at }) => at >= (seconds / 4) * nth && at < (seconds / 4) * (nth + 1))
  const grown = (list: readonly { readonly at: number; readonly mb: number }[]) => ({
    early: median(quarter(list, 1).map(({ mb }) => mb)),
    late: median(quarter(list, 3).map(({ mb }) => mb)),
  })
  const resident = grown(samples.map(({ at, resident: mb }) => ({ at, mb })))
  const heap = grown(samples.map(({ at, heap: mb }) => ({ at, mb })))
  const wall = grown(heaps)
  const mb = ({ early, late }: { readonly early: number; readonly late: number }) =>
    `${early.toFixed(1)} → ${late.toFixed(1)} MB`
  const sizeOf = (name: string) => statSync(join(folder, name)).size / 1e6
  const logMb = sizeOf('floor.db') + sizeOf('floor.db-wal')
  sayFigures(
    `${sent} facts; the feed holds ${mb(resident)}, of it heap ${mb(heap)}; the wall's heap ${mb(wall)}; the log is ${logMb.toFixed(0)} MB`,
  )
  for (const { early, late } of [resident, heap, wall])
    expect(late).toBeLessThan(early * mostGrowth + slackMb)

  const fresh = await openTab(browser, address)
  await fresh.page.locator('.scene').first().waitFor()
  await expect
    .poll(async () => (await wordsOn(fresh)) === (await wordsOn(tab)), { timeout: 30_000, interval: 500 })
    .toBe(true)
  expect(complaints).toEqual([])

  await browser.close()
  expect(await feed.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})
