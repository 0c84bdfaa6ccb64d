// A rep nominates a colleague without a network, and votes; their manager sees how many have voted, and makes another award.
import { mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FeedBrowser, joinAs, openAdmin } from '../feed/feed-browser.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { axeFaults } from './axe-faults.ts'
import { type ConsoleSet, openConsole } from './open-console.ts'

const pictures = 'test-results/awards'
const phone = { viewport: { width: 390, height: 844 } }
/** Votes of November are taken. */
const now = Date.parse('2026-11-27T15:00:00Z')

let console: ConsoleSet
let admin: FeedBrowser

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  const award = '{ id: player, name: Player of the month, from: 2026-11-01, prize: A day off }'
  console = await openConsole({
    clock: { now: () => now },
    firstFloorText: `${smallFloorAtAnyHour}awards: [${award}]\n`,
  })
  admin = await openAdmin(console.feed)
})
afterAll(() => console?.close())

const signedIn = async ({ cookie }: FeedBrowser, options: object = phone): Promise<BrowserContext> => {
  const context = await console.visit(options)
  const [name = '', ...value] = (cookie ?? '').split('=')
  await context.addCookies([{ name, value: value.join('='), url: console.feed.url }])
  return context
}
const rep = (person: string): Promise<FeedBrowser> =>
  joinAs(console.feed, admin, { email: `${person}@northwind.test`, role: 'viewer', person })

const looksWell = async (page: Page, name: string, colorScheme: 'dark' | 'light'): Promise<void> => {
  const { width } = page.viewportSize() ?? phone.viewport
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  expect(await axeFaults(page)).toEqual([])
  await pictureForPeople(page, {
    path: `${pictures}/${name}-${colorScheme}.png`,
    fullPage: width > phone.viewport.width,
  })
}

test('[K76] [K77] [K83] [K85] colleagues nominate and vote on their phones, and a manager makes an award', async () => {
  const priya = await rep('priya')
  const marcus = await rep('marcus')
  const said = {
    award: 'player',
    on: '2026-11-01',
    person: 'elena',
    words: 'Stayed until eight with my offer.',
  }
  await marcus.put('/api/v1/awards/nominations/7f1f3a54-6a58-4a3e-9a39-000000000001', said)

  const context = await signedIn(priya)
  const page = await console.open(context, '/')
  await page.getByText('You have one vote until').waitFor()
  await looksWell(page, 'own-day', 'light')
  await page.getByRole('link', { name: 'Vote', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Who is the Player of the month?' }).waitFor()
  await page.getByRole('combobox', { name: 'Whom you nominate' }).fill('Marcus')
  await page.getByRole('option', { name: 'Marcus Oyelaran' }).click()
  await page.getByLabel('Why').fill('Took the security questions in my demo.')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Nominate Marcus Oyelaran' }).click()
  await page.getByText('waits for the network').waitFor()
  await context.setOffline(false)
  await page.getByText('waits for the network').waitFor({ state: 'detached' })
  await looksWell(page, 'vote', 'light')
  await page.getByRole('button', { name: 'Vote for Elena Voss' }).click()
  await page.getByText('You have voted').waitFor()
  await looksWell(page, 'voted', 'dark')
  expect(await page.evaluate(() => JSON.stringify(window.localStorage))).not.toContain('elena')
  expect(console.complaints.filter((each) => !/ERR_INTERNET_DISCONNECTED/.test(each))).toEqual([])

  const desk = await console.open(await signedIn(admin, {}), '/awards')
  await desk.getByText('1 of 3 have voted').waitFor()
  await desk.getByText(/Only 3 people may vote/).waitFor()
  await looksWell(desk, 'manager', 'light')
  await desk.getByRole('link', { name: 'New award' }).click()
  await desk.getByLabel('On the wall it is called').fill('Caller of the week')
  await desk.getByRole('radio', { name: 'Both' }).click()
  await desk.getByRole('radio', { name: 'Week' }).click()
  await looksWell(desk, 'make', 'dark')
  await desk.getByRole('button', { name: 'Save' }).click()
  await desk.getByRole('heading', { level: 2, name: 'Caller of the week' }).waitFor()
  const file = (await admin.get('/api/v1/floor')).body
  expect(JSON.stringify(file)).toContain('caller-of-the-week')
  expect(console.complaints.filter((each) => !/ERR_INTERNET_DISCONNECTED/.test(each))).toEqual([])
})
