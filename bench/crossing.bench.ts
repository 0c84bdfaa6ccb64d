// Somebody passes their goal on a wall at a quarter of its speed, a team passes its own, and the last one theirs: how long the
// main thread is busy without a pause; more than 50 ms is what a browser calls a long task. And how many frames the wall asks
// for once the light is out.
import type { Browser } from '@playwright/test'
import type { Change, Changed } from '../renderer/gallery/changes.ts'
import { openBrowser, rehearsed, settled } from '../test/pictures/wall-browser.ts'
import { openWallFeed, type WallFeed } from '../test/pictures/wall-feed.ts'
import { openCatalogue, openChanges } from './gallery-catalogue.ts'
import { atMost, type BenchResult } from './result.ts'
import { openTab, pause } from './tab.ts'

export const name = 'Crossing of a goal'

const watches = 3
const throttle = 4
const longTaskMs = 50
/** Until the band is gone and the rows have closed again. */
const crossingMs = 6000
/** A team that passed its goal has the room for longer. */
const roomMs = 20_000
const restMs = 5000

declare global {
  interface Window {
    longTasksOfCrossing: number[]
    framesOfCrossing: number
  }
}

const watchPage = (): void => {
  window.longTasksOfCrossing = []
  window.framesOfCrossing = 0
  new PerformanceObserver((list) => {
    window.longTasksOfCrossing.push(...list.getEntries().map(({ duration }) => Math.round(duration)))
  }).observe({ type: 'longtask' })
  const ask = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (callback) => {
    window.framesOfCrossing += 1
    return ask(callback)
  }
}

const watched: readonly (readonly [kind: 'leaderboard' | 'team-goal', change: Change])[] = [
  ['leaderboard', 'crossing'],
  ['leaderboard', 'team goal'],
  ['leaderboard', 'everybody'],
  ['team-goal', 'team goal'],
]

interface Seen {
  readonly longMs: readonly number[]
  readonly frames: number
}

const watch = async (
  browser: Browser,
  feed: WallFeed,
  { before, after }: Changed,
  ms: number,
): Promise<Seen> => {
  feed.show([before], { volume: 0.5, seconds: 3600 })
  const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: watchPage })
  await settled(tab.page, before)
  await rehearsed(tab.page)
  await tab.throttle(throttle)
  await pause(500)
  await tab.page.evaluate(() => window.longTasksOfCrossing.splice(0))
  feed.change(after)
  await pause(ms)
  const longMs = await tab.page.evaluate(() => window.longTasksOfCrossing)
  const asked = () => tab.page.evaluate(() => window.framesOfCrossing)
  const first = await asked()
  await pause(restMs)
  const frames = (await asked()) - first
  await tab.close()
  return { longMs, frames }
}

export const run = async (): Promise<BenchResult[]> => {
  // As the kiosk starts it: nobody ever touches a wall.
  const browser = await openBrowser(['--autoplay-policy=no-user-gesture-required'])
  const feed = await openWallFeed('dist/renderer')
  const { ordinaryOf, statesOf } = await openCatalogue()
  const { changeOf } = await openChanges()
  const results: BenchResult[] = []
  try {
    for (const [kind, change] of watched) {
      const view = ordinaryOf(kind)
      const changed = changeOf(view, change, (state) =>
        statesOf(kind).find(({ id }) => id === `${view.id}-${state}`),
      )
      if (changed === null) throw new Error(`a ${kind} board has no ${change}`)
      const seen: Seen[] = []
      for (let nth = 1; nth <= watches; nth += 1)
        seen.push(await watch(browser, feed, changed, change === 'team goal' ? roomMs + 2000 : crossingMs))
      const label =
        change === 'crossing' ? change : `crossing of ${change === 'everybody' ? 'the last' : 'the team'}`
      results.push(
        atMost(
          `${kind}, ${label}: longest task ÷ ${longTaskMs} ms`,
          1,
          Math.max(0, ...seen.flatMap(({ longMs }) => longMs)) / longTaskMs,
          `${seen.map(({ longMs }) => (longMs.length === 0 ? 'none' : longMs.join(' and '))).join('; ')} ms in ${watches} watches`,
        ),
        atMost(
          `${kind}, ${label}: frames asked for afterwards, ${restMs / 1000} s (count)`,
          0,
          Math.max(...seen.map(({ frames }) => frames)),
          '',
        ),
      )
    }
  } finally {
    await feed.close()
    await browser.close()
  }
  return results
}
