// The window, its life and its end.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { displaySize } from './display.ts'
import { inPage } from './in-page.ts'
import {
  asRoot,
  electron,
  type KioskApp,
  makeDist,
  makeFolder,
  startKiosk,
  stillPage,
  stopKiosks,
} from './kiosk-app.ts'

afterEach(stopKiosks)

/** No test here needs a feed: nobody listens on this port. */
const nowhere = ['--feed', 'http://127.0.0.1:9']
const settled = (kiosk: KioskApp) => kiosk.page.waitForSelector('#feed:not(:empty)')

async function startAndSettle(): Promise<KioskApp> {
  const kiosk = await startKiosk({ page: stillPage, args: nowhere })
  await settled(kiosk)
  return kiosk
}

test('the wall covers its whole display, which is kept awake, and sound plays although nobody ever clicks', async () => {
  const { app, page } = await startAndSettle()
  const state = await app.evaluate(({ BrowserWindow, powerSaveBlocker, Menu }) => {
    const window = BrowserWindow.getAllWindows()[0]
    return {
      bounds: window?.getBounds(),
      // The first blocker of a process has the number 0 or 1, by version.
      awake: powerSaveBlocker.isStarted(0) || powerSaveBlocker.isStarted(1),
      menu: Menu.getApplicationMenu(),
      ground: window?.getBackgroundColor(),
    }
  })
  expect(state).toMatchObject({ awake: true, menu: null, ground: '#0A0F1E' })
  expect(state.bounds).toMatchObject({ x: 0, y: 0, width: displaySize.width })
  // A bare X server has no word for full screen: one row of pixels more covers it all.
  expect([displaySize.height, displaySize.height + 1]).toContain(state.bounds?.height)
  expect(await page.evaluate(() => getComputedStyle(document.body).cursor)).toBe('none')
  const sound = await page.evaluate(async () => {
    const context = new AudioContext()
    await context.resume()
    return context.state
  })
  expect(sound).toBe('running')
})

test('the feed’s address reaches the page, with its token and screen', async () => {
  const kiosk = await startKiosk({
    page: stillPage,
    args: ['--feed', 'https://floor.example:8443/', '--token', 't0ken', '--screen', 'lobby'],
  })
  await settled(kiosk)
  expect(JSON.parse((await kiosk.page.textContent('#feed')) ?? '')).toEqual({
    url: 'https://floor.example:8443',
    token: 't0ken',
    screen: 'lobby',
  })
})

test('the last good numbers outlive the wall, even one that is killed', async () => {
  const first = await startAndSettle()
  await first.page.evaluate(() => {
    ;(globalThis as unknown as { kiosk: { saveLastGood(json: string): void } }).kiosk.saveLastGood(
      '{"deals":7}',
    )
  })
  await eventually(async () => {
    expect(await readFile(join(first.userData, 'last-good.json'), 'utf8')).toContain('{"deals":7}')
  })
  const gone = once(first.process, 'exit')
  first.process.kill('SIGKILL')
  await gone

  const second = await startKiosk({ page: stillPage, args: nowhere, userData: first.userData })
  await settled(second)
  expect(await inPage(second.app, 'window.kiosk.loadLastGood()')).toBe('{"deals":7}')
})

test('a second wall on the same data ends at once, and leaves the first alone', async () => {
  const { page, userData } = await startAndSettle()
  const dist = await makeDist(stillPage)
  const second = spawn(
    electron,
    [...asRoot, join(dist, 'kiosk/main.cjs'), `--user-data-dir=${userData}`, ...nowhere],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let journal = ''
  second.stderr.on('data', (chunk) => {
    journal += String(chunk)
  })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  expect(journal).toContain('the wall runs already')
  expect(await page.textContent('#feed')).toContain('127.0.0.1:9')
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it cleanly', async (signal) => {
  const wall = await startAndSettle()
  const gone = once(wall.process, 'exit')
  wall.process.kill(signal)
  const [code] = await gone
  expect(code).toBe(0)
})

test('a window that is gone all the same ends the process with an error, for the supervisor to start a new one', async () => {
  const { app, process: wall } = await startAndSettle()
  const gone = once(wall, 'exit')
  await app
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy())
    .catch(() => undefined)
  expect((await gone)[0]).toBe(1)
})

test('a bug of the shell’s own ends the process with an error, and without a dialog', async () => {
  const { app, process: wall, journal } = await startAndSettle()
  const gone = once(wall, 'exit')
  await app.evaluate(() => {
    setTimeout(() => {
      throw new Error('a bug of the shell')
    })
  })
  expect((await gone)[0]).toBe(1)
  expect(journal()).toContain('a bug of the shell')
})

test('a bad set-up ends the start with one sentence', async () => {
  const dist = await makeDist(stillPage)
  const userData = await makeFolder()
  const wall = spawn(
    electron,
    [...asRoot, join(dist, 'kiosk/main.cjs'), `--user-data-dir=${userData}`, '--feed', 'floor.local'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let journal = ''
  wall.stderr.on('data', (chunk) => {
    journal += String(chunk)
  })
  const [code] = await once(wall, 'exit')
  expect(code).toBe(2)
  expect(journal).toContain('--feed must be an address such as http://floor.local:4400')
})
