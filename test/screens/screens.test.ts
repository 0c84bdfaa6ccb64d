// What screens are told to do, what they say of themselves, and previews: real browsers, a real feed.
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { rendererFolder } from '../built.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { openBrowser, setScreen } from '../pictures/wall-browser.ts'

const folder = 'test-results/screens'
const viewport = { width: 640, height: 360 }
/** A wall that changes its board every three seconds, and a board that is for managers alone. */
const floorText = smallFloorText
  .replace(
    '{ board: revenue, seconds: 20 }, { board: teams, seconds: 10 }',
    '{ board: revenue, seconds: 3 }, { board: teams, seconds: 3 }, { board: secret, seconds: 3 }',
  )
  .replace(
    'playlists:\n',
    'playlists:\n  - { id: private, name: Private, items: [{ board: secret, seconds: 10 }] }\n',
  )
  .replace(
    'boards:\n',
    'boards:\n  - { id: secret, kind: leaderboard, title: For managers only, metric: revenue, window: quarter, audience: managers }\n',
  )
  .replace(/schedule: \[[^\n]*\] \}/, 'schedule: [] }')

let browser: Browser
let context: BrowserContext
let feed: TestFeed
const complaints: string[] = []
const warnings: string[] = []

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  browser = await openBrowser(['--autoplay-policy=no-user-gesture-required'])
})
afterAll(() => browser?.close())
beforeEach(async () => {
  complaints.length = 0
  warnings.length = 0
  feed = await startTestFeed({
    rendererDir: rendererFolder,
    firstFloorText: floorText,
    clock: { now: Date.now },
  })
  context = await browser.newContext({ viewport, locale: 'en-US' })
})
afterEach(async () => {
  await context.close()
  await feed.close()
})

/** `paints`: where somebody looks at it. A wall that changes its board every three seconds is painted all the time. */
const open = async (path: string, paints = false): Promise<Page> => {
  const page = await context.newPage()
  if (!paints) await setScreen(await context.newCDPSession(page), viewport, 0)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
    if (message.type() === 'warning') warnings.push(message.text())
  })
  await page.goto(`${feed.url}${path}`)
  return page
}
const openWall = async (paints = false): Promise<Page> => {
  const page = await open('/tv/?screen=wall', paints)
  await page.locator('.scene').first().waitFor()
  return page
}
const command = (what: string) =>
  feed.ask('/api/v1/screens/wall/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ command: what }),
  })
const wallStatus = async () => {
  const { screens } = (await feed.ask('/api/v1/screens')).body
  return screens.find(({ id }: { id: string }) => id === 'wall')
}

test('a screen says its name over everything when it is asked to', async () => {
  const page = await openWall(true)
  expect((await command('identify')).body).toEqual({ reached: 1 })
  await page.locator('.identify-name', { hasText: 'Main wall' }).waitFor()
  await pictureForPeople(page, { path: `${folder}/identify.png` })
  await page.locator('.identify').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('a screen sleeps until it is woken, over a reload too, and says so', async () => {
  const page = await openWall()
  await command('sleep')
  await page.locator('.asleep').waitFor()
  await expect.poll(async () => (await wallStatus()).state).toBe('asleep')
  await page.reload()
  await page.locator('.asleep').waitFor({ state: 'attached' })
  // It is black before it is in touch with its feed again, and hears of nothing until then.
  await expect.poll(async () => (await command('wake')).body.reached).toBe(1)
  await page.locator('.asleep').waitFor({ state: 'detached' })
  await expect.poll(async () => (await wallStatus()).state).toBe('live')
})

test('a screen reloads when it is told to', async () => {
  const page = await openWall()
  await page.evaluate(() => {
    document.documentElement.dataset['loaded'] = 'before'
  })
  await command('reload')
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset['loaded']).catch(() => 'before'))
    .toBeUndefined()
})

test('a screen plays its test tone, and says whether it can be heard', async () => {
  await openWall()
  await command('tone')
  await expect.poll(async () => (await wallStatus()).tvs[0]?.health?.sound).toBe('ready')
})

test('[S165] a screen sends a picture of what it shows, also of a board that only comes on', async () => {
  const page = await openWall()
  await page.waitForFunction(() => {
    const moves = document.querySelector('.scene:not([data-leaving])')?.getAnimations() ?? []
    return moves.some(({ playState }) => playState === 'running')
  })
  const { reached, screenshot } = (await command('screenshot')).body
  expect([reached, warnings]).toEqual([1, []])
  const answer = await fetch(`${feed.url}/api/v1/screenshots/${screenshot}`)
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  const picture = Buffer.from(await answer.arrayBuffer())
  expect(picture.length).toBeLessThanOrEqual(1024 * 1024)
  expect(picture.length).toBeGreaterThan(5_000)
  writeFileSync(`${folder}/screenshot.jpg`, picture)
  expect(complaints).toEqual([])
})

test('a screen says what it shows, what comes next, and how it draws', async () => {
  await openWall()
  await expect
    .poll(async () => (await wallStatus()).tvs[0]?.health)
    .toMatchObject({
      scene: expect.stringMatching(/^(revenue|teams)$/),
      next: { board: expect.stringMatching(/^(revenue|teams)$/), at: expect.any(Number) },
      width: 640,
      height: 360,
      framesPerSecond: expect.any(Number),
      slowestSecond: expect.any(Number),
      memoryMb: expect.any(Number),
    })
})

test('what was shown is counted by day, also what was shown before a reload', async () => {
  const page = await openWall()
  await page.waitForTimeout(10_000)
  await page.reload()
  await page.locator('.scene').first().waitFor()
  const days = async () => (await feed.ask('/api/v1/plays?screen=wall')).body.days
  await expect.poll(async () => (await days()).length).toBe(2)
  for (const { board, times, ms } of await days()) {
    expect(['revenue', 'teams']).toContain(board)
    expect(times).toBeGreaterThanOrEqual(1)
    expect(ms / times).toBeLessThanOrEqual(3100)
  }
  const csv = await feed.ask('/api/v1/plays?format=csv')
  expect(csv.text.split('\r\n')[0]).toBe('day,screen,screen_name,board,board_title,times,seconds')
})

test('a manager previews boards of their own, a screen never shows them, and a preview is no TV', async () => {
  const wall = await openWall()
  const board = await open('/tv/?preview=board:secret')
  await board.locator('.scene[data-board="secret"]').waitFor()
  const playlist = await open('/tv/?preview=playlist:private')
  await playlist.locator('.scene[data-board="secret"]').waitFor()
  const screen = await open('/tv/?preview=screen:wall')
  await screen.locator('.scene').first().waitFor()
  for (let look = 0; look < 10; look++) {
    expect(await screen.locator('.scene[data-board="secret"]').count()).toBe(0)
    expect(await wall.locator('.scene[data-board="secret"]').count()).toBe(0)
    await wall.waitForTimeout(900)
  }
  expect((await wallStatus()).tvs).toHaveLength(1)
  expect(complaints).toEqual([])
})
