// A wall out of hours, in a real browser: one clock, and nothing around it but the word that the feed is gone.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { views as calmViews } from '../../renderer/boards/calm/gallery-states.ts'
import { pictureTime } from '../../renderer/boards/samples/floor.ts'
import { rendererFolder } from '../built.ts'
import { styled } from './styled.ts'
import { openBrowser, openWall, settled } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

const [view] = calmViews
let feed: WallFeed
let browser: Browser
let page: Page

beforeAll(async () => {
  if (!view) throw new Error('no state')
  feed = await openWallFeed(rendererFolder)
  feed.setClock(pictureTime - Date.now())
  feed.show([view])
  browser = await openBrowser()
  page = (await openWall(browser, feed.url, '1080p', undefined, { paints: false })).page
  await settled(page, view)
})

afterAll(async () => {
  await browser?.close()
  await feed?.close()
})

test('[B94] there is one clock on the wall, and nothing that stands still', async () => {
  expect(await page.getByText('2:41 PM').count()).toBe(1)
  expect(await page.locator(styled('.clock, .fresh, .progress')).count()).toBe(0)
})

test('[B94] that the numbers are stale is said all the same', async () => {
  await feed.hangUp()
  await page.locator('.stale').waitFor()
  expect(await page.locator('.stale').textContent()).toContain('Numbers from')
})
