// A takeover of each design on a wall at a quarter of its speed, told as late as the feed ever tells of one: how long the
// main thread is busy without a pause; more than 50 ms is what a browser calls a long task. Each is watched three times on a
// page that has shown none before it, since a big deal may be the first of the day.
import type { Browser } from '@playwright/test'
import { picture } from '../renderer/boards/leaderboard/gallery-states.ts'
import {
  type CelebrationState,
  celebrationStates,
} from '../renderer/gallery/celebrations/celebration-states.ts'
import { openBrowser, rehearsed, settled } from '../test/pictures/wall-browser.ts'
import { openWallFeed, type WallFeed } from '../test/pictures/wall-feed.ts'
import { atMost, type BenchResult } from './result.ts'
import { openTab, pause } from './tab.ts'

export const name = 'Takeover'

const watches = 3
const throttle = 4
const longTaskMs = 50
/** Long enough for all beats, with a leader's words. */
const takeoverMs = 8000
/** Until nothing of it is left to be done. */
const afterMs = 1000

declare global {
  interface Window {
    /** Epoch ms by the browser's steady clock, and ms. */
    longTasksOfTakeover: { readonly at: number; readonly ms: number }[]
  }
}

const watchLongTasks = (): void => {
  window.longTasksOfTakeover = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.longTasksOfTakeover.push({ at: performance.timeOrigin + startTime, ms: duration })
  }).observe({ type: 'longtask' })
}

/** One of each design: the first, and so the plainest. */
const designs = celebrationStates.filter(
  (state) => celebrationStates.find(({ view }) => view.look === state.view.look) === state,
)

interface LongTask {
  readonly ms: number
  /** After the start of the takeover; below 0 before it. */
  readonly atMs: number
}

const watch = async (
  browser: Browser,
  feed: WallFeed,
  { id, view }: CelebrationState,
): Promise<readonly LongTask[]> => {
  const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: watchLongTasks })
  await settled(tab.page, picture)
  await rehearsed(tab.page)
  await tab.throttle(throttle)
  await pause(500)
  await tab.page.evaluate(() => window.longTasksOfTakeover.splice(0))
  const told = { id, view, ms: takeoverMs, sound: 'own:gong', isTest: false, silent: false }
  const startsAt = feed.celebrate(told)
  await pause(takeoverMs + afterMs)
  const found = await tab.page.evaluate(() => window.longTasksOfTakeover)
  await tab.close()
  return found.map(({ at, ms }) => ({ ms: Math.round(ms), atMs: Math.round(at - startsAt) }))
}

const said = (found: readonly LongTask[]): string =>
  found.length === 0 ? 'none' : found.map(({ ms, atMs }) => `${ms} at ${atMs}`).join(' and ')

export const run = async (): Promise<BenchResult[]> => {
  // As the kiosk starts it: nobody ever touches a wall.
  const browser = await openBrowser(['--autoplay-policy=no-user-gesture-required'])
  const feed = await openWallFeed('dist/renderer')
  feed.show([picture], { volume: 0.5 })
  const results: BenchResult[] = []
  try {
    for (const design of designs) {
      const seen: (readonly LongTask[])[] = []
      for (let nth = 1; nth <= watches; nth += 1) seen.push(await watch(browser, feed, design))
      results.push(
        atMost(
          `longest task of a ${design.view.look} takeover ÷ ${longTaskMs} ms`,
          1,
          Math.max(0, ...seen.flat().map(({ ms }) => ms)) / longTaskMs,
          `${seen.map(said).join('; ')} ms in ${watches} watches`,
        ),
      )
    }
  } finally {
    await feed.close()
    await browser.close()
  }
  return results
}
