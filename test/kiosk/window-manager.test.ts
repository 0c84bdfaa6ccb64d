// Under a window manager, which has its own ideas about windows.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { displaySize } from './display.ts'
import { countColour } from './glass.ts'
import { inPage } from './in-page.ts'
import { type KioskApp, stopKiosks } from './kiosk-app.ts'
import { startStill } from './still-wall.ts'

let manager: ChildProcess

beforeAll(async () => {
  manager = spawn('blackbox', { stdio: 'ignore' })
  await once(manager, 'spawn')
})
afterEach(stopKiosks)
afterAll(async () => {
  const gone = once(manager, 'exit')
  manager.kill()
  await gone
})

const red = 0xff0000
const { width, height } = displaySize

const coversAll = () => eventually(() => expect(countColour(red)).toBe(width * height))

async function startRed(): Promise<KioskApp> {
  const kiosk = await startStill()
  await inPage(
    kiosk.app,
    "(document.body.style.display = 'none', document.documentElement.style.background = 'red')",
  )
  await coversAll()
  return kiosk
}

test('[S176] a window that was minimised is back, over the whole display', async () => {
  const kiosk = await startRed()
  // As a key for the desktop does, which heeds no window's wishes.
  await kiosk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.setMinimizable(true)
    window?.minimize()
  })
  await eventually(() => expect(countColour(red)).toBe(0), 10)
  await coversAll()
})

test('[S176] a window that was taken out of full screen is back in it', async () => {
  const kiosk = await startRed()
  await kiosk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.setKiosk(false)
    window?.setFullScreen(false)
    window?.setSize(400, 300)
  })
  await eventually(() => expect(countColour(red)).toBeLessThan(width * height))
  await coversAll()
})
