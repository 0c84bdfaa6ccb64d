// A page that breaks comes back by itself.
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { readGlass } from './glass.ts'
import { inPage, pageProcess } from './in-page.ts'
import { type KioskApp, stopKiosks } from './kiosk-app.ts'
import { shows } from './remote-control.ts'
import { isBack, processOf, startStill } from './still-wall.ts'

afterEach(stopKiosks)

test('a page whose process is killed is back, three times over', async () => {
  const kiosk = await startStill()
  for (let round = 0; round < 3; round += 1) {
    process.kill(await pageProcess(kiosk.app), 'SIGKILL')
    await eventually(() => expect(kiosk.journal().split('the page is gone').length - 1).toBe(round + 1))
    await isBack(kiosk)
  }
  expect(await inPage(kiosk.app, 'window.kiosk.recoveries()')).toMatchObject({ count: 3, last: 'page' })
})

/** Until only a static page is left. */
async function breakForGood(kiosk: KioskApp): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    process.kill(await pageProcess(kiosk.app), 'SIGKILL')
    await eventually(() => expect(kiosk.journal().split('the page is gone').length - 1).toBe(round + 1))
    if (round < 3) await isBack(kiosk)
  }
}

test('after the third time in a row the wall says that it recovers, instead of flickering', async () => {
  const kiosk = await startStill()
  await breakForGood(kiosk)
  await shows(kiosk, /This wall is recovering/)
  const ground = await inPage(kiosk.app, 'getComputedStyle(document.body).backgroundColor')
  expect(ground).toBe('rgb(11, 16, 32)')
})

test('[S194] where a picture of the wall was kept, that is shown with its hour', async () => {
  const kiosk = await startStill()
  await inPage(kiosk.app, "(document.documentElement.style.background = '#204080')")
  await eventually(() => expect(readGlass().at(640, 360)).toBe(0x204080))
  // On a busy machine a capture may still give the frame before.
  const jpeg = await eventually(async () => {
    const picture = await kiosk.app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return { blue: image?.toBitmap()[0], jpeg: image?.toJPEG(85).toString('base64') ?? '' }
    })
    expect(picture.blue).toBe(0x80)
    return picture.jpeg
  })
  writeFileSync(join(kiosk.userData, 'last-picture.jpg'), Buffer.from(jpeg, 'base64'))
  await breakForGood(kiosk)
  await shows(kiosk, /^As of \d\d:\d\d\. The wall is recovering\.$/)
  await eventually(() => {
    const glass = readGlass()
    const [middle, foot] = [glass.at(640, 360), glass.at(640, 718)]
    // A picture's colours are not quite those that it was taken of.
    expect(Math.abs((middle & 0xff) - 0x80)).toBeLessThan(16)
    expect(foot).toBe(0x0b1020)
  })
})

const killGraphics = async (kiosk: KioskApp): Promise<void> => {
  const gpu = await processOf(kiosk, 'GPU')
  process.kill(gpu, 'SIGKILL')
  await eventually(async () => {
    const pids = await kiosk.app.evaluate(({ app }) => app.getAppMetrics().map((each) => each.pid))
    expect(pids).not.toContain(gpu)
  })
}

test('[S179] the graphics process may die five times in a minute; then the wall starts anew without the card, for good', async () => {
  const kiosk = await startStill()
  for (let round = 0; round < 5; round += 1) await killGraphics(kiosk)
  await isBack(kiosk)
  const ended = once(kiosk.process, 'exit')
  process.kill(await processOf(kiosk, 'GPU'), 'SIGKILL')
  expect((await ended)[0]).toBe(1)

  const again = await startStill({ userData: kiosk.userData })
  expect(existsSync(join(kiosk.userData, 'software-graphics'))).toBe(true)
  for (let round = 0; round < 7; round += 1) await killGraphics(again)
  await isBack(again)
})
