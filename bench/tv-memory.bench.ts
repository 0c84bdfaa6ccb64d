// What a TV holds after a long day: its heap after many reorders and many scenes against that after a few, and our
// rows against the least that CSS transitions need.
import type { Browser } from '@playwright/test'
import { views } from '../renderer/gallery/states/states.ts'
import { openBrowser } from '../test/pictures/wall-browser.ts'
import { openWallFeed } from '../test/pictures/wall-feed.ts'
import { servePeers } from './peers/build-peers.ts'
import { atMost, type BenchResult } from './result.ts'
import { openTab, pause, type Tab } from './tab.ts'
import { boardOf, turned } from './views-of-fifty.ts'

export const name = 'Memory of a TV'

const few = 50
const many = 1000
/** Retargets rows that still travel, as a rush does. */
const everyMs = 60

interface Heaps {
  readonly afterFew: number
  readonly afterMany: number
}

const growth = (what: string, goal: number, { afterFew, afterMany }: Heaps): BenchResult =>
  atMost(what, goal, afterMany / afterFew, `${afterMany.toFixed(2)} against ${afterFew.toFixed(2)} MB`)

/** After the last motion, and whatever is put off for some seconds. */
const rested = async (tab: Tab): Promise<number> => {
  await pause(6000)
  return tab.heapMb()
}

const tvReordering = async (browser: Browser): Promise<Heaps> => {
  const feed = await openWallFeed('dist/renderer')
  const board = boardOf(50)
  feed.show([board])
  const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`)
  await tab.page.locator('.leader').first().waitFor()
  const reorder = async (from: number, to: number) => {
    for (let turn = from; turn < to; turn++) {
      feed.change(turned(board, turn))
      await pause(everyMs)
    }
  }
  await reorder(1, few)
  const afterFew = await rested(tab)
  await reorder(few, many)
  const afterMany = await rested(tab)
  await tab.close()
  await feed.close()
  return { afterFew, afterMany }
}

const rowsReordering = async (browser: Browser, url: string, side: 'ours' | 'css'): Promise<Heaps> => {
  const tab = await openTab(browser, `${url}/?side=${side}`)
  await tab.page.waitForFunction(() => 'reorder' in window)
  const reorder = (times: number) =>
    tab.page.evaluate(([count, every]) => window.reorder(count, every), [times, everyMs] as const)
  await reorder(few)
  const afterFew = await rested(tab)
  await reorder(many - few)
  const afterMany = await rested(tab)
  await tab.close()
  return { afterFew, afterMany }
}

const scenesFew = 50
const scenesMany = 500
/** A scene of three seconds is over in 150 ms. */
const hurry = 20

declare global {
  interface Window {
    scenesSeen: number
  }
}

/** The page's own time runs faster; the feed tells it the hour only now and then. */
const hurryTime = (): void => {
  const running = performance.now.bind(performance)
  performance.now = () => running() * 20
  const later = window.setTimeout.bind(window)
  Object.assign(window, { setTimeout: (work: () => void, ms = 0) => later(work, ms / 20) })
  window.scenesSeen = 0
  let last: string | null = null
  new MutationObserver(() => {
    const board = document.querySelector('.scene:not([data-leaving])')?.getAttribute('data-board') ?? null
    if (board === last) return
    last = board
    window.scenesSeen += 1
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-leaving'],
  })
}

const sceneChanges = async (browser: Browser): Promise<Heaps> => {
  const feed = await openWallFeed('dist/renderer')
  const kinds = ['team-progress', 'over-the-line']
  feed.show([boardOf(50), ...views.filter(({ id }) => kinds.includes(id))], { seconds: 3 })
  const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: hurryTime })
  await tab.hurryAnimations(hurry)
  const heapAfter = async (scenes: number): Promise<number> => {
    await tab.page.waitForFunction((count) => window.scenesSeen >= count, scenes, { timeout: 180_000 })
    return tab.heapMb()
  }
  const afterFew = await heapAfter(scenesFew)
  const afterMany = await heapAfter(scenesMany)
  await tab.close()
  await feed.close()
  return { afterFew, afterMany }
}

export const run = async (): Promise<BenchResult[]> => {
  const peers = await servePeers()
  const browser = await openBrowser()
  try {
    const [tv, ours, css] = await Promise.all([
      tvReordering(browser),
      rowsReordering(browser, peers.url, 'ours'),
      rowsReordering(browser, peers.url, 'css'),
    ])
    const scenes = await sceneChanges(browser)
    return [
      growth(`heap of the TV after ${many} reorders ÷ after ${few}`, 1.1, tv),
      growth(`heap of 50 rows after ${many} reorders ÷ after ${few}`, 1.1, ours),
      atMost(
        'heap of 50 rows of ours ÷ of CSS transitions',
        1.3,
        ours.afterMany / css.afterMany,
        `${ours.afterMany.toFixed(2)} against ${css.afterMany.toFixed(2)} MB`,
      ),
      growth(`heap of the TV after ${scenesMany} scenes ÷ after ${scenesFew}`, 1.1, scenes),
    ]
  } finally {
    await browser.close()
    await peers.close()
  }
}
