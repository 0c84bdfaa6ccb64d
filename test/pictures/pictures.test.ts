// Every board in every state, on every shape of screen, in a real browser: drawn, measured against the 10-foot rules,
// and kept as a picture for a person to look at.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pictureTime } from '../../renderer/gallery/states/floor.ts'
import { picture } from '../../renderer/gallery/states/leaderboard.ts'
import { views } from '../../renderer/gallery/states/states.ts'
import { type BuiltRenderer, buildRenderer } from './built-renderer.ts'
import { breaches, movingProperties } from './legibility.ts'
import { openBrowser, openWall, resize, type ScreenShape, scaleOf, settled } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

const folder = 'test-results/pictures'
const everyShape: readonly ScreenShape[] = ['1080p', '4k', 'portrait', '720p', 'ultrawide']
const bothWays: readonly ScreenShape[] = ['1080p', 'portrait']
/** One of each board, and the one with the hardest names, on every screen; the other states upright and across. */
const onEveryScreen = [
  'leaderboard',
  'team-progress',
  'over-the-line',
  'accountability',
  'announcement',
  'calm',
  'wins',
  'head-to-head',
  'results',
  'team-goal',
  'trend-race',
  'birds-eye',
  'improved',
  'spotlight',
  'hygiene',
  'funnel',
  'awkward',
]

let renderer: BuiltRenderer
let feed: WallFeed
let browser: Browser
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  renderer = await buildRenderer()
  feed = await openWallFeed(renderer.folder)
  feed.setClock(pictureTime - Date.now())
  feed.show([picture])
  browser = await openBrowser()
  const wall = await openWall(browser, feed.url, '1080p')
  page = wall.page
  complaints = wall.complaints
})

afterAll(async () => {
  await browser?.close()
  await feed?.close()
  await renderer?.close()
})

describe.each(views.map((view) => [view.id, view] as const))('%s', (id, view) => {
  test.each(onEveryScreen.includes(id) ? everyShape : bothWays)(
    'can be read from a desk at %s',
    async (shape) => {
      feed.setClock(pictureTime - Date.now())
      feed.show([view])
      await resize(page, shape)
      await settled(page, view)
      await page.screenshot({ path: `${folder}/${id}-${shape}.png` })
      expect(await breaches(page, scaleOf(shape), 0.05)).toEqual([])
      expect(await movingProperties(page)).toEqual([])
    },
  )
})

test('nothing was refused by the security policy and nothing failed', () => {
  expect(complaints).toEqual([])
})
