// A TV is paired in a real browser, on a real feed.
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { rendererFolder } from '../built.ts'
import { makeToken } from '../feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { paintForPeople, pictureForPeople } from '../pictures/picture-for-people.ts'
import { openBrowser } from '../pictures/wall-browser.ts'

const folder = 'test-results/screens'
let browser: Browser
let context: BrowserContext
let feed: TestFeed
let admin: string
let skipMs = 0
const complaints: string[] = []

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  skipMs = 0
  complaints.length = 0
  feed = await startTestFeed({ rendererDir: rendererFolder, clock: { now: () => Date.now() + skipMs } })
  admin = await makeToken(feed.folder, 'admin')
  context = await browser.newContext({ viewport: { width: 960, height: 540 }, locale: 'en-US' })
})
afterEach(async () => {
  await context.close()
  await feed.close()
})

const openTv = async (path: string, from: BrowserContext = context): Promise<Page> => {
  const page = await from.newPage()
  await paintForPeople(page)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(`${feed.url}${path}`)
  return page
}

const textOf = async (page: Page, of: string): Promise<string> => (await page.locator(of).textContent()) ?? ''

const codeOn = async (page: Page): Promise<string> => (await textOf(page, '.pairing-code')).replace(/\s/g, '')

const asManager = (method: string, path: string, body?: object) =>
  feed.ask(path, {
    method,
    headers: {
      authorization: `Bearer ${admin}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

const pair = async (page: Page, name: string, theme = 'night'): Promise<void> => {
  const answer = await asManager('POST', `/api/v1/pairings/${await codeOn(page)}`, {
    screen: { name, theme },
  })
  expect([answer.status, answer.text]).toEqual([200, expect.anything()])
  await page.locator('.stage .scene').first().waitFor()
}

test('a TV shows a code, a tick once it is found, and plays without a reload once it is paired', async () => {
  const page = await openTv('/tv/?pair')
  await page.evaluate(() => {
    document.documentElement.dataset['loaded'] = 'once'
  })
  const code = await codeOn(page)
  expect(code).toMatch(/^[A-Z0-9]{6}$/)
  expect(await textOf(page, '.pairing-how')).toContain('type this code')
  expect(await textOf(page, '.pairing-time')).toMatch(/new code in [45]:\d\d/)
  expect(await textOf(page, '.pairing-foot')).toContain('960 × 540')
  await pictureForPeople(page, { path: `${folder}/pairing.png` })
  expect((await asManager('GET', `/api/v1/pairings/${code}`)).body).toMatchObject({
    width: 960,
    shell: 'browser',
  })
  await page.locator('.pairing-tick').waitFor()
  await pictureForPeople(page, { path: `${folder}/pairing-found.png` })
  await asManager('POST', `/api/v1/pairings/${code}`, { screen: { name: 'Kitchen' } })
  await page.locator('.stage .scene').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.dataset['loaded'])).toBe('once')
  expect(page.url()).toBe(`${feed.url}/tv/?screen=kitchen`)
  await page.reload()
  await page.locator('.stage .scene').first().waitFor()
  expect(complaints).toEqual([])
})

test('two windows of one browser are two TVs', async () => {
  const [one, two] = [await openTv('/tv/?pair'), await openTv('/tv/?pair')]
  await pair(one, 'One')
  await pair(two, 'Two')
  for (const page of [one, two]) {
    await page.reload()
    await page.locator('.stage .scene').first().waitFor()
  }
  const { screens } = (await asManager('GET', '/api/v1/screens')).body
  const shown = screens.filter(({ tvs }: { tvs: unknown[] }) => tvs.length === 1)
  expect(shown.map(({ id }: { id: string }) => id)).toEqual(['one', 'two'])
})

test('a code that ends is followed by another one by itself', async () => {
  const page = await openTv('/tv/?pair')
  const first = await codeOn(page)
  skipMs += 5 * 60_000
  await expect.poll(() => codeOn(page)).not.toBe(first)
})

test('a screen that is taken off the wall says so, forgets its numbers, and can be paired again', async () => {
  const page = await openTv('/tv/?pair')
  await pair(page, 'Kitchen', 'day')
  await asManager('DELETE', '/api/v1/screens/kitchen/tokens')
  await page.locator('.pairing-why').waitFor()
  expect(await textOf(page, '.pairing-why')).toMatch(/^This screen was taken off the wall by token /)
  await pictureForPeople(page, { path: `${folder}/pairing-revoked.png` })
  expect(await page.locator('.scene').count()).toBe(0)
  const kept = await page.evaluate(() => Object.entries(window.localStorage))
  expect(kept.find(([key]) => key.startsWith('floorboard:last-good'))?.[1] ?? '{}').toBe('{}')
  await page.reload()
  await page.locator('.pairing-why').waitFor()
  const answer = await asManager('POST', `/api/v1/pairings/${await codeOn(page)}`, { replaces: 'kitchen' })
  expect(answer.status).toBe(200)
  await page.locator('.stage .scene').first().waitFor()
})

test('a screen that leaves the floor file says so, and plays again by itself once it is back', async () => {
  const page = await openTv('/tv/?pair')
  await pair(page, 'Kitchen')
  const { text } = (await asManager('GET', '/api/v1/floor')).body
  const put = (body: string) =>
    feed.ask('/api/v1/floor', {
      method: 'PUT',
      body,
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/yaml' },
    })
  expect((await put(text.replace('id: kitchen', 'id: other'))).status).toBe(200)
  await page.locator('.pairing-why').waitFor()
  expect(await textOf(page, '.pairing-why')).toContain('“kitchen” is no longer on this floor')
  expect((await put(text)).status).toBe(200)
  await page.locator('.stage .scene').first().waitFor()
})

test('a TV that finds no feed shows its code as soon as there is one', async () => {
  const page = await openTv('/tv/?pair')
  await page.locator('.pairing-code').waitFor()
  await page.route('**/api/v1/pairings*', (route) => route.abort())
  await page.reload()
  await page.locator('.pairing-wait', { hasText: 'Nothing answers' }).waitFor()
  await pictureForPeople(page, { path: `${folder}/pairing-no-feed.png` })
  await page.unroute('**/api/v1/pairings*')
  await page.locator('.pairing-code').waitFor()
})

test('the page fits upright, small, wide and in German', async () => {
  const looks = [
    { name: 'portrait', viewport: { width: 1080, height: 1920 }, locale: 'en-US' },
    { name: 'german', viewport: { width: 1280, height: 720 }, locale: 'de-DE' },
    { name: 'ultrawide', viewport: { width: 2560, height: 1080 }, locale: 'en-US' },
  ] as const
  for (const { name, ...look } of looks) {
    const other = await browser.newContext({ ...look, reducedMotion: 'reduce' })
    const page = await openTv('/tv/?pair', other)
    await page.locator('.pairing-qr').waitFor()
    await page.evaluate(() => document.fonts.ready)
    await pictureForPeople(page, { path: `${folder}/pairing-${name}.png` })
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.pairing-area *')].flatMap((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect()
        const isIn = left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight
        return isIn || each.closest('.pairing-bar') ? [] : [each.className]
      }),
    )
    expect([name, cut]).toEqual([name, []])
    // The code keeps clear of what stands beside it.
    const room = await page.evaluate(() => {
      const [code, main] = [document.querySelector('.pairing-code'), document.querySelector('.pairing-main')]
      if (!(code instanceof HTMLElement) || main === null) return -1
      const end = Math.max(...[...code.children].map((each) => each.getBoundingClientRect().right))
      return main.getBoundingClientRect().right - end
    })
    expect(room).toBeGreaterThanOrEqual(0)
    await other.close()
  }
})
