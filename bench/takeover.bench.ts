// A takeover of each design on a wall at a quarter of its speed, told as late as the feed ever tells of one: the
// longest task of the main thread, by the processor time that it takes; more than 50 ms is what a browser calls a long one. Each
// is watched three times on a page that has shown none before it, since a big deal may be the first of the day.
import type { Browser } from '@playwright/test'
import { picture } from '../renderer/boards/leaderboard/gallery-states.ts'
import {
  type CelebrationState,
  celebrationStates,
} from '../renderer/gallery/celebrations/celebration-states.ts'
import { openBrowser, rehearsed, settled } from '../test/pictures/wall-browser.ts'
import { openWallFeed, type WallFeed } from '../test/pictures/wall-feed.ts'
import { longestTaskDuring } from './longest-task.ts'
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

/** One of each design: the first, and so the plainest. */
const designs = celebrationStates.filter(
  (state) => celebrationStates.find(({ view }) => view.look === state.view.look) === state,
)

/** Their names have stood on a board before: the fonts of these letters are there. */
const knowLetters = async (names: string): Promise<void> => {
  const shown = document.body.appendChild(document.createElement('p'))
  shown.textContent = names
  shown.getBoundingClientRect()
  await document.fonts.ready
  shown.remove()
}

/** Ms. */
const watch = async (browser: Browser, feed: WallFeed, { id, view }: CelebrationState): Promise<number> => {
  const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`)
  await settled(tab.page, picture)
  await rehearsed(tab.page)
  await tab.page.evaluate(knowLetters, view.people.map(({ face }) => face.name).join())
  await tab.throttle(throttle)
  await pause(500)
  const { task } = await longestTaskDuring(browser, tab.page, async () => {
    feed.celebrate({ id, view, ms: takeoverMs, sound: 'own:gong', isTest: false, silent: false })
    await pause(takeoverMs + afterMs)
  })
  await tab.close()
  return task
}

export const run = async (): Promise<BenchResult[]> => {
  // As the kiosk starts it: nobody ever touches a wall.
  const browser = await openBrowser(['--autoplay-policy=no-user-gesture-required'])
  const feed = await openWallFeed('dist/renderer')
  feed.show([picture], { volume: 0.5 })
  const results: BenchResult[] = []
  try {
    for (const design of designs) {
      const seen: number[] = []
      for (let nth = 1; nth <= watches; nth += 1) seen.push(await watch(browser, feed, design))
      results.push(
        atMost(
          `longest task of a ${design.view.look} takeover in processor time ÷ ${longTaskMs} ms`,
          1,
          Math.max(...seen) / longTaskMs,
          `${seen.map((ms) => ms.toFixed(0)).join(', ')} ms in ${watches} watches`,
        ),
      )
    }
  } finally {
    await feed.close()
    await browser.close()
  }
  return results
}
