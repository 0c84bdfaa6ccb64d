// Somebody passes their goal on a wall at a quarter of its speed, a team passes its own, and the last one theirs: the longest
// task of the main thread, by the processor time that it takes, so that what else the machine does is not in it; and how much of
// that is script of ours. And how many frames the wall asks for once the light is out.
import type { Browser } from '@playwright/test'
import type { Change, Changed } from '../renderer/gallery/changes.ts'
import { openBrowser, rehearsed, settled } from '../test/pictures/wall-browser.ts'
import { openWallFeed, type WallFeed } from '../test/pictures/wall-feed.ts'
import { openCatalogue, openChanges } from './gallery-catalogue.ts'
import { type LongestTask, longestTaskDuring } from './longest-task.ts'
import { atMost, type BenchResult, median } from './result.ts'
import { openTab, pause } from './tab.ts'

export const name = 'Crossing of a goal'

/** The longest task wavers by a third from one watch to the next, also on a quiet machine: the median says what a crossing takes. */
const watches = 5
const throttle = 4
const longTaskMs = 50
/** Until the band is gone and the rows have closed again. */
const crossingMs = 6000
const restMs = 5000

declare global {
  interface Window {
    framesOfCrossing: number
  }
}

const countFrames = (): void => {
  window.framesOfCrossing = 0
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

interface Seen extends LongestTask {
  readonly frames: number
}

const watch = async (browser: Browser, feed: WallFeed, { before, after }: Changed): Promise<Seen> => {
  feed.show([before], { volume: 0.5, seconds: 3600 })
  const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: countFrames })
  await settled(tab.page, before)
  await rehearsed(tab.page)
  await tab.throttle(throttle)
  await pause(500)
  const longest = await longestTaskDuring(browser, tab.page, async () => {
    feed.change(after)
    await pause(crossingMs)
  })
  const asked = () => tab.page.evaluate(() => window.framesOfCrossing)
  const first = await asked()
  await pause(restMs)
  const frames = (await asked()) - first
  await tab.close()
  return { ...longest, frames }
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
      for (let nth = 1; nth <= watches; nth += 1) seen.push(await watch(browser, feed, changed))
      const label =
        change === 'crossing' ? change : `crossing of ${change === 'everybody' ? 'the last' : 'the team'}`
      results.push(
        atMost(
          `${kind}, ${label}: longest task in processor time ÷ ${longTaskMs} ms`,
          1,
          median(seen.map(({ task }) => task)) / longTaskMs,
          `${seen.map(({ task }) => task.toFixed(0)).join(', ')} ms in ${watches} watches`,
        ),
        atMost(
          `${kind}, ${label}: longest piece of script ÷ ${longTaskMs} ms`,
          1,
          median(seen.map(({ script }) => script)) / longTaskMs,
          `${seen.map(({ script }) => script.toFixed(0)).join(', ')} ms`,
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
