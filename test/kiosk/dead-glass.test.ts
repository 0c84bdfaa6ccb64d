// Processes that are there and do nothing, and pages that run and show nothing.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { openDisplay } from './display.ts'
import { countColour } from './glass.ts'
import { inPage, pageProcess } from './in-page.ts'
import { stopKiosks } from './kiosk-app.ts'
import { isBack, journalSays, processOf, startStill } from './still-wall.ts'

const white = 0xffffff

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

  test('[S171] a page whose process is stopped is ended, and another one comes', async () => {
    const kiosk = await startStill()
    process.kill(await pageProcess(kiosk.app), 'SIGSTOP')
    await journalSays(kiosk, 'the page is gone')
    await isBack(kiosk)
  })

  test('[S171] a graphics process that is stopped is replaced, and the page paints again without a reload', async () => {
    const kiosk = await startStill()
    await inPage(kiosk.app, 'window.isTheSame = true')
    process.kill(await processOf(kiosk, 'GPU'), 'SIGSTOP')
    await journalSays(kiosk, 'the page paints no frames')
    const paints = 'new Promise((resolve) => requestAnimationFrame(() => resolve(window.isTheSame)))'
    await eventually(async () => expect(await inPage(kiosk.app, paints)).toBe(true))
  })

  test('[S175] a network process that is stopped is replaced, and the page stays', async () => {
    const kiosk = await startStill()
    await inPage(kiosk.app, 'window.isTheSame = true')
    process.kill(await processOf(kiosk, 'network.mojom.NetworkService'), 'SIGSTOP')
    await journalSays(kiosk, 'the network process does not answer')
    const answers = () =>
      kiosk.app.evaluate(({ session }) => session.defaultSession.resolveProxy('http://a/'))
    expect(await answers()).toBe('DIRECT')
    expect(await inPage(kiosk.app, 'window.isTheSame')).toBe(true)
  })

  test('a page that hangs is ended, and comes back, although nobody touches it', async ({
    onTestFinished,
  }) => {
    const silence = await startSilence()
    onTestFinished(silence.close)
    const kiosk = await startStill({ feed: silence.url })
    // It waits at each turn, as long as its feed does not answer: to count would take a processor from all others.
    const ask = `{ const feed = new XMLHttpRequest(); feed.open('GET', '${silence.url}', false); feed.send() }`
    void inPage(kiosk.app, `for (;;) ${ask}`).catch(() => undefined)
    await eventually(() => expect(kiosk.journal()).toContain('no heartbeat'))
    await isBack(kiosk)
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
    await eventually(() => expect(whitePixels()).toBe(1280 * 720))
    await journalSays(kiosk, 'the picture is of one colour')
    await isBack(kiosk)
    await eventually(() => expect(whitePixels()).toBeLessThan(1280 * 720))
  })
})

describe('a page that shows nothing', () => {
  afterEach(stopKiosks)

  test('[S170] a page that was emptied is loaded again', async () => {
    const kiosk = await startStill()
    await inPage(kiosk.app, "document.body.innerHTML = ''")
    await isBack(kiosk)
    expect(kiosk.journal()).toContain('the page shows nothing')
  })

  test('[S174] a page that has become an empty one is loaded again', async () => {
    const kiosk = await startStill()
    // Ended before it has finished loading.
    const load = kiosk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('about:blank'),
    )
    await load.catch(() => undefined)
    await isBack(kiosk)
    expect(kiosk.journal()).toContain('the page left for about:blank')
  })

  test('[S176] a window that is hidden is shown again', async () => {
    const kiosk = await startStill()
    await eventually(() => expect(countColour(white)).toBeLessThan(1280 * 720))
    await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await journalSays(kiosk, 'the window was hidden')
    await eventually(() => expect(countColour(white)).toBeLessThan(1280 * 720))
  })
})
