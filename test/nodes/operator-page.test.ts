// The operator's page as it ships, in a real browser, over a real database: by keyboard alone, on a phone, in two languages.
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createPostgresDatabase,
  type PostgresDatabase,
} from '../../main/feed/store/postgres/postgres-database.ts'
import { prepareDatabase } from '../../main/feed/store/postgres/prepare-database.ts'
import { type Operator, openOperator } from '../../main/nodes/operator/operator-api.ts'
import { rendererFolder } from '../built.ts'
import { axeFaults } from '../console/axe-faults.ts'
import { quiet } from '../feed/start-test-feed.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { openBrowser } from '../pictures/wall-browser.ts'
import { type PostgresServer, startPostgres } from '../tables/database-servers.ts'

const pictures = 'test-results/nodes'
const token = 'operator-token-of-the-test-0123456789'
const longName =
  'a-very-long-name-of-a-sales-floor-in-the-north-west.regional-headquarters.northwind-traders.example'

let postgres: PostgresServer
let database: PostgresDatabase
let server: Server
let operator: Operator
let browser: Browser
let url: string
const inDatabase = (statement: string) => postgres.askFloorboard(statement)

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  postgres = await startPostgres()
  const address = await postgres.createDatabase('floorboard')
  await prepareDatabase(address)
  database = createPostgresDatabase(address)
  operator = await openOperator({
    ...{ database, id: () => 1, token, proof: {}, logger: quiet, clock: { now: Date.now } },
    rendererDir: rendererFolder,
    report: () => ({
      ...{ version: '1.0.0', stage: 'serving', clockAheadMs: 3, memoryBytes: 412_000_000 },
      // Of number 6 it says what is wrong; 4 and 5 are on their way.
      floors: [1, 2, 3, 6].map((floor) => ({
        ...{ floor, tvs: floor, factsAMinute: 12 * floor, healthy: floor !== 6 },
        why: floor === 6 ? 'the log cannot be written: the disk of the database is full' : null,
      })),
    }),
    isNode: () => false,
    addressOf: () => '127.0.0.1',
    originOf: (name) => `https://${name}`,
    firstAdminSecret: () => 'secret-of-the-first-admin',
    drain: () => undefined,
  })
  server = createServer((request, response) => {
    if (!operator.page(request, response)) response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await operator?.close()
  server?.closeAllConnections()
  server?.close()
  await database?.close()
  await postgres?.close()
})

/** Node 1 is the one that answers, and never beats late; of node 2 nothing was heard for 20 s. */
const deploy = (): Promise<unknown> =>
  inDatabase(`INSERT INTO node (id, name, beat, url) VALUES
      (1, 'process 733 on feed-1', now() + interval '1 hour', 'http://10.0.0.7:4400'),
      (2, 'process 812 on feed-2', now() - interval '20 s', 'http://127.0.0.1:9');
    INSERT INTO floor (name, owner, seq, facts, used, bytes)
      SELECT CASE n WHEN 4 THEN '${longName}' ELSE 'floor-' || lpad(n::text, 3, '0') || '.acme.example' END,
        1, n * 40, n * 31, n * 9000000, CASE n WHEN 2 THEN 20000000 END FROM generate_series(1, 200) AS n;
    UPDATE floor SET closed = 'it is being moved' WHERE name = 'floor-150.acme.example'`)

const open = async (options: BrowserContextOptions): Promise<Page> => {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${url}/operator`)
  return page
}
const signIn = async (page: Page, word = token): Promise<void> => {
  await page.keyboard.type(word)
  await page.keyboard.press('Enter')
}
/** How what has the focus is called, and whether that can be seen. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement)) return 'nothing'
    const { outlineStyle, boxShadow } = getComputedStyle(at)
    const isSeen = outlineStyle !== 'none' || boxShadow !== 'none'
    const name =
      at.getAttribute('aria-label') ?? (at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : null)
    return `${name ?? at.textContent}${isSeen ? '' : ' (unseen)'}`
  })
const tab = async (page: Page, times: number): Promise<readonly string[]> => {
  const seen: string[] = []
  for (let at = 0; at < times; at += 1) {
    await page.keyboard.press('Tab')
    seen.push(await focused(page))
  }
  return seen
}

test('[Q61] by keyboard alone the operator signs in, makes a floor, and comes back to where they were', async () => {
  const page = await open({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await page.getByLabel('Operator’s token').waitFor()
  await signIn(page, 'a-token-that-is-wrong-0123456789')
  await page.getByText(/token/i).and(page.locator('.fault')).waitFor()
  await page.getByLabel('Operator’s token').fill('')
  await signIn(page)
  await page.getByRole('heading', { name: 'No floor yet: make the first one' }).waitFor()
  await page.getByText('A floor is a host name with people, TVs and numbers of its own').waitFor()
  expect(await tab(page, 2)).toEqual(['Sign out', 'New floor'])
  await pictureForPeople(page, { path: `${pictures}/operator-none.png` })

  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await expect.poll(() => focused(page)).toBe('Host name')
  await page.keyboard.type('sales.acme.example')
  expect(await tab(page, 2)).toEqual(['Facts a minute', 'TVs'])
  await page.keyboard.type('20')
  expect(await tab(page, 3)).toEqual(['Disk, in GB', 'Cancel', 'Make the floor'])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'sales.acme.example is made' }).waitFor()
  await pictureForPeople(page, { path: `${pictures}/operator-made.png` })
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('New floor')

  await page.keyboard.press('Tab')
  await expect.poll(() => focused(page)).toBe('What can be done with sales.acme.example')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Change limits' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Limits of sales.acme.example' }).waitFor()
  expect(await page.getByLabel('TVs', { exact: true }).inputValue()).toBe('20')
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('What can be done with sales.acme.example')
  await page.context().close()
})

test('[Q61] of two hundred floors those that need a look come first, others are found by name, and nothing is out of reach', async () => {
  await inDatabase('DELETE FROM floor; ALTER SEQUENCE floor_floor_seq RESTART')
  await deploy()
  const page = await open({ viewport: { width: 1920, height: 1080 }, locale: 'en-US' })
  await page.getByLabel('Operator’s token').waitFor()
  await signIn(page)
  await page.getByRole('heading', { name: '1 node and 2 floors need a look' }).waitFor()
  const rows = page.locator('.card').first().locator('tbody tr')
  expect((await rows.allInnerTexts()).slice(0, 3).map((text) => text.split('\n')[0])).toEqual([
    'floor-006.acme.example',
    'floor-150.acme.example',
    longName,
  ])
  expect(await rows.count()).toBe(12)
  await page.getByText(/not heard of for \d\d s/).waitFor()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await axeFaults(page)).toEqual([])
    await pictureForPeople(page, { path: `${pictures}/operator-${colorScheme}.png` })
  }
  await page.getByRole('button', { name: 'The other 188' }).click()
  expect(await rows.count()).toBe(200)
  await page.getByLabel('Find by host name').fill('North-West')
  await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining(longName)])
  await page.getByLabel('Find by host name').fill('nowhere')
  await page.getByText('No floor has “nowhere” in its name').waitFor()

  // On a phone, in German: nothing is wider than it, and what is pressed is large enough.
  const phone = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    ...{ locale: 'de-DE', reducedMotion: 'reduce', storageState: await page.context().storageState() },
  })
  const small = await phone.newPage()
  await small.goto(`${url}/operator`)
  await small.getByRole('heading', { name: '1 Knoten und 2 Floors brauchen einen Blick' }).waitFor()
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  const heights = await small.evaluate(() =>
    [...document.querySelectorAll('button, input')].map((each) => each.getBoundingClientRect().height),
  )
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  expect(await axeFaults(small)).toEqual([])
  await pictureForPeople(small, { path: `${pictures}/operator-phone.png` })
})
