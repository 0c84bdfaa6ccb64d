// A TV's heap after a long day: after many reorders and many scenes against after a few, and our rows against the same rows
// moved by plain CSS transitions. A part of all growth is code that the JavaScript engine compiles again to make it faster,
// until it has done so with all that runs often. The table says how much.
import type { Browser } from '@playwright/test'
import { withSoManyRows } from '../renderer/gallery/awkward.ts'
import { earlier } from '../renderer/gallery/earlier.ts'
import { openBrowser, settled } from '../test/pictures/wall-browser.ts'
import { openWallFeed } from '../test/pictures/wall-feed.ts'
import { openCatalogue } from './gallery-catalogue.ts'
import { servePeers } from './peers/build-peers.ts'
import { atMost, type BenchResult } from './result.ts'
import { openTab, pause, type Tab } from './tab.ts'
import { boardOf, turned } from './views-of-fifty.ts'

export const name = 'Memory of a TV'

const few = 50
const many = 1000
/** Retargets rows that still travel, as a rush does. */
const everyMs = 60

/** MB */
interface Heap {
  readonly all: number
  readonly compiled: number
}

interface Heaps {
  readonly afterFew: Heap
  readonly afterMany: Heap
}

const heapOf = async (tab: Tab): Promise<Heap> => ({
  all: await tab.heapMb(),
  compiled: await tab.compiledMb(),
})

const against = (many: number, few: number): string => `${many.toFixed(2)} against ${few.toFixed(2)} MB`

const growth = (what: string, goal: number, { afterFew, afterMany }: Heaps, peer?: Heaps): BenchResult =>
  atMost(
    what,
    goal,
    afterMany.all / afterFew.all,
    `${against(afterMany.all, afterFew.all)}; all but compiled code ${against(
      afterMany.all - afterMany.compiled,
      afterFew.all - afterFew.compiled,
    )}${peer ? `; CSS transitions ${against(peer.afterMany.all, peer.afterFew.all)}` : ''}`,
  )

/** After the last motion, and whatever is put off for some seconds. */
const rested = async (tab: Tab): Promise<Heap> => {
  await pause(6000)
  return heapOf(tab)
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

const rowsReordering = async (
  browser: Browser,
  url: string,
  side: 'ours' | 'css' | 'spare',
): Promise<Heaps> => {
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

const subjects = 50
/** Four pages of six seconds, as a wall shows them; over in 120 ms of the benchmark's time. */
const sceneSeconds = 24
const hurry = 200

declare global {
  interface Window {
    scenesSeen: number
  }
}

/** The page's own time runs faster, by as much as animations do; the feed tells it the hour only now and then. */
const hurryTime = (): void => {
  // Runs in the page, which does not know `hurry`.
  const times = 200
  const running = performance.now.bind(performance)
  performance.now = () => running() * times
  const later = window.setTimeout.bind(window)
  Object.assign(window, { setTimeout: (work: () => void, ms = 0) => later(work, ms / times) })
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

const scenesFew = 200
const scenesMany = 2000
const changeEveryMs = 5

/**
 * A board of each kind with fifty subjects, in turn and page by page, while numbers change; measured with one board on,
 * the same each time, and of one page: the browser holds on to what its last animations ran on until it draws again,
 * which would be a page more or less.
 */
const sceneChanges = async (browser: Browser): Promise<Heaps> => {
  const feed = await openWallFeed('dist/renderer')
  const { kinds, ordinaryOf } = await openCatalogue()
  const all = kinds.map((kind) => withSoManyRows(ordinaryOf(kind), subjects))
  const pasts = all.map(earlier)
  const board = boardOf(8)
  feed.show(all, { seconds: sceneSeconds })
  const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: hurryTime })
  await tab.hurryAnimations(hurry)
  const seen = (scenes: number) =>
    tab.page.waitForFunction((count) => window.scenesSeen >= count, scenes, { timeout: 600_000 })
  let turn = 0
  const changeOne = (): void => {
    const isPast = Math.floor(turn / all.length) % 2 === 0
    const view = (isPast ? pasts : all)[turn % all.length]
    if (view) feed.change(view)
    turn += 1
  }
  const heapAfter = async (scenes: number): Promise<Heap> => {
    const changing = setInterval(changeOne, changeEveryMs)
    await seen(scenes)
    clearInterval(changing)
    feed.show([board])
    await settled(tab.page, board)
    const heap = await rested(tab)
    feed.show(all, { seconds: sceneSeconds })
    return heap
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
    const [tv, ours, css, spare] = await Promise.all([
      tvReordering(browser),
      rowsReordering(browser, peers.url, 'ours'),
      rowsReordering(browser, peers.url, 'css'),
      rowsReordering(browser, peers.url, 'spare'),
    ])
    const scenes = await sceneChanges(browser)
    return [
      growth(`heap of the TV after ${many} reorders ÷ after ${few}`, 1.1, tv),
      growth(`heap of 50 rows after ${many} reorders ÷ after ${few}`, 1.1, ours, css),
      atMost(
        'heap of 50 rows of ours ÷ of CSS transitions',
        1.3,
        ours.afterMany.all / css.afterMany.all,
        `${against(ours.afterMany.all, css.afterMany.all)}; ${spare.afterMany.all.toFixed(2)} MB for the sparest rows that say as much`,
      ),
      growth(`heap of the TV after ${scenesMany} scenes of every board ÷ after ${scenesFew}`, 1.1, scenes),
    ]
  } finally {
    await browser.close()
    await peers.close()
  }
}
