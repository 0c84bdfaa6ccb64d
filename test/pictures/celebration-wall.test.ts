// Takeovers on real walls: a real browser, a real socket, a feed that the test holds.
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { picture } from '../../renderer/boards/leaderboard/gallery-states.ts'
import { pictureTime } from '../../renderer/boards/samples/floor.ts'
import { celebrationStateNamed } from '../../renderer/gallery/celebrations/celebration-states.ts'
import type { CelebrateMessage } from '../../shared/wire/celebrations/view.ts'
import { rendererFolder } from '../built.ts'
import { openBrowser, openWall, settled } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

let browser: Browser
let feed: WallFeed
const pages: Page[] = []

beforeAll(async () => {
  // As the kiosk starts it: nobody ever touches a wall.
  browser = await openBrowser(['--autoplay-policy=no-user-gesture-required', '--js-flags=--expose-gc'])
})
afterAll(async () => {
  await browser?.close()
})
beforeEach(async () => {
  feed = await openWallFeed(rendererFolder)
  feed.setClock(pictureTime - Date.now())
  feed.show([picture], { volume: 0.5 })
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  await feed.close()
})

/** A wall that is ready to celebrate: what shows it is loaded while the page is idle. */
const wall = async (before?: () => void): Promise<Page> => {
  const { page, complaints } = await openWall(browser, feed.url, '720p', before)
  pages.push(page)
  page.on('close', () => expect(complaints).toEqual([]))
  await settled(page, picture)
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /celebrations-[\w-]+\.js/.test(name)),
  )
  return page
}

const celebration = (
  id: string,
  more: Partial<CelebrateMessage> = {},
): Omit<CelebrateMessage, 'startsAt'> => {
  const state = celebrationStateNamed('big-deal')
  if (!state) throw new Error('no such celebration')
  return {
    id,
    ms: 4000,
    view: { ...state.view, word: null },
    sound: null,
    isTest: false,
    silent: false,
    ...more,
  }
}

const takeover = (page: Page) => page.locator('.takeover')

test('a deal takes the wall over, is shown for as long as it was asked, reported, and gives the board back', async () => {
  const page = await wall()
  feed.celebrate(celebration('one'))
  await takeover(page).getByText('Priya Raman').first().waitFor()
  await page.locator('.stage[data-covered]').waitFor()
  await takeover(page).waitFor({ state: 'detached', timeout: 10_000 })
  expect(await page.locator('.stage[data-covered]').count()).toBe(0)
  await expect.poll(() => feed.celebrated.length, { timeout: 5000 }).toBe(1)
  const [shown] = feed.celebrated
  expect(shown).toMatchObject({ id: 'one', sound: 'none' })
  expect(shown?.shownMs).toBeGreaterThan(3000)
  expect(shown?.shownMs).toBeLessThanOrEqual(4000)
})
