// Counts what comes on in the wall's page, and measures the page from outside: by the shell, which Playwright does not lose
// when a page dies.
import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import { z } from 'zod'
import { eventually } from '../../eventually.ts'
import { inPage, pageProcess } from '../in-page.ts'
import type { KioskApp } from '../kiosk-app.ts'
import { measuredBoard } from './day-floor.ts'
import type { Sample } from './judge-day.ts'

/** Runs in the page. What it keeps is of one size. */
const watch = `(() => {
  const seen = { scenes: 0, takeovers: 0, boardSince: performance.now(), since: performance.now() }
  let board = null
  let takeover = null
  const look = () => {
    const now = document.querySelector('.scene:not([data-leaving])')?.getAttribute('data-board') ?? null
    if (now !== null && now !== board) {
      if (board !== null) seen.scenes += 1
      board = now
      seen.boardSince = performance.now()
    }
    const over = document.querySelector('.takeover-place')
    if (over !== null && over !== takeover?.deref()) {
      seen.takeovers += 1
      takeover = new WeakRef(over)
    }
    if (over === null) takeover = null
  }
  look()
  new MutationObserver(look).observe(document.body, {
    subtree: true, childList: true, attributes: true, attributeFilter: ['data-leaving'] })
  window.seenOnWall = () => ({ ...seen, seconds: (performance.now() - seen.since) / 1000 })
  window.isMeasurable = (wanted) => board === wanted && performance.now() - seen.boardSince > 1200 &&
    document.querySelector('.takeover-place, [data-leaving]') === null
})()`

const Seen = z.object({ scenes: z.number(), takeovers: z.number(), seconds: z.number() })
export type Seen = z.infer<typeof Seen>

/** A board is on, and what celebrates is loaded. */
const isReady = `document.querySelector('.scene') !== null &&
  performance.getEntriesByName('floorboard:celebrations-ready').length > 0`

export const beginToWatch = async (kiosk: KioskApp): Promise<void> => {
  await eventually(async () => expect(await inPage(kiosk.app, isReady)).toBe(true))
  await inPage(kiosk.app, watch)
}

export const seenOn = async (kiosk: KioskApp): Promise<Seen> =>
  Seen.parse(await inPage(kiosk.app, 'window.seenOnWall()'))

export const noTakeover = (kiosk: KioskApp): Promise<void> =>
  eventually(async () =>
    expect(await inPage(kiosk.app, "document.querySelector('.takeover-place') === null")).toBe(true),
  )

const Measured = z.object({
  metrics: z.array(z.object({ name: z.string(), value: z.number() })),
  result: z.object({ value: z.number() }),
})

/** News come and go with their faces, and a board's foot says now one thing and now another: they are no part of what the wall holds. */
const countPassing = `[...document.querySelectorAll('.board-foot, [data-new]:not(.board-foot [data-new])')].reduce((sum, passing) => {
  const nodes = document.createTreeWalker(passing)
  let count = 1
  while (nodes.nextNode() !== null) count += 1
  return sum + count
}, 0)`

/** Of the page: what its engine says, once everything unreachable is gone. */
const measurePage = async ({ app }: KioskApp) => {
  const { metrics, result } = Measured.parse(
    await app.evaluate(async ({ BrowserWindow }, expression) => {
      const says = BrowserWindow.getAllWindows()[0]?.webContents.debugger
      if (says === undefined) throw new Error('no window')
      if (!says.isAttached()) says.attach('1.3')
      await says.sendCommand('Performance.enable')
      // What the first collection frees may have kept other objects from being freed.
      for (let sweep = 0; sweep < 3; sweep += 1) await says.sendCommand('HeapProfiler.collectGarbage')
      const counted = await says.sendCommand('Performance.getMetrics')
      return {
        ...counted,
        ...(await says.sendCommand('Runtime.evaluate', { expression, returnByValue: true })),
      }
    }, countPassing),
  )
  const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
  return {
    heapMb: metric('JSHeapUsedSize') / 1e6,
    nodes: metric('Nodes') - result.value,
    listeners: metric('JSEventListeners'),
  }
}

/** Open files and sockets of a process; the fewest of some looks, since a file that is saved is open for a moment. */
const handlesOf = async (pid: number): Promise<number> => {
  let fewest = Number.POSITIVE_INFINITY
  for (let look = 0; look < 5; look += 1) {
    fewest = Math.min(fewest, readdirSync(`/proc/${pid}/fd`).length)
    await pause(40)
  }
  return fewest
}

/** The measured board stands, with nothing over it. */
const isMeasurable = (kiosk: KioskApp): Promise<unknown> =>
  inPage(kiosk.app, `window.isMeasurable('${measuredBoard}')`)

/** A slow machine may come too late, while the next board already comes on: it looks again the next time. */
const looks = 5

const measureStanding = async (
  kiosk: KioskApp,
  look = 1,
): Promise<Awaited<ReturnType<typeof measurePage>>> => {
  await vi.waitFor(async () => expect(await isMeasurable(kiosk)).toBe(true), {
    timeout: 90_000,
    interval: 100,
  })
  const measured = await measurePage(kiosk)
  return look === looks || (await isMeasurable(kiosk)) === true
    ? measured
    : await measureStanding(kiosk, look + 1)
}

/** Waits until the measured board stands. */
export const measure = async (
  kiosk: KioskApp,
  feedProcess: number,
  secondsAnHour: number,
): Promise<Sample> => {
  const page = await measureStanding(kiosk)
  const { seconds } = await seenOn(kiosk)
  return {
    hour: seconds / secondsAnHour,
    ...page,
    pageHandles: await handlesOf(await pageProcess(kiosk.app)),
    shellHandles: await handlesOf(kiosk.process.pid ?? 0),
    feedHandles: await handlesOf(feedProcess),
  }
}
