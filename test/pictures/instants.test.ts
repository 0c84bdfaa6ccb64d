// What walls do at an instant, measured: alone on its machine, after all others. A real browser, a real socket, a feed that
// the test holds.
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { picture } from '../../renderer/boards/leaderboard/gallery-states.ts'
import { pictureTime } from '../../renderer/boards/samples/floor.ts'
import { ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { rendererFolder } from '../built.ts'
import { movingProperties } from './legibility.ts'
import { celebration, startOf, takeover } from './takeover.ts'
import { openBrowser, openWall, rehearsed, settled } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

let browser: Browser
let feed: WallFeed
const pages: Page[] = []

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  feed = await openWallFeed(rendererFolder)
  feed.setClock(pictureTime - Date.now())
  feed.show([picture])
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  await feed.close()
})

/** Walls whose clocks are wrong by so much each. */
const wrongWalls = (wrongMs: readonly number[]): Promise<Page[]> =>
  Promise.all(
    wrongMs.map(async (ms) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
      pages.push(page)
      await page.addInitScript(`{ const right = Date.now.bind(Date); Date.now = () => right() + ${ms} }`)
      await page.goto(`${feed.url}/tv/?screen=wall`)
      return page
    }),
  )

/** When the page changed its scene, three times, by a clock that no test has bent. */
const sceneChanges = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const at: number[] = []
        const current = () => document.querySelector('.scene:not([data-leaving])')?.getAttribute('data-board')
        let board = current()
        new MutationObserver(() => {
          const now = current()
          if (now === board) return
          board = now
          at.push(performance.timeOrigin + performance.now())
          if (at.length === 3) resolve(at)
        }).observe(document.body, { subtree: true, childList: true, attributes: true })
      }),
  )

test('two walls whose clocks are minutes wrong change scenes within 100 ms of each other', async () => {
  feed.show([picture, ordinaryOf('over-the-line')], { seconds: 2 })
  const walls = await wrongWalls([-420_000, 660_000])
  for (const page of walls) await page.locator('.scene').first().waitFor()
  const [one = [], other = []] = await Promise.all(walls.map(sceneChanges))
  // One wall may have been watched from a scene earlier than the other.
  const apart = one
    .map((at) => Math.min(...other.map((each) => Math.abs(each - at))))
    .filter((ms) => ms < 1000)
  expect(apart.length).toBeGreaterThanOrEqual(2)
  expect(apart.sort((a, b) => a - b)[Math.floor(apart.length / 2)], `apart by ${apart} ms`).toBeLessThan(100)
})

test('two walls whose clocks are minutes wrong begin within 50 ms of each other, and one that learns late joins them', async () => {
  const walls = await wrongWalls([-420_000, 660_000, 0])
  for (const page of walls) {
    await settled(page, picture)
    await rehearsed(page)
  }
  const told = celebration('together', { ms: 20_000 })
  const startsAt = feed.celebrate(told)
  for (const page of walls) await takeover(page).waitFor()
  const [, , late] = walls
  if (!late) throw new Error('no third wall')
  await late.reload()
  await settled(late, picture).catch(() => undefined)
  feed.celebrateAt(told, startsAt)
  await takeover(late).and(late.locator(':not([hidden] *)')).waitFor()
  const starts = await Promise.all(walls.map(startOf))
  expect(Math.max(...starts) - Math.min(...starts), `began at ${starts}`).toBeLessThan(50)
})

test('[S145] a takeover is drawn before it begins, moves by transform and opacity alone, and writes nothing while it does', async () => {
  const { page, complaints } = await openWall(browser, feed.url, '720p')
  pages.push(page)
  await settled(page, picture)
  await rehearsed(page)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.evaluate(() => {
    const long: number[] = []
    new PerformanceObserver((list) =>
      long.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    })
    Object.assign(window, { long })
  })
  feed.celebrate(celebration('smooth', { ms: 6000 }), 1400)
  await takeover(page).waitFor({ state: 'attached' })
  // Its parts come in turns; the blade's animation is under way once it has begun.
  await page.waitForFunction(() => {
    const [blade] = document.querySelector('.blade')?.getAnimations() ?? []
    return Number(blade?.currentTime) > 0
  })
  await page.evaluate(() => {
    const came: string[] = []
    new MutationObserver((changes) => {
      // What is not to be seen any more is taken away.
      for (const { target, addedNodes, attributeName } of changes)
        if (target instanceof Element && target.closest('.takeover') && (attributeName || addedNodes.length))
          came.push(`${target.className} ${attributeName ?? addedNodes.length}`)
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['style', 'class'] })
    Object.assign(window, { came })
  })
  await page.locator('.stage[data-covered]').waitFor()
  expect(
    await movingProperties(page, { properties: ['transform', 'opacity'], animations: ['progress-fill'] }),
  ).toEqual([])
  await takeover(page).waitFor({ state: 'detached' })
  expect(await page.evaluate(() => Reflect.get(window, 'came'))).toEqual([])
  expect(complaints).toEqual([])
  const long = await page.evaluate(() => Reflect.get(window, 'long') as number[])
  console.info(
    `long tasks in a takeover at a quarter of the speed: ${long.map(Math.round).join(', ') || 'none'} ms`,
  )
})
