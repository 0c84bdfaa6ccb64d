// The small code at a board's foot: a phone reads it from the glass, and the board beside it can be read as before.
import { mkdirSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pictureTime } from '../../renderer/boards/samples/floor.ts'
import { ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import type { BoardKind } from '../../shared/wire/boards.ts'
import { rendererFolder } from '../built.ts'
import { breaches } from './legibility.ts'
import { pictureForPeople } from './picture-for-people.ts'
import { finished, openBrowser, openWall, scaleOf } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

const folder = 'test-results/pictures'
/** As long as an address by a name may be for the code to stay as coarse as it is. */
const address = 'https://wall.northwind.example/h/Zm9vdC1jb2RlLTE2'

/** Those whose feet say most, and the fullest one. */
const shown: readonly (readonly ['1080p' | 'portrait', readonly BoardKind[]])[] = [
  ['1080p', ['leaderboard', 'accountability', 'results']],
  ['portrait', ['leaderboard', 'wins']],
]

let browser: Browser
let feed: WallFeed
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  browser = await openBrowser()
  feed = await openWallFeed(rendererFolder)
  feed.setClock(pictureTime - Date.now())
})
afterAll(async () => {
  await browser?.close()
  await feed?.close()
})

test.each(shown)('[H114] is read by a phone, and lets the board be read: %s', async (shape, kinds) => {
  const views = kinds.map(ordinaryOf)
  feed.show(views.slice(0, 1), { code: address })
  const { page, complaints } = await openWall(browser, feed.url, shape)
  for (const view of views) {
    feed.show([view], { code: address })
    await finished(page, view)
    const code = page.locator(`.scene[data-board="${view.id}"] .foot-code`)
    const { x, y, width, height } = (await code.boundingBox()) ?? expect.unreachable()
    const clip = { x: x - 20, y: y - 20, width: width + 40, height: height + 40 }
    const { data, width: wide, height: high } = PNG.sync.read(await page.screenshot({ clip }))
    expect(jsQR(new Uint8ClampedArray(data), wide, high)?.data, view.kind).toBe(address)
    expect(await breaches(page, scaleOf(shape), 0.05), view.kind).toEqual([])
    await pictureForPeople(page, { path: `${folder}/foot-code-${view.kind}-${shape}.png` })
  }
  expect(complaints).toEqual([])
  await page.close()
})
