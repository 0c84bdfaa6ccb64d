// A Monday review in the console as it ships: led from a phone while a wall follows, with a decision noted, something agreed
// and the sheet fetched; then what a desktop and a viewer see of it.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { findSheetFontsDir } from '../../main/sheet-fonts-dir.ts'
import { eventually } from '../eventually.ts'
import { textOfPdf } from '../feed/text-of-pdf.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

const floor = parse(smallFloorText)
const floorText = stringify({
  ...floor,
  boards: [...floor.boards, { id: 'pay', kind: 'wins', title: 'What it costs', audience: 'managers' }],
  cadences: [
    { id: 'monday', name: 'Monday review', owner: 'priya', boards: ['revenue', 'pay', 'teams'] },
    { id: 'talks', name: 'One-to-ones', oneToOnes: true },
  ],
})

/** The afternoon of Friday 20 November 2026, going on from there. */
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()

let console: ConsoleSet
let phone: Page
let wall: Page

beforeAll(async () => {
  console = await openConsole({
    firstFloorText: floorText,
    clock: { now: () => Date.now() + shiftMs },
    sheetFontsDir: findSheetFontsDir(),
  })
  const context = await console.visit({ viewport: { width: 390, height: 844 }, acceptDownloads: true })
  phone = await console.open(context, '/')
  await becomeAdmin(phone)
  wall = await console.openTv('wall')
  await wall.locator('.scene').first().waitFor()
})
afterAll(() => console.close())

const sideways = () =>
  phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const axeFindsNothing = async (): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await phone.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // What still fades in has not its own colours yet.
    await phone.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    expect(await axeFaults(phone)).toEqual([])
  }
  expect(await sideways()).toBe(0)
}
const held = async () =>
  (await (await phone.request.get(`${console.feed.url}/api/v1/controls/wall`)).json()).hold

test('[L19] [L20] [L24] [L25] a Monday review from a phone: the wall follows, a decision is noted, the sheet is fetched', async () => {
  await phone.goto(`${console.feed.url}/console/meetings`)
  await phone.getByRole('heading', { level: 1, name: 'Monday review, in 3 days at 9:00 AM' }).waitFor()
  await phone.getByRole('link', { name: /Priya Raman · every week/ }).waitFor()
  await axeFindsNothing()
  await phone.getByRole('link', { name: /Monday review/ }).click()
  await phone.getByText('One board is not for walls: you have it here.').waitFor()
  await axeFindsNothing()
  await phone.getByRole('button', { name: 'Begin with 3 boards' }).click()
  await wall.getByText('Monday review').first().waitFor()
  expect((await held()).board).toBe('revenue')

  // The next one is for managers: it is in the hand, and the wall stays.
  await phone.getByRole('button', { name: 'Discussed, next board' }).click()
  await phone.getByText('Not for walls: it is here alone.').waitFor()
  expect((await held()).board).toBe('revenue')
  await phone.getByRole('textbox', { name: 'Decided, or to be remembered' }).fill('No discounts over 10 %.')
  await phone.getByRole('button', { name: 'Write it down' }).click()
  await phone.getByText('No discounts over 10 %.').waitFor()
  await phone.getByRole('textbox', { name: 'Agree on something' }).fill('Call the five late deals')
  await phone.getByRole('button', { name: 'Who does it' }).click()
  await phone.getByRole('option', { name: 'Priya Raman' }).click()
  await phone.getByLabel('By when').fill('2026-11-25')
  await phone.getByRole('button', { name: 'Agreed' }).click()
  await phone.getByText('by Nov 25').waitFor()
  await axeFindsNothing()

  await phone.getByRole('button', { name: 'Discussed, next board' }).focus()
  await phone.keyboard.press('Enter')
  await phone.getByRole('button', { name: 'Discussed, that was the last' }).waitFor()
  await eventually(async () => expect((await held()).board).toBe('teams'))
  await phone.getByRole('button', { name: 'End the meeting' }).click()
  await phone.getByText('2 boards were discussed, one thing agreed, one thing noted.').waitFor()
  await eventually(async () => expect(await held()).toBeNull())
  await wall.getByText('Monday review').first().waitFor({ state: 'detached' })

  const [file] = await Promise.all([
    phone.waitForEvent('download', { timeout: 30_000 }),
    phone.getByRole('link', { name: 'Sheet to print' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('monday.pdf')
  const text = await textOfPdf(new Uint8Array(await readFile(await file.path())))
  for (const said of [
    'Monday review',
    'What it costs',
    'Call the five late deals',
    'No discounts over 10 %.',
  ])
    expect(text).toContain(said)
  expect(console.complaints).toEqual([])
})

test('[L29] a meeting is made by its form on a phone, is in the list at once, and is changed there', async () => {
  await phone.goto(`${console.feed.url}/console/meetings`)
  await phone.getByRole('button', { name: 'New meeting' }).click()
  const form = phone.getByRole('dialog')
  await form.getByLabel('What the meeting is called').fill('Month’s end')
  await form.getByRole('button', { name: 'How often' }).click()
  await phone.getByRole('option', { name: 'Every month' }).click()
  await form.getByRole('button', { name: 'Day' }).click()
  await phone.getByRole('option', { name: 'Last working day' }).click()
  await form.getByRole('button', { name: 'Add a board' }).click()
  const boards = phone.getByRole('dialog').filter({ hasText: 'Find by title or kind' }).last()
  await boards.getByRole('button', { name: /^Add What it costs/ }).click()
  await boards.getByRole('button', { name: 'Done' }).click()
  await axeFindsNothing()
  await form.getByRole('button', { name: 'Save' }).click()
  await phone.getByRole('link', { name: /Month’s end.*every month/ }).waitFor()
  // The last working day of November, which is a Monday.
  await phone.getByRole('link', { name: /Mon, Nov 30/ }).waitFor()
  await phone.getByRole('button', { name: 'Change Month’s end' }).click()
  await form.getByRole('button', { name: 'Remove' }).click()
  await phone.getByRole('link', { name: /Month’s end/ }).waitFor({ state: 'detached' })
  expect(console.complaints).toEqual([])
})
