// Takeovers by the hundred on one wall, of every design, each joined as its figure lands: they leave the page's heap where it
// was, and that of the thread that paints confetti. FLOORBOARD_TAKEOVERS says how many (500). Measured as scenes are
// (`bench/tv-memory.bench.ts`): after all of them against after a few, since what runs often is compiled first.
import { expect, test } from 'vitest'
import { openTab, pause, type Tab } from '../../bench/tab.ts'
import { picture } from '../../renderer/boards/leaderboard/gallery-states.ts'
import { celebrationStates } from '../../renderer/gallery/celebrations/celebration-states.ts'
import { rendererFolder } from '../built.ts'
import { sayFigures } from '../figures.ts'
import { openBrowser, rehearsed, settled } from '../pictures/wall-browser.ts'
import { openWallFeed } from '../pictures/wall-feed.ts'
import { type WorkerHeap, watchWorkerHeap } from './worker-heap.ts'

const takeovers = Number(process.env['FLOORBOARD_TAKEOVERS'] ?? 500)
const few = Math.max(10, Math.round(takeovers / 10))
const mostGrowth = 1.1

/** It is joined so long after its start: confetti is in the air, the figure comes to rest. */
const joinedAtMs = 2600
const shownMs = 450
const afterMs = 100

const designs = celebrationStates.filter(({ view }) => view.media === null)

interface Heap {
  readonly all: number
  readonly compiled: number
  readonly worker: number
}

const rested = async (tab: Tab, worker: WorkerHeap): Promise<Heap> => {
  await pause(6000)
  return { all: await tab.heapMb(), compiled: await tab.compiledMb(), worker: await worker.mb() }
}

test(`${takeovers} takeovers leave the heap of a wall where it was`, async () => {
  const feed = await openWallFeed(rendererFolder)
  feed.show([picture])
  const browser = await openBrowser()
  const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`)
  const worker = await watchWorkerHeap(tab.page)
  await settled(tab.page, picture)
  await rehearsed(tab.page)

  const play = async (from: number, to: number): Promise<void> => {
    for (let nth = from; nth < to; nth += 1) {
      const design = designs[nth % designs.length]
      if (!design) throw new Error('no design')
      const startsAt = Date.now() - joinedAtMs
      feed.celebrateAt(
        {
          id: `takeover ${nth}`,
          ms: joinedAtMs + shownMs,
          view: design.view,
          sound: null,
          isTest: false,
          silent: false,
        },
        startsAt,
      )
      await pause(shownMs + afterMs)
    }
    await tab.page.locator('.takeover').waitFor({ state: 'detached' })
  }
  await play(0, few)
  const before = await rested(tab, worker)
  await play(few, takeovers)
  const after = await rested(tab, worker)

  const shown = feed.celebrated.length
  const mb = (of: (heap: Heap) => number) => `${of(before).toFixed(2)} → ${of(after).toFixed(2)} MB`
  sayFigures(
    `${shown} takeovers shown; heap of the wall ${mb(({ all }) => all)} after ${few} and after all, all but compiled code ${mb(({ all, compiled }) => all - compiled)}; of the thread that paints confetti ${mb(({ worker: of }) => of)}`,
  )
  // On a busy machine one may come after its own end.
  expect(shown).toBeGreaterThan(0.9 * takeovers)
  expect(after.all / before.all).toBeLessThanOrEqual(mostGrowth)
  expect(after.worker / before.worker).toBeLessThanOrEqual(mostGrowth)

  await tab.close()
  await browser.close()
  await feed.close()
})
