// Every kind of board with fifty subjects on it, ten changes a second and a quarter of the speed, and its pages turn:
// the longest that the main thread is taken at a stretch. Over 50 ms is what a browser calls a long task. Watched three
// times, each told, since a machine with other guests is slower by half for seconds at a time; the longest of all counts.

import { withSoManyRows } from '../renderer/gallery/awkward.ts'
import { kinds, ordinaryOf } from '../renderer/gallery/catalogue.ts'
import { earlier } from '../renderer/gallery/earlier.ts'
import type { BoardView } from '../shared/wire/view.ts'
import { openBrowser, settled } from '../test/pictures/wall-browser.ts'
import { openWallFeed } from '../test/pictures/wall-feed.ts'
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

/** One subject has the numbers of a moment ago, and has changed places with the next. */
const withOneChanged = (view: BoardView, before: BoardView, turn: number): BoardView => {
  if (!('rows' in view) || !('rows' in before)) return turn % 2 === 0 ? before : view
  const ids = Object.keys(view.rows)
  const [id, next] = [ids[turn % ids.length] ?? '', ids[(turn + 1) % ids.length] ?? '']
  const rows: Readonly<Record<string, Placed>> = view.rows
  const past: Readonly<Record<string, Placed>> = before.rows
  const [one, other, old] = [rows[id], rows[next], past[id]]
  if (!one || !other || !old) return view
  const changed = { ...rows, [id]: { ...old, place: other.place }, [next]: { ...other, place: one.place } }
  return { ...view, rows: changed } as BoardView
}

export const run = async (): Promise<BenchResult[]> => {
  const browser = await openBrowser()
  const feed = await openWallFeed('dist/renderer')
  const results: BenchResult[] = []
  try {
    for (const kind of kinds) {
      const view = withSoManyRows(ordinaryOf(kind), subjects)
      const before = earlier(view)
      feed.show([view], { seconds: sceneSeconds })
      const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: watchLongTasks })
      await settled(tab.page, view)
      const rush = async (from: number) => {
        for (let turn = from; turn < from + changes; turn += 1) {
          feed.change(withOneChanged(view, before, turn))
          await pause(everyMs)
        }
      }
      // What runs for the first time is compiled; a wall runs all day.
      await rush(0)
      await tab.throttle(throttle)
      await pause(500)
      // Of each watch, ms; 0 where none was long.
      const longest: number[] = []
      for (let watch = 1; watch <= watches; watch += 1) {
        await tab.page.evaluate(() => window.longTasks.splice(0))
        await rush(watch * changes)
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
