// Metrics in the console as it ships: found, made by filling in a sentence beside what it comes to, changed with old and new
// side by side, refused in plain words.
import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, won } from '../feed/start-test-feed.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

const pictures = 'test-results/console'
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()

let console: ConsoleSet
let page: Page

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  console = await openConsole({
    clock: { now: () => Date.now() + shiftMs },
    firstFloorText: smallFloorText,
  })
  const deal = (id: string, name: string, minor: number, more: object = {}) =>
    won(id, minor, { name, stage: 'Closed', fields: { Segment: 'Mid-market' }, ...more })
  const facts = [
    deal('d-1', 'Halcyon Rail', 62_930_00),
    deal('d-2', 'Ardent Medical', 48_000_00, { credits: [{ rep: 'marcus' }] }),
    deal('d-3', 'Öresund Ferries', 990_00),
    deal('d-4', 'Lakeshore Insurance', 950_00, { credits: [{ rep: 'elena' }] }),
    deal('d-5', 'Pinecrest Hotels', 120_00, { credits: [{ rep: 'elena' }] }),
    deal('d-6', 'Harbor & Vale', 7_400_00, { closedAt: '2026-08-14T15:00:00Z' }),
    deal('d-7', 'Tern & Co', 400_00, { closedAt: '2026-05-14T15:00:00Z', credits: [{ rep: 'marcus' }] }),
    call('c-1'),
    call('c-2', { credits: [{ rep: 'marcus' }] }),
  ]
  await console.feed.postFacts(JSON.stringify({ facts }))
  const context = await console.visit()
  page = await console.open(context, '/')
  await becomeAdmin(page)
})
afterAll(() => console.close())

const settled = () =>
  page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
const inBoth = async (name: string) => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled()
    expect(await axeFaults(page)).toEqual([])
    await pictureForPeople(page, { path: `${pictures}/${name}-${colorScheme}.png`, fullPage: true })
  }
}
const onPhone = async (name: string) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await settled()
  await pictureForPeople(page, { path: `${pictures}/${name}-390.png`, fullPage: true })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
  await page.setViewportSize({ width: 1440, height: 900 })
}
const choose = async (place: string, option: string) => {
  await page.getByRole('button', { name: place }).last().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('[H70] [H74] [H75] [H76] a metric is found by a word, made by a sentence beside what it comes to, and refused in plain words', async () => {
  await page.goto(`${console.feed.url}/console/metrics`)
  await page.getByText('Adds up the amount of deals that are won, by close date.').waitFor()
  await page.getByLabel('Find a metric').fill('how are the teams')
  await page.getByText('2 found').waitFor()
  await page.getByLabel('Find a metric').fill('close date')
  await page.getByText('One found').waitFor()
  await inBoth('metrics')
  await onPhone('metrics')

  await page.getByRole('button', { name: 'New metric' }).click()
  await page.getByText('5 facts count').waitFor()
  await choose('Add a condition', 'amount')
  await page.getByText('A condition lacks its value.').waitFor()
  await page.getByRole('textbox', { name: 'amount' }).fill('1000')
  await page.getByRole('textbox', { name: 'amount' }).blur()
  await page.getByText('2 only just miss “amount is at least $1,000”').waitFor()
  await page.getByText('Öresund Ferries $990').waitFor()
  await page.getByText('2 facts count').waitFor()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Big deals')
  await page.getByLabel('The question it answers').fill('How many deals of some size do we win?')
  await inBoth('metric-new')
  await onPhone('metric-new')

  await choose('What is done', 'Divide')
  await page.getByText('A share of what?').waitFor()
  await choose('What is divided', 'Calls')
  await choose('By what', 'Calls')
  await page.getByText('“Calls” divided by itself is always 100%').waitFor()
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await choose('What is done', 'Count')
  await choose('Add a condition', 'amount')
  await page.getByRole('textbox', { name: 'amount' }).fill('1000')
  await page.getByRole('textbox', { name: 'amount' }).blur()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('“Big deals” is saved.').waitFor()
  await page.getByText('Counts deals that are won where amount is at least $1,000, by close date.').waitFor()
  const { body } = await console.feed.ask('/api/v1/openapi.json')
  expect(Object.keys(body.paths)).toContain('/api/v1/metric-drafts')
  expect(console.complaints).toEqual([])
})

test('[H72] [H77] [H79] a metric in use is changed with old and new side by side, and not removed before what is made of it', async () => {
  await page.goto(`${console.feed.url}/console/metrics`)
  await page.getByRole('link', { name: 'Change Closed-won revenue' }).click()
  await page.getByText('$112,990').first().waitFor()
  await choose('Add a condition', 'amount')
  await page.getByRole('textbox', { name: 'amount' }).fill('500')
  await page.getByRole('textbox', { name: 'amount' }).blur()
  await page.getByRole('button', { name: 'See old and new' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('row', { name: /Small floor.*\$112,990.*\$112,870.*\$7,400.*\$400.*\$0/ }).waitFor()
  await dialog.getByRole('row', { name: /Marcus Oyelaran.*\$400.*\$0/ }).waitFor()
  await page.getByText(/It moves \d boards/).waitFor()
  await page.getByLabel(/^Why/).fill('Small ones are not ours.')
  await inBoth('metric-change')
  await page.getByRole('radio', { name: 'From a day on' }).click()
  // From today on: the quarters before keep what they had.
  await dialog.getByRole('row', { name: /Marcus Oyelaran/ }).waitFor({ state: 'detached' })
  await page.getByRole('radio', { name: 'All, past ones too' }).click()
  await dialog.getByRole('row', { name: /Marcus Oyelaran/ }).waitFor()
  await page.getByText(/It moves \d boards/).waitFor()
  await page.getByRole('button', { name: 'Count it like this' }).click()
  await page.getByText('deals that are won where amount is at least $500').waitFor()

  await page.getByRole('link', { name: 'Change Closed-won revenue' }).click()
  await page.getByRole('button', { name: 'Remove this metric' }).click()
  await page.getByRole('alertdialog').getByText('How are the teams doing?').waitFor()
  expect(
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).isDisabled(),
  ).toBe(true)
  await pictureForPeople(page, { path: `${pictures}/metric-remove.png` })
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  expect(console.complaints).toEqual([])
})
