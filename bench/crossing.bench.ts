// Somebody passes their goal on a wall at a quarter of its speed, a team passes its own, and the last one theirs: the longest
// task of the main thread, by the processor time that it takes, so that what else the machine does is not in it; and how much of
// that is script of ours. And how many frames the wall asks for once the light is out.
import type { Browser } from '@playwright/test'
import { z } from 'zod'
import type { Change, Changed } from '../renderer/gallery/changes.ts'
import { openBrowser, rehearsed, settled } from '../test/pictures/wall-browser.ts'
import { openWallFeed, type WallFeed } from '../test/pictures/wall-feed.ts'
import { openCatalogue, openChanges } from './gallery-catalogue.ts'
import { atMost, type BenchResult } from './result.ts'
import { openTab, pause } from './tab.ts'

export const name = 'Crossing of a goal'

const watches = 2
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

/** Of the browser's trace: µs; `tdur` is processor time of the thread. */
const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.number().optional(),
      args: z.object({ name: z.unknown() }).partial().optional(),
    }),
  ),
})

const scripts = new Set([
  'FunctionCall',
  'EvaluateScript',
  'FireAnimationFrame',
  'TimerFire',
  'RunMicrotasks',
])

/** The longest task of any page's main thread, and the longest piece of script in one, ms of processor time. */
const longestIn = (trace: Buffer): { readonly task: number; readonly script: number } => {
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString('utf8')))
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const longest = (isOne: (name: string) => boolean): number =>
    traceEvents
      .filter(({ name, pid, tid }) => isOne(name) && mains.has(`${pid} ${tid}`))
      .reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0)
  return { task: longest((name) => name === 'RunTask'), script: longest((name) => scripts.has(name)) }
}

const watched: readonly (readonly [kind: 'leaderboard' | 'team-goal', change: Change])[] = [
  ['leaderboard', 'crossing'],
  ['leaderboard', 'team goal'],
  ['leaderboard', 'everybody'],
  ['team-goal', 'team goal'],
]

interface Seen {
  readonly task: number
  readonly script: number
  readonly frames: number
}

const watch = async (browser: Browser, feed: WallFeed, { before, after }: Changed): Promise<Seen> => {
  feed.show([before], { volume: 0.5, seconds: 3600 })
  const tab = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: countFrames })
  await settled(tab.page, before)
  await rehearsed(tab.page)
  await tab.throttle(throttle)
  await pause(500)
  await browser.startTracing(tab.page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
  })
  feed.change(after)
  await pause(crossingMs)
  const longest = longestIn(await browser.stopTracing())
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
      const most = (of: (each: Seen) => number): number => Math.max(...seen.map(of))
      const label =
        change === 'crossing' ? change : `crossing of ${change === 'everybody' ? 'the last' : 'the team'}`
      results.push(
        atMost(
          `${kind}, ${label}: longest task in processor time ÷ ${longTaskMs} ms`,
          1,
          most(({ task }) => task) / longTaskMs,
          `${seen.map(({ task }) => task.toFixed(0)).join(', ')} ms in ${watches} watches`,
        ),
        atMost(
          `${kind}, ${label}: longest piece of script ÷ ${longTaskMs} ms`,
          1,
          most(({ script }) => script) / longTaskMs,
          `${seen.map(({ script }) => script.toFixed(0)).join(', ')} ms`,
        ),
        atMost(
          `${kind}, ${label}: frames asked for afterwards, ${restMs / 1000} s (count)`,
          0,
          most(({ frames }) => frames),
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
