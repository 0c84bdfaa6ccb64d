// People, teams and goals in the console as it ships: a list pasted from a spreadsheet, somebody changed with what it moves said
// first, a photo, and a grid of goals typed, pasted and saved, whose past stays.
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { won } from '../feed/start-test-feed.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

/** Friday 20 November 2026, going on from there. */
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()

let console: ConsoleSet
let page: Page

const file = async () => (await page.request.get(`${console.feed.url}/api/v1/floor`)).json()
const goTo = (name: string) =>
  page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click()
const axeFindsNothing = async (schemes: readonly ('light' | 'dark')[] = ['light', 'dark']): Promise<void> => {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    expect(await axeFaults(page)).toEqual([])
  }
}

beforeAll(async () => {
  console = await openConsole({ clock: { now: () => Date.now() + shiftMs } })
  await console.feed.postFacts(
    JSON.stringify({
      facts: [
        won('d1', 40_000),
        won('d2', 90_000, { credits: [{ rep: 'nadia@example.com' }] }),
        ...[5, 6, 7, 8, 9, 10].map((month) =>
          won(`m${month}`, month * 10_000, {
            closedAt: `2026-${String(month).padStart(2, '0')}-12T15:00:00Z`,
            createdAt: '2026-01-02T09:00:00Z',
          }),
        ),
      ],
    }),
  )
  page = await console.open(await console.visit(), '/')
  await becomeAdmin(page)
})
afterAll(() => console.close())

test('[H1] [H5] [H6] [H20] [H22] people are pasted and changed, goals typed and saved, each with what it moves', async () => {
  await goTo('People & teams')
  await page.getByRole('button', { name: 'Paste a list' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByLabel('Names, and what else you have of them')
    .fill(
      'Name\tE-mail\tTeam\nNadia Khan\tnadia@example.com\tWest\nPriya\tpriya@example.com\tEast\nBo Li\tbo@example.com\tLondon',
    )
  await dialog.getByText('“priya@example.com” is here already, as Priya Raman.').waitFor()
  await dialog.getByText('The floor has no team “West”.').waitFor()
  await dialog.getByText('Make the team that is missing: West').click()
  // Her deal was nobody's: it becomes West's.
  await dialog.getByText('West – → $900').waitFor()
  await axeFindsNothing(['light'])
  await dialog.getByRole('button', { name: 'Add 2 people' }).click()
  await page.getByText('2 people are on the floor.').waitFor()
  expect((await file()).file.people.map(({ id }: { id: string }) => id)).toEqual([
    'priya',
    'marcus',
    'elena',
    'nadia-khan',
    'bo-li',
  ])

  await page.getByRole('link', { name: /Priya Raman/ }).click()
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#8050d0' } })
    .jpeg()
    .toBuffer()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')
  const choose = async (name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a photo' }).click(),
    ])
    await chooser.setFiles({ name, mimeType: 'image/jpeg', buffer })
  }
  await choose('me.jpg', svg)
  await page.getByText('This is an SVG drawing.').waitFor()
  await choose('me.jpg', picture)
  await page.getByRole('button', { name: 'Use it' }).click()
  await page.getByLabel('Short name on walls').fill('Priya R.')
  await page.getByRole('button', { name: 'Moves to another team' }).click()
  await page.getByRole('button', { name: /No team/ }).click()
  await page.getByRole('option', { name: 'London' }).click()
  await page.getByLabel('From', { exact: true }).nth(1).fill('2026-11-01')
  await page.getByText(/London .* → \$400/).waitFor()
  await axeFindsNothing()
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Priya Raman is saved.').waitFor()
  const [priya] = (await file()).file.people
  expect(priya).toMatchObject({
    shortName: 'Priya R.',
    team: [{ team: 'east' }, { team: 'london', from: '2026-11-01' }],
    photo: '/media/photo-priya.webp',
  })
  expect((await page.request.get(`${console.feed.url}${priya.photo}`)).status()).toBe(200)

  await goTo('Goals')
  const cell = (name: string) => page.getByLabel(name, { exact: true })
  await cell('Marcus Oyelaran, January 2027').fill('1,200')
  await cell('Marcus Oyelaran, January 2027').press('Shift+ArrowDown')
  // What is not set for February goes on from January.
  await eventually(async () =>
    expect(await cell('Marcus Oyelaran, February 2027').inputValue()).toBe('1,200'),
  )
  await page.getByText('Save 2 goals').waitFor()
  const paste = (text: string) =>
    cell('Elena Voss, January 2027').evaluate((input, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', pasted)
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  await paste('1,500\t95')
  await page.getByText('“1,500” could be a thousand or a little more than one.').first().waitFor()
  await paste('1,500\t1,250.50')
  await eventually(async () => expect(await cell('Elena Voss, February 2027').inputValue()).toBe('1,250.5'))
  await cell('Priya Raman, December 2026').focus()
  await page.getByText('The median of their last six full periods').waitFor()
  await axeFindsNothing()
  await page.getByRole('button', { name: /^Save \d goals$/ }).click()
  await page.getByText(/goals are saved/).waitFor()
  const { goals } = (await file()).file
  const typed = goals
    .filter(({ rep }: { rep?: string }) => rep !== undefined)
    .map(({ rep, from, value }: { rep: string; from: string; value: number }) => [rep, from, value])
  expect(typed.sort()).toEqual([
    ['elena', '2027-01-01', 1500],
    ['elena', '2027-02-01', 1250.5],
    ['marcus', '2027-01-01', 1200],
    ['nadia-khan', '2027-01-01', 1200],
  ])
  expect(console.complaints).toEqual([])
})
