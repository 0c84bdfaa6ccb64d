// A rep thanks a colleague on a phone without a network, another confirms what a colleague says; the wall shows both.
import { mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FeedBrowser, joinAs, openAdmin } from '../feed/feed-browser.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { type ConsoleSet, openConsole } from './open-console.ts'
import { looksWellOnPhone, signedInPhone } from './phone.ts'

const pictures = 'test-results/thanks'
/** Bounds a failure; nothing waits for as long. */
const within = { timeout: 60_000 }

let console: ConsoleSet
let admin: FeedBrowser

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  console = await openConsole({
    firstFloorText: smallFloorAtAnyHour
      .replace('  stages:', '  thanks: {}\n  stages:')
      .replace('\nboards:\n', '\nboards:\n  - { id: thank-you, title: Thank you, kind: thanks }\n')
      .replace(/items: \[.*/, 'items: [{ board: thank-you, seconds: 60 }] }'),
  })
  admin = await openAdmin(console.feed)
})
afterAll(() => console?.close())

const signedIn = (who: FeedBrowser): Promise<BrowserContext> => signedInPhone(console, who)
const rep = (person: string): Promise<FeedBrowser> =>
  joinAs(console.feed, admin, { email: `${person}@northwind.test`, role: 'viewer', person })

const looksWell = (page: Page, name: string, scheme: 'dark' | 'light'): Promise<void> =>
  looksWellOnPhone(page, `${pictures}/${name}`, [scheme], true)

test('[K40] [K41] [K46] thanks are said without a network, confirmed with one press, and stand on the wall', async () => {
  const priya = await rep('priya')
  const marcus = await rep('marcus')
  const wall = await console.openTv('wall')
  await wall.getByText('The next thank-you goes up here').waitFor()

  const context = await signedIn(priya)
  const page = await console.open(context, '/')
  await page.getByRole('link', { name: 'Thank a colleague' }).click()
  await page.getByRole('heading', { level: 1, name: 'Who helped you?' }).waitFor()
  await looksWell(page, 'form', 'light')
  await page.getByRole('combobox', { name: 'Who helped you' }).fill('Marcus')
  await page.getByRole('option', { name: 'Marcus Oyelaran' }).click()
  await page.getByLabel('With what').fill('Took the security questions in my demo.')
  await page.getByLabel(/On which deal/).fill('Kestrel Logistics')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Thank Marcus Oyelaran' }).click()
  await page.getByText('waits for the network').waitFor()
  await context.setOffline(false)
  await page.getByText('waits for the network').waitFor({ state: 'detached' })
  await wall.getByText('“Took the security questions in my demo.”').waitFor()

  // The other way round: it counts once she has pressed.
  await page.getByRole('radio', { name: 'I helped' }).click()
  await page.getByRole('combobox', { name: 'Whom you helped' }).fill('Marcus')
  await page.getByRole('option', { name: 'Marcus Oyelaran' }).click()
  await page.getByLabel('With what').fill('Read his proposal twice.')
  await page.getByRole('button', { name: 'Ask Marcus Oyelaran to confirm' }).click()
  await page.getByText('counts once Marcus Oyelaran confirms it').waitFor()
  await looksWell(page, 'said', 'dark')
  const others = await signedIn(marcus)
  const day = await console.open(others, '/')
  await day.getByRole('button', { name: 'Yes, thank you' }).waitFor()
  await looksWell(day, 'asked', 'light')
  await day.getByRole('button', { name: 'Yes, thank you' }).click()
  await wall.getByText('“Read his proposal twice.”').waitFor()
  await pictureForPeople(wall, { path: `${pictures}/wall.png` })

  // Taken back, it leaves the wall.
  await page.getByRole('button', { name: 'Take “Took the security questions in my demo.” back' }).click()
  await wall.getByText('“Took the security questions in my demo.”').waitFor({ state: 'detached', ...within })
  expect(console.complaints.filter((each) => !/ERR_INTERNET_DISCONNECTED/.test(each))).toEqual([])
  const manager = await console.open(await signedIn(admin), '/thanks')
  await manager.getByText('Of those whom you look after').waitFor()
  await looksWell(manager, 'manager', 'dark')
})
