// A page of the real Chromium, and what the browser itself says of it.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { compiledBytes, heapSnapshot } from './heap-snapshot.ts'

export interface Tab {
  readonly page: Page
  /** 4 makes the main thread a quarter as fast. */
  throttle(rate: number): Promise<void>
  /** Processor time of the main thread since the page began, ms. */
  busyMs(): Promise<number>
  /** JavaScript heap after everything unreachable is gone, MB. */
  heapMb(): Promise<number>
  /** How much of it the engine has compiled: code that it makes anew, or makes faster, as it is run. */
  compiledMb(): Promise<number>
  /** How many times as fast as written animations run. */
  hurryAnimations(times: number): Promise<void>
  close(): Promise<void>
}

interface TabOptions {
  /** Runs in the page before its own code. */
  readonly before?: () => void
  readonly throttle?: number
}

declare global {
  interface Window {
    /** When the next frame is done, ms since navigation. */
    frameDone: () => Promise<number>
  }
}

/** Runs in the page. A frame is done in the task after its own callbacks, when the browser has worked it out. */
const defineFrameDone = (): void => {
  window.frameDone = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    })
}

/** In a context of its own, and so in a renderer process of its own. */
export const openTab = async (browser: Browser, url: string, options: TabOptions = {}): Promise<Tab> => {
  const { before, throttle = 1 } = options
  const own = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const page = await own.newPage()
  const browserSays = await own.newCDPSession(page)
  // Processor time of the main thread and not elapsed time, which depends on what else the machine does.
  await browserSays.send('Performance.enable', { timeDomain: 'threadTicks' })
  await browserSays.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  const metric = async (name: string): Promise<number> => {
    const { metrics } = await browserSays.send('Performance.getMetrics')
    return metrics.find((each) => each.name === name)?.value ?? Number.NaN
  }
  // `tsx` adds calls of this to functions, also to those that are sent to a page.
  await page.addInitScript('globalThis.__name = (marked) => marked')
  await page.addInitScript(defineFrameDone)
  if (before) await page.addInitScript(before)
  await page.goto(url)
  return {
    page,
    throttle: async (rate) => void (await browserSays.send('Emulation.setCPUThrottlingRate', { rate })),
    busyMs: async () => (await metric('TaskDuration')) * 1000,
    heapMb: async () => {
      // What the first collection frees may have kept other objects from being freed.
      for (let sweep = 0; sweep < 3; sweep++) await browserSays.send('HeapProfiler.collectGarbage')
      return (await metric('JSHeapUsedSize')) / 1e6
    },
    compiledMb: async () => compiledBytes(await heapSnapshot(browserSays)) / 1e6,
    hurryAnimations: async (playbackRate) => {
      await browserSays.send('Animation.enable')
      await browserSays.send('Animation.setPlaybackRate', { playbackRate })
    },
    close: () => own.close(),
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** Serves a folder, and an empty page at /empty. */
export const serveFolder = async (folder: string): Promise<{ url: string; close(): void }> => {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = normalize(new URL(url, 'http://bench').pathname)
    const file = join(folder, path === '/' ? 'index.html' : path)
    const body =
      path === '/empty' ? '<!doctype html><title>Empty</title>' : await readFile(file).catch(() => null)
    response.setHeader('content-type', types[extname(file)] ?? 'text/html')
    response.writeHead(body === null ? 404 : 200).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}
