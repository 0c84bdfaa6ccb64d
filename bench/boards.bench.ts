// Every kind of board with fifty subjects on it, ten changes a second and a quarter of the speed, and its pages turn:
// how long the main thread is busy without a pause; more than 50 ms is what a browser calls a long task. Each board is
// watched three times, as a shared machine is slower by half for seconds at a time; the longest task of all counts.
import { withSoManyRows } from '../renderer/gallery/awkward.ts'
import { earlier } from '../renderer/gallery/earlier.ts'
import type { BoardView } from '../shared/wire/view.ts'
import { openBrowser, settled } from '../test/pictures/wall-browser.ts'
import { openWallFeed } from '../test/pictures/wall-feed.ts'
import { openCatalogue } from './gallery-catalogue.ts'
import { atMost, type BenchResult } from './result.ts'
import { openTab, pause } from './tab.ts'

export const name = 'Every board in a rush'

const subjects = 50
/** Four pages of the least that a page is on. */
const sceneSeconds = 24
const everyMs = 100
/** Longer than a page is on: one turns while it is watched. */
const changes = 70
const watches = 3
const throttle = 4
const longTaskMs = 50

declare global {
  interface Window {
    longTasks: number[]
  }
}

const watchLongTasks = (): void => {
  window.longTasks = []
  new PerformanceObserver((list) => {
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration))
  }).observe({ type: 'longtask' })
}

interface Placed {
  readonly place: number
}

/**
 * Makes the view with its next change: one subject takes the numbers of a moment ago, or when its turn comes again those
 * of now, and changes places with whoever is below. What changed before stays so: nobody else's numbers move.
 */
const changesOf = (view: BoardView, before: BoardView): (() => BoardView) => {
  let turn = -1
  if (!('rows' in view) || !('rows' in before)) {
    return () => {
      turn += 1
      return turn % 2 === 0 ? before : view
    }
  }
  const [now, past]: readonly Readonly<Record<string, Placed>>[] = [view.rows, before.rows]
  const ids = Object.keys(view.rows)
  let rows: Readonly<Record<string, Placed>> = view.rows
  return () => {
    turn += 1
    const id = ids[turn % ids.length] ?? ''
    const numbers = Math.floor(turn / ids.length) % 2 === 0 ? past?.[id] : now?.[id]
    const place = rows[id]?.place
    if (!numbers || place === undefined) return view
    const [other, row] = Object.entries(rows).find(([, each]) => each.place === place + 1) ?? []
    rows =
      other === undefined || row === undefined
        ? { ...rows, [id]: { ...numbers, place } }
        : { ...rows, [id]: { ...numbers, place: place + 1 }, [other]: { ...row, place } }
    return { ...view, rows } as BoardView
  }
}

export const run = async (): Promise<BenchResult[]> => {
  const browser = await openBrowser()
  const { kinds, ordinaryOf } = await openCatalogue()
  const feed = await openWallFeed('dist/renderer')
  const results: BenchResult[] = []
  try {
    for (const kind of kinds) {
      const view = withSoManyRows(ordinaryOf(kind), subjects)
      const nextChange = changesOf(view, earlier(view))
      feed.show([view], { seconds: sceneSeconds })
      const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: watchLongTasks })
      await settled(tab.page, view)
      const rush = async () => {
        for (let change = 0; change < changes; change += 1) {
          feed.change(nextChange())
          await pause(everyMs)
        }
      }
      // What runs for the first time is compiled; a wall runs all day.
      await rush()
      await tab.throttle(throttle)
      await pause(500)
      // Of each watch, ms; 0 where none was long.
      const longest: number[] = []
      for (let watch = 1; watch <= watches; watch += 1) {
        await tab.page.evaluate(() => window.longTasks.splice(0))
        await rush()
        longest.push(Math.max(0, ...(await tab.page.evaluate(() => window.longTasks))))
      }
      results.push(
        atMost(
          `longest task of a ${kind} board ÷ ${longTaskMs} ms`,
          1,
          Math.max(...longest) / longTaskMs,
          `${longest.map((ms) => (ms === 0 ? 'none' : Math.round(ms))).join(', ')} in ${watches} watches`,
        ),
      )
      await tab.close()
    }
  } finally {
    await feed.close()
    await browser.close()
  }
  return results
}
