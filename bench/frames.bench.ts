// Fifty rows change places: the main-thread time that takes, against the same rows moved by plain CSS transitions, and
// against the `layout` prop of motion. And a board at rest, against an empty page.
import type { Browser } from '@playwright/test'
import { picture } from '../renderer/boards/leaderboard/gallery-states.ts'
import { openBrowser, settled } from '../test/pictures/wall-browser.ts'
import { openWallFeed } from '../test/pictures/wall-feed.ts'
import { servePeers } from './peers/build-peers.ts'
import { atMost, type BenchResult, median } from './result.ts'
import { openTab, pause, serveFolder, type Tab } from './tab.ts'

export const name = 'Frames of a TV'

const rounds = 7
/** The engine compiles what runs often; a wall has run for days. */
const warmUps = 12
const reorders = 4
/** A reorder travels for 800 ms. */
const everyMs = 1100
const sides = ['ours', 'css', 'spare', 'layout'] as const
type Side = (typeof sides)[number]
type BySide = Record<Side, number>

const bySide = async (tabs: Record<Side, Tab>, measure: (tab: Tab) => Promise<number>): Promise<BySide> => {
  const found: BySide = { ours: 0, css: 0, spare: 0, layout: 0 }
  for (const side of sides) found[side] = await measure(tabs[side])
  return found
}

/** Main-thread ms a reorder. */
const costOf = async (tab: Tab): Promise<number> => {
  const before = await tab.busyMs()
  await tab.page.evaluate(([times, every]) => window.reorder(times, every), [reorders, everyMs] as const)
  return ((await tab.busyMs()) - before) / reorders
}

/** Inline styles written between the second frame of a reorder and its end. */
const styleWrites = ({ page }: Tab): Promise<number> =>
  page.evaluate(async (every) => {
    let writes = 0
    const watch = new MutationObserver((changes) => {
      writes += changes.length
    })
    const ends = window.reorder(1, every)
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['style'] })
    await ends
    watch.disconnect()
    return writes
  }, everyMs)

const openSide = async (browser: Browser, url: string, side: Side): Promise<Tab> => {
  const tab = await openTab(browser, `${url}/?side=${side}`)
  await tab.page.waitForFunction(() => 'reorder' in window)
  await tab.page.evaluate(([times, every]) => window.reorder(times, every), [warmUps, everyMs] as const)
  return tab
}

const reordering = async (browser: Browser): Promise<BenchResult[]> => {
  const peers = await servePeers()
  const [ours, css, spare, layout] = await Promise.all(
    sides.map((side) => openSide(browser, peers.url, side)),
  )
  if (!ours || !css || !spare || !layout) throw new Error('a side is missing')
  const tabs = { ours, css, spare, layout }
  const results: BenchResult[] = []
  for (const rate of [1, 4]) {
    for (const tab of Object.values(tabs)) await tab.throttle(rate)
    const found: BySide[] = []
    for (let round = 0; round < rounds; round++) found.push(await bySide(tabs, costOf))
    const of = (side: Side): number => median(found.map((costs) => costs[side]))
    const against = (peer: Side): number => median(found.map((costs) => costs.ours / costs[peer]))
    const figures = (peer: Side): string => `${of('ours').toFixed(0)} against ${of(peer).toFixed(0)} ms`
    results.push(
      atMost(
        `${rate}×: main-thread time a reorder of 50 rows ÷ CSS transitions`,
        1.15,
        against('css'),
        `${figures('css')}; ${of('spare').toFixed(0)} ms for the sparest rows that say as much`,
      ),
      atMost(
        `${rate}×: main-thread time a reorder of 50 rows ÷ layout animation`,
        0.55,
        against('layout'),
        figures('layout'),
      ),
    )
  }
  for (const tab of Object.values(tabs)) await tab.throttle(1)
  const written = await bySide(tabs, styleWrites)
  results.push(
    atMost(
      'inline styles written while 50 rows travel (count)',
      0,
      written.ours,
      `CSS transitions ${written.css}, layout animation ${written.layout}`,
    ),
  )
  for (const tab of Object.values(tabs)) await tab.close()
  await peers.close()
  return results
}

declare global {
  interface Window {
    framesAskedFor: number
  }
}

const countFrames = (): void => {
  window.framesAskedFor = 0
  const ask = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (callback) => {
    window.framesAskedFor += 1
    return ask(callback)
  }
}

const slices = 5
const sliceMs = 4000

const idling = async (browser: Browser): Promise<BenchResult[]> => {
  const feed = await openWallFeed('dist/renderer')
  const nothing = await serveFolder('dist/renderer')
  feed.show([picture])
  const board = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: countFrames })
  const empty = await openTab(browser, `${nothing.url}/empty`)
  await settled(board.page, picture)
  // Past the last numbers' being kept, five seconds after they came.
  await pause(6000)
  const asked = () => board.page.evaluate(() => window.framesAskedFor)
  const framesBefore = await asked()
  const found: { board: number; empty: number }[] = []
  for (let slice = 0; slice < slices; slice++) {
    const before = { board: await board.busyMs(), empty: await empty.busyMs() }
    await pause(sliceMs)
    found.push({
      board: (await board.busyMs()) - before.board,
      empty: (await empty.busyMs()) - before.empty,
    })
  }
  const frames = (await asked()) - framesBefore
  await board.close()
  await empty.close()
  await feed.close()
  nothing.close()
  const sum = (side: 'board' | 'empty'): number => found.reduce((total, each) => total + each[side], 0)
  const seconds = (slices * sliceMs) / 1000
  return [
    atMost(`frames asked for by a board at rest, ${seconds} s (count)`, 0, frames, ''),
    atMost(
      `main-thread time of a board at rest ÷ an empty page, ${seconds} s`,
      2,
      median(found.map((each) => each.board / each.empty)),
      `${sum('board').toFixed(1)} against ${sum('empty').toFixed(1)} ms in all`,
    ),
  ]
}

export const run = async (): Promise<BenchResult[]> => {
  const browser = await openBrowser()
  try {
    return [...(await reordering(browser)), ...(await idling(browser))]
  } finally {
    await browser.close()
  }
}
