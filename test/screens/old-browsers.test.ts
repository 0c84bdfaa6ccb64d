// What old browsers are given, tried in a new one that hides what it can: the style sheet for old browsers puts everything
// where the usual one does, and a browser that is too old says so. `npm run prove -- --only old-browsers` takes real old ones.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rendererFolder } from '../built.ts'
import { call, startTestFeed, type TestFeed, won } from '../feed/start-test-feed.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { openBrowser } from '../pictures/wall-browser.ts'

const folder = 'test-results/screens'
let browser: Browser
let feed: TestFeed

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  browser = await openBrowser()
  feed = await startTestFeed({ rendererDir: rendererFolder })
  const facts = [
    won('d1', 120_000),
    won('d2', 40_000, { credits: [{ rep: 'marcus' }] }),
    call('c1'),
    call('c2'),
  ]
  await feed.postFacts(JSON.stringify({ facts }))
})
afterAll(async () => {
  await browser?.close()
  await feed?.close()
})

const open = async (path: string, hide: () => void = () => undefined): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'en-US' })
  await page.addInitScript(hide)
  await page.goto(`${feed.url}${path}`)
  return page
}

const hideOfOld = (): void => {
  const supports = CSS.supports.bind(CSS)
  Object.defineProperty(CSS, 'supports', {
    value: (property: string, value: string) => !String(value).includes('cqw') && supports(property, value),
  })
  for (const name of ['toSpliced', 'toReversed', 'toSorted', 'with', 'findLast', 'findLastIndex', 'at'])
    Reflect.deleteProperty(Array.prototype, name)
  Reflect.deleteProperty(Object, 'hasOwn')
}

interface Place {
  readonly name: string
  readonly box: readonly number[]
}

/** What a query of its container takes away where there is little room: old browsers know none, and always show it. */
const byQuery = '.pace-word, .pace-word *'

/** Where everything on the board is, once nothing moves. */
const placesOn = async (page: Page): Promise<readonly Place[]> => {
  await page.locator('.scene .board-head').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(1500)
  return page.evaluate((passedOver) => {
    for (const each of document.getAnimations())
      if (each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) each.finish()
    const looked = [...document.querySelectorAll('.scene *')].filter((each) => !each.matches(passedOver))
    return looked.map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return {
        name: `${element.tagName}.${element.getAttribute('class') ?? ''}`,
        box: [left, top, width, height].map(Math.round),
      }
    })
  }, byQuery)
}

for (const board of ['revenue', 'teams', 'over'])
  test(`[S154] an old browser draws the board ${board} as a new one does`, async () => {
    const path = `/tv/?preview=board:${board}`
    const [usual, old] = [await open(path), await open(path, hideOfOld)]
    const [expected, found] = [await placesOn(usual), await placesOn(old)]
    expect(await old.locator('link[rel=stylesheet]').getAttribute('href')).toContain('old-style')
    expect(await old.evaluate(() => [1, 2, 3].toSpliced(0, 1).at(-1))).toBe(3)
    expect(found.map(({ name }) => name)).toEqual(expected.map(({ name }) => name))
    const apart = found.filter(({ box }, index) =>
      box.some((edge, side) => Math.abs(edge - (expected[index]?.box[side] ?? 0)) > 2),
    )
    await pictureForPeople(old, { path: `${folder}/old-${board}.png` })
    expect(apart.map(({ name }) => name)).toEqual([])
    await usual.close()
    await old.close()
  })

test('[S154] a browser that is too old says so, and which is the oldest that works', async () => {
  const page = await open('/tv/?screen=wall', () => {
    Reflect.deleteProperty(Promise, 'any')
  })
  await page.getByText('This browser is too old for the wall').waitFor()
  expect(await page.textContent('#old-browser')).toMatch(/Chromium \d\d or later/)
  await pictureForPeople(page, { path: `${folder}/too-old.png` })
  await page.close()
})

test('[S154] a wall that does not start for another reason is not dark for ever', async () => {
  const page = await browser.newPage({ locale: 'de-DE' })
  await page.clock.install()
  await page.route(/assets\/index-.*\.js/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("no such luck")' }),
  )
  await page.goto(`${feed.url}/tv/?screen=wall`)
  await page.clock.runFor(31_000)
  await page.getByText('Die Wand startet in diesem Browser nicht').waitFor()
  expect(await page.textContent('#old-browser')).toContain('no such luck')
  await page.close()
})

test('a new browser loads nothing of what is there for old ones', async () => {
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${feed.url}/tv/?screen=wall`)
  await page.locator('.scene').first().waitFor()
  expect(asked.filter((url) => /old-style|catch-up/.test(url))).toEqual([])
  expect(asked.filter((url) => /assets\/first-/.test(url))).toHaveLength(1)
  await page.close()
})
