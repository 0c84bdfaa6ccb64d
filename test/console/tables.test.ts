// A table in the console as it ships: a sheet is connected by the words on the page alone, its rows are on the wall as the preview
// said, and what is done in it follows here.
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { startTableServer, type TableServer } from '../tables/table-server.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

/** The afternoon of Friday 20 November 2026, going on from there. */
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()
const now = (): number => Date.now() + shiftMs

let sheet: TableServer
let console: ConsoleSet
let page: Page

/** As people keep one: a title above, an id that was copied, a row without an owner, money as it is shown. */
const rows = [
  '1001,Northwind,Priya Raman,Closed won,"$18,200.50",11/18/2026',
  '1002,Contoso,marcus,Closed won,"$4,000",11/19/2026',
  '1003,Tailspin,Nobody Known,Closed won,$900,11/12/2026',
  '1004,Fabrikam,Priya Raman,Offer,"$7,000",11/30/2026',
  '1005,Woodgrove,Priya Raman,Closed won,$100,10/05/2026',
]
const serve = (lines: readonly string[]): void => {
  sheet.served.body = ['Number,Deal,Owner,Stage,Amount,Close date', ...lines].join('\r\n')
}
const pictures = process.env['FLOORBOARD_PICTURES_OF_TABLES']
const keep = async (name: string): Promise<void> => {
  if (!pictures) return
  const dark = async (scheme: 'light' | 'dark') =>
    page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  const size = page.viewportSize()
  await page.screenshot({ path: `${pictures}/${name}.png` })
  await dark('dark')
  await page.screenshot({ path: `${pictures}/${name}-dark.png` })
  await dark('light')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot({ path: `${pictures}/${name}-phone.png` })
  if (size) await page.setViewportSize(size)
}
const revenue = async (): Promise<number> => {
  const answer = await page.request.get(`${console.feed.url}/api/v1/metrics/revenue?window=month&by=org`)
  return (await answer.json()).total
}
const menu = async (item: string): Promise<void> => {
  await page.getByRole('button', { name: 'More for Team sheet' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

beforeAll(async () => {
  sheet = await startTableServer()
  serve(rows)
  console = await openConsole({
    firstFloorText: smallFloorText,
    clock: { now },
    allowLocalWebhooks: true,
  })
  page = await console.open(await console.visit(), '/')
  await becomeAdmin(page)
})
afterAll(async () => {
  await console.close()
  await sheet.close()
})

test('[N50] [N53] [N59] a sheet is set up by the words on the page, counts as the preview said, and what is wrong with it is told', async () => {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Sources' }).click()
  await page.getByText('Sheets, files and databases').waitFor()
  await keep('kinds')
  await page.getByRole('button', { name: 'Connect Google Sheet or CSV' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Address').fill(sheet.url)
  await keep('address')
  await dialog.getByRole('button', { name: 'Look at it' }).click()
  // Recognised by their names, and its stages by their words.
  await dialog.getByText('5 of 5 rows are understood').waitFor()
  expect(await dialog.getByLabel('Words for open').inputValue()).toBe('Offer')
  await dialog.getByLabel('Words for open').fill('Demo')
  await dialog.getByText(/Line 5: Stage "Offer" is not one of/).waitFor()
  await keep('refused')
  await dialog.getByLabel('Words for open').fill('Demo, Offer')
  await dialog.getByText('5 of 5 rows are understood').waitFor()
  await dialog.getByText('2 of 3 people are on this floor').waitFor()
  await dialog.getByText('The wall would show what the table says.').waitFor()
  expect(await dialog.locator('.won-column').allTextContents()).toEqual([
    'In the table · November 20263 won$23,100.50',
    'On the wall3 won$23,100.50',
  ])
  expect(await dialog.locator('.table-preview tr').nth(1).locator('td').allTextContents()).toEqual([
    ...['2', 'won', 'Northwind', '$18,200.50', 'Nov 18, 2026', 'Priya Raman'],
  ])
  await dialog.locator('.won-compare').scrollIntoViewIfNeeded()
  await keep('preview')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('Name', { exact: true }).last().fill('Team sheet')
  await dialog.getByRole('button', { name: 'Start' }).click()
  await dialog.waitFor({ state: 'detached' })
  await eventually(async () => expect(await revenue()).toBe(2_310_050), 200)

  serve([...rows.slice(0, 1), ...rows.slice(2), '1006,Adatum,marcus,Closed won,$50,11/20/2026'])
  await menu('Read now')
  await eventually(async () => expect(await revenue()).toBe(1_915_050), 200)
  sheet.served.body = '<!doctype html><title>Sign in</title>'
  await menu('Read now')
  await page.getByText('Needs you', { exact: true }).waitFor()
  await page.getByText('A web page came in the place of a table').waitFor()
  expect(await revenue()).toBe(1_915_050)
  await keep('tile')
  expect(await axeFaults(page)).toEqual([])
  expect(console.complaints).toEqual([])
})
