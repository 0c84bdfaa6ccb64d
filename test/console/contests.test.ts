// A power hour that a manager starts on a phone: the wall counts it down, standings move, and everybody over the bar wins once.
import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken, keepToken } from '../../main/feed/access/token.ts'
import { type FeedBrowser, openAdmin } from '../feed/feed-browser.ts'
import { openTokens } from '../feed/make-token.ts'
import { call } from '../feed/start-test-feed.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { axeFaults } from './axe-faults.ts'
import { type ConsoleSet, openConsole } from './open-console.ts'

const pictures = 'test-results/contests'
/** Bounds a failure; nothing waits for as long. */
const within = { timeout: 60_000 }
const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' as const }

/** The feed’s clock is moved on by hand, so that an hour takes no hour. */
let shiftMs = Date.parse('2026-11-20T18:00:10Z') - Date.now()
const now = (): number => Date.now() + shiftMs

let console: ConsoleSet
let admin: FeedBrowser
let page: Page
/** Of whoever sends facts. */
const source = createToken('ingest')

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  console = await openConsole({ clock: { now }, firstFloorText: smallFloorAtAnyHour })
  admin = await openAdmin(console.feed)
  await openTokens(console.feed.folder).addToken(keepToken(source, 'ingest', 'The dialer', 0))
  const context = await console.visit(phone)
  const [name = '', ...value] = (admin.cookie ?? '').split('=')
  await context.addCookies([{ name, value: value.join('='), url: console.feed.url }])
  page = await console.open(context, '/contests')
})
afterAll(() => console?.close())

const looksWell = async (name: string): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await axeFaults(page)).toEqual([])
    await pictureForPeople(page, { path: `${pictures}/${name}-${colorScheme}.png`, fullPage: true })
  }
}

let calls = 0
const callsOf = async (rep: string, count: number): Promise<void> => {
  const facts = Array.from({ length: count }, () => {
    calls += 1
    return call(`call ${calls}`, { at: new Date(now()).toISOString(), credits: [{ rep }] })
  })
  const { body } = await console.feed.postFacts(JSON.stringify({ facts }), {
    authorization: `Bearer ${source}`,
  })
  expect(body).toMatchObject({ accepted: count })
}
const standings = async () => (await admin.get('/api/v1/contests')).body.contests[0].standings

test('[K70] [K73] it is made in a few presses, and says what is unfair and how it would have ended', async () => {
  await page.getByRole('link', { name: 'New contest' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'How is it to be won?' }).waitFor()
  await looksWell('shapes')
  await page.getByRole('link', { name: /^Power hour/ }).click()
  await page.getByText('Four weeks earlier').waitFor(within)
  await page.getByText('Everybody at 20 wins: Calls.').waitFor(within)
  const bar = page.getByLabel('The bar: everybody wins at')
  await bar.fill('3')
  await bar.press('Enter')
  await page.getByText('Everybody at 3 wins: Calls.').waitFor(within)
  await looksWell('power-hour-form')
  await page.getByRole('button', { name: 'Announce and start' }).click()
  await page.getByRole('heading', { level: 1, name: /^Power hour: Begins/ }).waitFor(within)
})

test('[K73] the wall has nothing else on it while it runs, and standings move with every call', async () => {
  const wall = await console.openTv('wall', { size: { width: 1920, height: 1080 } })
  await wall.locator('[class^="contest-"]').first().waitFor(within)
  shiftMs += 60_000
  await callsOf('priya', 2)
  await callsOf('marcus', 3)
  await page.getByRole('heading', { level: 1, name: /left$/ }).waitFor(within)
  await page.locator('.contest-rows > li').first().getByText('Marcus Oyelaran').waitFor(within)
  await page.getByText('1 more to win').first().waitFor(within)
  await looksWell('running')
  await wall.getByText('Marcus').first().waitFor(within)
  await pictureForPeople(wall, { path: `${pictures}/wall.png` })
  expect((await standings()).phase).toBe('running')
})

test('[K22] it ends once: who is over the bar has won, is celebrated, and is in the list for a spreadsheet', async () => {
  await callsOf('priya', 1)
  shiftMs += 3_600_000
  await page.getByRole('heading', { level: 1, name: /won$/ }).waitFor(within)
  await looksWell('final')
  const end = await standings()
  expect(end.phase).toBe('final')
  const winners = Object.entries<{ isIn: boolean; prize: string | null }>(end.rows)
    .filter(([, { isIn }]) => isIn)
    .map(([id, { prize }]) => [id, prize])
  expect(winners.sort()).toEqual([
    ['marcus', 'Lunch'],
    ['priya', 'Lunch'],
  ])
  const table = await admin.get('/api/v1/contests/payouts.csv')
  expect(table.text).toMatch(/Power hour.*Marcus Oyelaran.*Lunch/)
  expect(console.complaints).toEqual([])
})
