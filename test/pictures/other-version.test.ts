// A wall whose feed is of another version, or has nothing for it: what it says, and that it does not reload for ever.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { picture } from '../../renderer/boards/leaderboard/gallery-states.ts'
import { pictureTime } from '../../renderer/boards/samples/floor.ts'
import { protocolVersion } from '../../shared/wire/socket.ts'
import { rendererFolder } from '../built.ts'
import { breaches } from './legibility.ts'
import { keepsPictures, pictureForPeople } from './picture-for-people.ts'
import { openBrowser, openWall, settled } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

const folder = 'test-results/pictures'

let browser: Browser
let feed: WallFeed
const pages: Page[] = []

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})
beforeEach(async () => {
  feed = await openWallFeed(rendererFolder)
  feed.setClock(pictureTime - Date.now())
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  await feed.close()
})

const wall = async (shape: '1080p' | 'portrait' = '1080p'): Promise<Page> => {
  const { page } = await openWall(browser, feed.url, shape, undefined, { paints: keepsPictures })
  pages.push(page)
  return page
}

const connections = () => feed.heard.filter((word) => word === 'connection').length

test('a wall whose feed has moved to another version loads itself anew at once, and once', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  const isKept = () => page.evaluate(() => JSON.stringify(localStorage).includes('last-good'))
  await expect.poll(isKept).toBe(true)
  const loads: string[] = []
  page.on('load', () => loads.push(page.url()))
  feed.speak(protocolVersion + 1)
  await page.waitForEvent('load')
  // The page that was loaded is of the same version: another reload would not help either.
  await page.getByText('Feed of a newer version').waitFor()
  const before = connections()
  feed.speak(protocolVersion + 1)
  await expect.poll(connections).toBeGreaterThan(before)
  await page.getByText('Feed of a newer version').waitFor()
  expect(loads).toHaveLength(1)
  expect(await page.locator('.leader').count()).toBe(8)
  feed.speak(protocolVersion)
  await page.getByText('updated').waitFor()
})

test.each([
  ['newer', protocolVersion + 1, 'This screen is older than its feed'],
  ['older', protocolVersion - 1, 'The feed is older than this screen'],
])(
  'a wall that has no numbers yet says of a %s feed which of the two to update',
  async (name, version, said) => {
    feed.speak(version)
    for (const shape of ['1080p', 'portrait'] as const) {
      const before = connections()
      const page = await wall(shape)
      // It reloads once, in vain.
      await expect.poll(connections).toBe(before + 2)
      await page.getByText(said).waitFor()
      expect(await breaches(page, 1, 0.05)).toEqual([])
      await pictureForPeople(page, { path: `${folder}/${name}-feed-${shape}.png` })
    }
  },
)

test('[S2] a wall whose playlist holds nothing for the floor says so, with its clock', async () => {
  feed.show([], { withheld: true })
  for (const shape of ['1080p', 'portrait'] as const) {
    const page = await wall(shape)
    await page.getByText('Nothing on this playlist is for the floor').waitFor()
    expect(await page.locator('.clock').count()).toBe(1)
    expect(await breaches(page, 1, 0.05)).toEqual([])
    await pictureForPeople(page, { path: `${folder}/nothing-for-the-floor-${shape}.png` })
  }
})
