// A page that breaks comes back by itself.
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readGlass } from './glass.ts'
import { inPage, pageProcess } from './in-page.ts'
import { type KioskApp, stopKiosks } from './kiosk-app.ts'
import { isBack, processOf, startStill } from './still-wall.ts'

afterEach(stopKiosks)

test('a page whose process is killed is back within three seconds, three times over', async () => {
  const kiosk = await startStill()
  for (let round = 0; round < 3; round += 1) {
    const killed = performance.now()
    process.kill(await pageProcess(kiosk.app), 'SIGKILL')
    await vi.waitFor(() => expect(kiosk.journal().split('the page is gone').length - 1).toBe(round + 1), {
      timeout: 5_000,
    })
    expect((await isBack(kiosk, 5_000)) - killed).toBeLessThan(3_000)
  }
  expect(await inPage(kiosk.app, 'window.kiosk.recoveries()')).toMatchObject({ count: 3, last: 'page' })
})

/** Until only a static page is left. */
async function breakForGood(kiosk: KioskApp): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    process.kill(await pageProcess(kiosk.app), 'SIGKILL')
    await vi.waitFor(() => expect(kiosk.journal().split('the page is gone').length - 1).toBe(round + 1), {
      timeout: 5_000,
    })
    if (round < 3) await isBack(kiosk, 5_000)
  }
}

const says = (kiosk: KioskApp, words: RegExp): Promise<void> =>
  vi.waitFor(async () => expect(await inPage(kiosk.app, 'document.body.innerText')).toMatch(words), {
    timeout: 5_000,
    interval: 50,
  })

test('after the third time in a row the wall says that it recovers, instead of flickering', async () => {
  const kiosk = await startStill()
  await breakForGood(kiosk)
  await says(kiosk, /This wall is recovering/)
  const ground = await inPage(kiosk.app, 'getComputedStyle(document.body).backgroundColor')
  expect(ground).toBe('rgb(11, 16, 32)')
})

test('[S194] where a picture of the wall was kept, that is shown with its hour', async () => {
  const kiosk = await startStill()
  await inPage(kiosk.app, "(document.documentElement.style.background = '#204080')")
  await vi.waitFor(() => expect(readGlass().at(640, 360)).toBe(0x204080), { timeout: 5_000 })
  const jpeg = await kiosk.app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toJPEG(85).toString('base64'),
  )
  writeFileSync(join(kiosk.userData, 'last-picture.jpg'), Buffer.from(jpeg ?? '', 'base64'))
  await breakForGood(kiosk)
  await says(kiosk, /^As of \d\d:\d\d\. The wall is recovering\.$/)
  await vi.waitFor(() => {
    const glass = readGlass()
    const [middle, foot] = [glass.at(640, 360), glass.at(640, 718)]
    // A picture's colours are not quite those that it was taken of.
    expect(Math.abs((middle & 0xff) - 0x80)).toBeLessThan(16)
    expect(foot).toBe(0x0b1020)
  }, 5_000)
})

const killGraphics = async (kiosk: KioskApp): Promise<void> => {
  const gpu = await processOf(kiosk, 'GPU')
  process.kill(gpu, 'SIGKILL')
  await vi.waitFor(
    async () => {
      const pids = await kiosk.app.evaluate(({ app }) => app.getAppMetrics().map((each) => each.pid))
      expect(pids).not.toContain(gpu)
    },
    { timeout: 10_000 },
  )
}

test('[S179] the graphics process may die five times in a minute; then the wall starts anew without the card, for good', async () => {
  const kiosk = await startStill()
  for (let round = 0; round < 5; round += 1) await killGraphics(kiosk)
  await isBack(kiosk, 10_000)
  const ended = once(kiosk.process, 'exit')
  process.kill(await processOf(kiosk, 'GPU'), 'SIGKILL')
  expect((await ended)[0]).toBe(1)

  const again = await startStill({ userData: kiosk.userData })
  expect(existsSync(join(kiosk.userData, 'software-graphics'))).toBe(true)
  for (let round = 0; round < 7; round += 1) await killGraphics(again)
  await isBack(again, 10_000)
})
