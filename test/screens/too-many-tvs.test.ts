// A floor that is on as many TVs as it may be: one more says so, in its own language, and comes on once there is room.
import { mkdirSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noLimits } from '../../shared/wire/floor-limits.ts'
import { rendererFolder } from '../built.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { paintForPeople, pictureForPeople } from '../pictures/picture-for-people.ts'
import { openBrowser } from '../pictures/wall-browser.ts'

const pictures = 'test-results/screens'

let feed: TestFeed
let browser: Browser
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  feed = await startTestFeed({
    ...{ rendererDir: rendererFolder, clock: { now: Date.now }, firstFloorText: smallFloorAtAnyHour },
    limits: () => ({ ...noLimits, tvs: 1 }),
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await feed?.close()
})

const openTv = async (locale: string) => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale })
  await paintForPeople(page)
  page.setDefaultTimeout(60_000)
  await page.goto(`${feed.url}/tv/?screen=wall`)
  return page
}

test('[Q60] a TV beyond the limit says so in the language of its browser, and comes on by itself once another is gone', async () => {
  const first = await openTv('en-US')
  await first.locator('.scene').first().waitFor()
  const second = await openTv('de-AT')
  await second.getByText('Dieser Floor läuft schon auf so vielen Fernsehern, wie er darf').waitFor()
  expect(await second.locator('.scene').count()).toBe(0)
  await pictureForPeople(second, { path: `${pictures}/too-many-tvs.png` })
  expect(await first.locator('.scene').count()).toBeGreaterThan(0)
  await first.close()
  await second.locator('.scene').first().waitFor()
})
