// A TV whose browser lets a page keep nothing, or has no room left.
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { rendererFolder } from '../built.ts'
import { makeToken } from '../feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { paintForPeople } from '../pictures/picture-for-people.ts'
import { openBrowser } from '../pictures/wall-browser.ts'

let browser: Browser
let feed: TestFeed

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  feed = await startTestFeed({ rendererDir: rendererFolder, clock: { now: Date.now } })
})
afterEach(() => feed.close())

const forbid = (): void => {
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('The document is not allowed to use storage.', 'SecurityError')
      },
    })
}
const fill = (): void => {
  Storage.prototype.setItem = () => {
    throw new DOMException('No room.', 'QuotaExceededError')
  }
}

const codeOn = async (page: Page): Promise<string> =>
  ((await page.locator('.pairing-code').textContent()) ?? '').replace(/\s/g, '')

for (const [what, hinder] of [
  ['forbidden', forbid],
  ['full', fill],
] as const)
  test(`[S153] where the storage is ${what} a TV is paired, plays, and stays paired over a reload`, async () => {
    const admin = await makeToken(feed.folder, 'admin')
    const page = await browser.newPage()
    await paintForPeople(page)
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript(hinder)
    await page.goto(`${feed.url}/tv/?pair`)
    const answer = await feed.ask(`/api/v1/pairings/${await codeOn(page)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ screen: { name: 'Kitchen' } }),
    })
    expect(answer.status).toBe(200)
    await page.locator('.stage .scene').first().waitFor()
    await page.reload()
    await page.locator('.stage .scene').first().waitFor()
    expect(errors).toEqual([])
    await page.close()
  })

test('[S153] a token in the address is kept over a reload where nothing else is', async () => {
  await makeToken(feed.folder, 'admin')
  const token = await makeToken(feed.folder, 'screen')
  const page = await browser.newPage()
  await paintForPeople(page)
  await page.addInitScript(forbid)
  await page.goto(`${feed.url}/tv/?screen=wall&token=${token}`)
  await page.locator('.stage .scene').first().waitFor()
  expect(page.url()).toBe(`${feed.url}/tv/?screen=wall`)
  await page.reload()
  await page.locator('.stage .scene').first().waitFor()
  await page.close()
})

test('[S153] the console opens too', async () => {
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.addInitScript(forbid)
  await page.goto(`${feed.url}/console/`)
  await page.getByLabel('Your name').waitFor()
  expect(errors).toEqual([])
  await page.close()
})
