// Processes that are there and do nothing, and pages that run and show nothing.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { openDisplay } from './display.ts'
import { countColour } from './glass.ts'
import { inPage, pageProcess } from './in-page.ts'
import { stopKiosks } from './kiosk-app.ts'
import { isBack, journalSays, processOf, startStill } from './still-wall.ts'

const white = 0xffffff
const stop = (pid: number): number => {
  process.kill(pid, 'SIGSTOP')
  return performance.now()
}

/** Takes what comes, and answers nothing. */
const startSilence = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}

// Side by side: each waits for a watchdog, and the one that looks at a display has its own.
describe.concurrent('what a watchdog notices in its time', () => {
  afterAll(stopKiosks)

  test('[S171] a page whose process is stopped is ended, and back within twenty seconds', async () => {
    const kiosk = await startStill()
    const stopped = stop(await pageProcess(kiosk.app))
    await journalSays(kiosk, 'the page is gone', 20_000)
    expect((await isBack(kiosk, 20_000)) - stopped).toBeLessThan(20_000)
  })

  test('[S171] a graphics process that is stopped is replaced, and the page paints again without a reload', async () => {
    const kiosk = await startStill()
    await inPage(kiosk.app, 'window.isTheSame = true')
    const stopped = stop(await processOf(kiosk, 'GPU'))
    await journalSays(kiosk, 'the page paints no frames', 20_000)
    const paints = 'new Promise((resolve) => requestAnimationFrame(() => resolve(window.isTheSame)))'
    await vi.waitFor(async () => expect(await inPage(kiosk.app, paints)).toBe(true), { timeout: 20_000 })
    expect(performance.now() - stopped).toBeLessThan(20_000)
  })

  test('[S175] a network process that is stopped is replaced, and the page stays', async () => {
    const kiosk = await startStill()
    await inPage(kiosk.app, 'window.isTheSame = true')
    const stopped = stop(await processOf(kiosk, 'network.mojom.NetworkService'))
    await journalSays(kiosk, 'the network process does not answer', 20_000)
    const answers = () =>
      kiosk.app.evaluate(({ session }) => session.defaultSession.resolveProxy('http://a/'))
    expect(await answers()).toBe('DIRECT')
    expect(performance.now() - stopped).toBeLessThan(20_000)
    expect(await inPage(kiosk.app, 'window.isTheSame')).toBe(true)
  })

  test('a page that hangs is ended and back within twenty seconds, although nobody touches it', async ({
    onTestFinished,
  }) => {
    const silence = await startSilence()
    onTestFinished(silence.close)
    const kiosk = await startStill({ feed: silence.url })
    const hung = performance.now()
    // It waits at each turn, as long as its feed does not answer: to count would take a processor from all others.
    const ask = `{ const feed = new XMLHttpRequest(); feed.open('GET', '${silence.url}', false); feed.send() }`
    void inPage(kiosk.app, `for (;;) ${ask}`).catch(() => undefined)
    await vi.waitFor(() => expect(kiosk.journal()).toContain('no heartbeat'), { timeout: 20_000 })
    expect((await isBack(kiosk, 20_000)) - hung).toBeLessThan(20_000)
  })

  test('[S172] a glass that is white although the page is well is found by its picture', async ({
    onTestFinished,
  }) => {
    const display = await openDisplay()
    onTestFinished(display.close)
    const kiosk = await startStill({ display: display.name })
    await inPage(
      kiosk.app,
      "document.body.append(Object.assign(document.createElement('div'), { style: 'position:fixed;inset:0;background:#fff' })) ?? 1",
    )
    const whitePixels = () => countColour(white, display.file)
    await vi.waitFor(() => expect(whitePixels()).toBe(1280 * 720), { timeout: 5_000 })
    await journalSays(kiosk, 'the picture is of one colour', 40_000)
    await isBack(kiosk, 10_000)
    await vi.waitFor(() => expect(whitePixels()).toBeLessThan(1280 * 720), { timeout: 5_000 })
  })
})

describe('a page that shows nothing', () => {
  afterEach(stopKiosks)

  test('[S170] a page that was emptied is loaded again within ten seconds', async () => {
    const kiosk = await startStill()
    const emptied = performance.now()
    await inPage(kiosk.app, "document.body.innerHTML = ''")
    expect((await isBack(kiosk, 10_000)) - emptied).toBeLessThan(10_000)
    expect(kiosk.journal()).toContain('the page shows nothing')
  })

  test('[S174] a page that has become an empty one is loaded again', async () => {
    const kiosk = await startStill()
    // Ended before it has finished loading.
    const load = kiosk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('about:blank'),
    )
    await load.catch(() => undefined)
    await isBack(kiosk, 5_000)
    expect(kiosk.journal()).toContain('the page left for about:blank')
  })

  test('[S176] a window that is hidden is shown again', async () => {
    const kiosk = await startStill()
    await vi.waitFor(() => expect(countColour(white)).toBeLessThan(1280 * 720), { timeout: 5_000 })
    await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await journalSays(kiosk, 'the window was hidden', 5_000)
    await vi.waitFor(() => expect(countColour(white)).toBeLessThan(1280 * 720), { timeout: 5_000 })
  })
})
