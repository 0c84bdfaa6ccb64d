// TV pages in a real browser, each with a clock that is minutes wrong and is set anew half-way, are told of takeovers by one
// feed: they begin together. FLOORBOARD_WALLS says how many pages there are (20), FLOORBOARD_STARTS how many takeovers (20).
import type { Browser, Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { quantile } from '../../bench/result.ts'
import { picture } from '../../renderer/boards/leaderboard/gallery-states.ts'
import { celebrationStateNamed } from '../../renderer/gallery/celebrations/celebration-states.ts'
import { rendererFolder } from '../built.ts'
import { sayFigures } from '../figures.ts'
import { openBrowser, rehearsed } from '../pictures/wall-browser.ts'
import { openWallFeed } from '../pictures/wall-feed.ts'

const walls = Number(process.env['FLOORBOARD_WALLS'] ?? 20)
const starts = Number(process.env['FLOORBOARD_STARTS'] ?? 20)
const mostSpreadMs = 50
/** One machine draws them all: it is given the time to. */
const takeoverMs = 3000
const minuteMs = 60_000

/** From seven minutes slow to eleven minutes fast, none of them right. */
const wrongBy = (nth: number): number => Math.round((-7 + (18 * nth) / walls) * minuteMs) + 17

const openWrongWall = async (browser: Browser, url: string, wrongMs: number): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 640, height: 360 } })
  await page.addInitScript(`{
    const right = Date.now.bind(Date)
    window.wrongMs = ${wrongMs}
    Date.now = () => right() + window.wrongMs
  }`)
  await page.goto(`${url}/tv/?screen=wall`)
  await page.locator(`.scene[data-board="${picture.id}"]`).waitFor({ timeout: 60_000 })
  await rehearsed(page)
  return page
}

/** When the takeover begins there, by the machine's clock, which no page has bent; epoch ms. */
const startOn = async (page: Page): Promise<number> => {
  const ground = page.locator('.takeover-place .takeover-ground')
  return await ground.evaluate((element) => {
    const [animation] = element.getAnimations()
    return performance.timeOrigin + Number(animation?.startTime ?? Number.NaN)
  })
}

test(`${walls} walls whose clocks are minutes wrong begin ${starts} takeovers within ${mostSpreadMs} ms of one another`, async () => {
  const state = celebrationStateNamed('big-deal')
  if (!state) throw new Error('no such celebration')
  const feed = await openWallFeed(rendererFolder)
  feed.show([picture])
  const browser = await openBrowser()
  const pages: Page[] = []
  for (let nth = 0; nth < walls; nth += 1) pages.push(await openWrongWall(browser, feed.url, wrongBy(nth)))

  const spreads: number[] = []
  const offs: number[] = []
  for (let nth = 0; nth < starts; nth += 1) {
    if (nth === Math.floor(starts / 2))
      for (const page of pages) await page.evaluate('window.wrongMs = -window.wrongMs')
    const told = { ms: takeoverMs, view: state.view, sound: null, isTest: false, silent: false }
    const startsAt = feed.celebrate({ id: `together ${nth}`, ...told })
    const found = await Promise.all(pages.map(startOn))
    spreads.push(Math.max(...found) - Math.min(...found))
    offs.push(...found.map((at) => Math.abs(at - startsAt)))
    for (const page of pages) await page.locator('.takeover').waitFor({ state: 'detached', timeout: 60_000 })
  }

  const late = feed.celebrated.map(({ lateMs }) => lateMs)
  const ms = (values: readonly number[], share: number) => quantile(values, share).toFixed(0)
  sayFigures(
    `spread of the starts of ${walls} walls: p50 ${ms(spreads, 0.5)}, p99 ${ms(spreads, 0.99)} ms of ${starts} takeovers; a wall is off by p50 ${ms(offs, 0.5)}, p99 ${ms(offs, 0.99)} ms; its first frame comes p50 ${ms(late, 0.5)}, p99 ${ms(late, 0.99)} ms later, ${late.length} of ${walls * starts} drawn in time by this one machine`,
  )
  expect(quantile(spreads, 0.99)).toBeLessThanOrEqual(mostSpreadMs)

  await browser.close()
  await feed.close()
})
