// Whatever a page sends: nothing changes, and nothing ends.
import { afterEach, expect, test } from 'vitest'
import { fuzzIpc, keptBy, openRawIpc, shellMemory } from './fuzz-ipc.ts'
import { inPage } from './in-page.ts'
import { stopKiosks } from './kiosk-app.ts'
import { startStill } from './still-wall.ts'

afterEach(stopKiosks)

const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)

test(`[S211] messages of every shape change nothing, and the kiosk goes on (seed ${seed})`, async () => {
  const kiosk = await startStill()
  await openRawIpc(kiosk)
  await inPage(kiosk.app, `window.kiosk.saveLastGood('{"deals":7}')`)
  await expect.poll(() => keptBy(kiosk)['last-good.json']).toContain('{"deals":7}')
  const before = keptBy(kiosk)
  const memory = await shellMemory(kiosk)
  const count = 2000

  const { sent, answered } = await fuzzIpc(kiosk, seed, count)
  expect(sent).toBe(count)
  // Some are plain questions, which the page may ask.
  expect(answered).toBeLessThan(sent / 5)
  expect(keptBy(kiosk)).toEqual(before)
  expect(await inPage(kiosk.app, 'document.querySelector("#feed").textContent')).toContain('127.0.0.1:9')
  expect(await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await kiosk.app.evaluate(() => 'polluted' in {})).toBe(false)
  expect(kiosk.process.exitCode).toBeNull()
  expect(kiosk.journal()).not.toContain('has a bug')
  expect((await shellMemory(kiosk)) - memory).toBeLessThan(150)
})
