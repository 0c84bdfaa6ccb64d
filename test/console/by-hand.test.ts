// A rep logs calls and rings the gong on a phone whose network comes and goes; the wall rings with it.
import { mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FeedBrowser, joinAs, openAdmin } from '../feed/feed-browser.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { type ConsoleSet, openConsole } from './open-console.ts'
import { looksWellOnPhone, signedInPhone } from './phone.ts'

const pictures = 'test-results/by-hand'
/** Bounds a failure; nothing waits for as long. */
const within = { timeout: 60_000 }

let console: ConsoleSet
let admin: FeedBrowser

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  console = await openConsole({
    firstFloorText: `${smallFloorAtAnyHour.replace(
      '  stages:',
      '  byHand: [{ what: call }, { what: meeting, outcomes: [demo set, no show] }, { what: deal }]\n  stages:',
    )}celebrations: [{ id: gong, name: Gong, on: { over: 500 } }]\n`,
  })
  admin = await openAdmin(console.feed)
})
afterAll(() => console?.close())

const signedIn = (who: FeedBrowser): Promise<BrowserContext> => signedInPhone(console, who)
const total = async (metric: string): Promise<number> =>
  (await admin.get(`/api/v1/metrics/${metric}?by=org&window=day`)).body.total

const looksWell = (page: Page, name: string, ...schemes: readonly ('dark' | 'light')[]): Promise<void> =>
  looksWellOnPhone(page, `${pictures}/${name}`, schemes)

test('[H125] [H126] [F124] a call in one press, one without a network, and a deal that rings the wall', async () => {
  const rep = await joinAs(console.feed, admin, {
    email: 'priya@northwind.test',
    role: 'viewer',
    person: 'priya',
  })
  const wall = await console.openTv('wall')

  const context = await signedIn(rep)
  const page = await console.open(context, '/')
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  await press(/Log a call/)
  await page.getByText('Call: entered at').waitFor()
  await page
    .getByRole('button', { name: /Log a call/ })
    .getByText('1 today')
    .waitFor()
  expect(await total('calls')).toBe(1)
  // The button is at the thumb, whatever is read above it.
  const box = await page.getByRole('button', { name: /Ring the gong/ }).boundingBox()
  expect(box && box.y + box.height).toBeLessThan(844 - 64)

  await context.setOffline(true)
  await press(/Log a call/)
  await page.getByText('No connection. One entry is kept on this phone and sent by itself.').waitFor()
  await page.getByText('waits for the network').waitFor()
  await looksWell(page, 'offline', 'dark')
  await context.setOffline(false)
  await page.getByText('waits for the network').waitFor({ state: 'detached' })
  await expect.poll(() => total('calls'), within).toBe(2)

  await press(/Log a meeting/)
  await looksWell(page, 'meeting', 'light')
  await page.getByRole('dialog').getByRole('button', { name: 'demo set' }).click()
  await press(/Ring the gong/)
  await page.getByLabel('Amount in USD').fill('18.2k')
  await page.getByLabel('Customer').fill('Northwind Traders')
  await looksWell(page, 'gong', 'dark')
  await wall.locator('.scene').first().waitFor()
  await press('Ring it for $18,200')
  await wall.locator('.takeover').getByText('Northwind Traders').first().waitFor()
  await looksWell(page, 'day', 'light', 'dark')

  // What was wrong is put right, and what was not is taken back: the wall follows.
  await page.getByRole('button', { name: 'Change “$18,200”' }).click()
  await page.getByLabel('Amount in USD').fill('12000')
  await pictureForPeople(page, { path: `${pictures}/change.png` })
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => total('revenue'), within).toBe(1_200_000)
  await page.getByRole('button', { name: 'Take “$12,000” back' }).click()
  await expect.poll(() => total('revenue'), within).toBe(0)
  expect(console.complaints.filter((each) => !/ERR_INTERNET_DISCONNECTED/.test(each))).toEqual([])
  await context.close()
})

test('[F119] who looks after a team enters it for somebody, and an admin says what may be', async () => {
  const page = await console.open(await signedIn(admin), '/by-hand')
  await page.getByRole('button', { name: 'Marcus Oyelaran' }).click()
  await page.getByRole('heading', { level: 1, name: 'For Marcus Oyelaran' }).waitFor()
  const before = await total('calls')
  await page.getByRole('button', { name: /Log a call/ }).click()
  await expect.poll(() => total('calls'), within).toBe(before + 1)
  await looksWell(page, 'manager', 'light')
  await page.goto(`${console.feed.url}/console/sources`)
  await page.getByRole('button', { name: /Calls/ }).click()
  await page.getByRole('option', { name: 'Managers only' }).click()
  await page.getByText('Calls can be entered by hand, on the phone too.').waitFor()
  await pictureForPeople(page, { path: `${pictures}/setting.png`, fullPage: true })
  const { byHand } = (await admin.get('/api/v1/floor')).body.file.floor
  expect(byHand[0]).toMatchObject({ what: 'call', by: 'managers' })
})
