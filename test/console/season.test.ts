// A season from a manager's phone to a rep's shelf: made beside what it would have given, announced, and what comes of it.
import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken, keepToken } from '../../main/feed/access/token.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../feed/feed-browser.ts'
import { openTokens } from '../feed/make-token.ts'
import { call } from '../feed/start-test-feed.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { axeFaults } from './axe-faults.ts'
import { type ConsoleSet, openConsole } from './open-console.ts'

const pictures = 'test-results/season'
/** Bounds a failure; nothing waits for as long. */
const within = { timeout: 60_000 }
const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' as const }

/** A Friday, under a clock that stands. */
const now = (): number => Date.parse('2026-11-20T18:00:10Z')
const floorText = smallFloorAtAnyHour
  .replace('currency: USD', 'currency: USD\n  thanks: { perDay: 3 }')
  .replace('boards:', '  - { metric: calls, window: week, team: east, value: 20 }\nboards:')

let console: ConsoleSet
let admin: FeedBrowser
/** Of whoever sends facts. */
const source = createToken('ingest')

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  console = await openConsole({ clock: { now }, firstFloorText: floorText })
  admin = await openAdmin(console.feed)
  await openTokens(console.feed.folder).addToken(keepToken(source, 'ingest', 'The dialer', 0))
})
afterAll(() => console?.close())

const openAs = async ({ cookie }: FeedBrowser, path: string): Promise<Page> => {
  const context = await console.visit(phone)
  const [name = '', ...value] = (cookie ?? '').split('=')
  await context.addCookies([{ name, value: value.join('='), url: console.feed.url }])
  return await console.open(context, path)
}
const looksWell = async (page: Page, name: string): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await axeFaults(page)).toEqual([])
    await pictureForPeople(page, { path: `${pictures}/${name}-${colorScheme}.png`, fullPage: true })
  }
}

let calls = 0
const callsOf = async (rep: string, day: string, count: number): Promise<void> => {
  const facts = Array.from({ length: count }, () => {
    calls += 1
    return call(`call ${calls}`, { at: `2026-11-${day}T15:00:00Z`, credits: [{ rep }] })
  })
  const { body } = await console.feed.postFacts(JSON.stringify({ facts }), {
    authorization: `Bearer ${source}`,
  })
  expect(body).toMatchObject({ accepted: count })
}

test('[K63] [K64] it is made of the usual kinds, beside what it would have given, and announced', async () => {
  for (const day of ['16', '17', '18', '19']) await callsOf('priya', day, 3)
  await callsOf('marcus', '17', 4)
  const page = await openAs(admin, '/season')
  await page.getByRole('link', { name: 'New season' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'A new season' }).waitFor()
  await page.getByText('Who would be at which level').waitFor(within)
  await page.getByText('One person would have no points at all').waitFor(within)
  await page.getByRole('button', { name: 'Set the levels by this' }).click()
  const first = page.getByLabel('First day')
  await first.fill('2026-11-16')
  await page.getByText('A team at 100% of its goal for Calls').waitFor(within)
  await looksWell(page, 'form')
  await page.getByRole('button', { name: 'Announce' }).click()
  await page
    .getByRole('heading', { level: 1, name: /no team has unlocked anything yet|has unlocked/ })
    .waitFor(within)
  await page.getByText('16 of 20').waitFor(within)
  await looksWell(page, 'season')
  await page.context().close()
})

test('[K62] a rep finds level, days in a row, the team and badges on their shelf, in the floor’s language', async () => {
  const priya = await joinAs(console.feed, admin, {
    ...{ email: 'priya@northwind.test', role: 'viewer', person: 'priya' },
  })
  await callsOf('priya', '20', 4)
  const page = await openAs(priya, '/')
  await page.getByText('Thank a colleague').waitFor(within)
  await page.getByRole('link', { name: /^Your shelf: \d+ points/ }).press('Enter')
  await page.getByText('Five in a row').first().waitFor(within)
  await page.getByText('Won on Nov 20').first().waitFor(within)
  await page.getByText('20 of 20').waitFor(within)
  await page.getByRole('button', { name: 'How this season works' }).press('Enter')
  await page.getByText('Whoever is ill or on holiday loses nothing').waitFor()
  await looksWell(page, 'shelf')
  const { version } = (await admin.get('/api/v1/floor')).body
  await admin.post('/api/v1/floor/edits', { version, edits: [{ do: 'floor', fields: { locale: 'de-DE' } }] })
  await page.reload()
  await page.getByText('Gemeinsam').waitFor(within)
  await looksWell(page, 'shelf-german')
  expect(console.complaints).toEqual([])
})
