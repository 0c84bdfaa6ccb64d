// A file on the console as it ships: dropped, understood, checked, imported, found again by another page, and undone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallFloorText } from '../floors/small-floor.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

/** The afternoon of Friday 20 November 2026, going on from there. */
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()

const folder = mkdtempSync(join(tmpdir(), 'floorboard-import-page-'))
const file = join(folder, 'opportunities-2026-11-20.csv')
const rows = [
  'Opportunity ID;Opportunity Name;Account Name;Opportunity Owner;Stage;Amount;Close Date',
  '0061;Nordwind Lizenzen;Nordwind GmbH;Raman, Priya;Closed Won;"18.200,50";18/11/2026',
  '0062;Contoso Ausbau;Contoso;Marcus Chen;Closed Won;"4.000,00";12/11/2026',
  '0063;Müller & Söhne;Müller;Unbekannt, Jo;Closed Lost;"900,00";05/11/2026',
  '0064;Fabrikam;Fabrikam;Raman, Priya;Offer;"7.000,00";30/11/2026',
  '0065;Broken;Broken AG;Raman, Priya;Closed Won;viel;19/11/2026',
]

/** More rows than are looked at before a check; the last ones have a stage and a name of their own. */
const late = join(folder, 'pipeline.csv')
const lateRows = [
  'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date',
  ...Array.from({ length: 5100 }, (_, n) => `p${n},Deal ${n},Priya Raman,Closed Won,1.00,2026-11-18`),
  ...['px,Late,Priya Raman,Prospecting,1.00,2026-11-30', 'py,Later,P. R.,Prospecting,1.00,2026-11-30'],
]

let console: ConsoleSet
let page: Page

const pictures = process.env['FLOORBOARD_PICTURES_OF_IMPORT']
const keep = async (name: string): Promise<void> => {
  if (!pictures) return
  const size = page.viewportSize()
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.screenshot({ path: `${pictures}/${name}-dark.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot({ path: `${pictures}/${name}-phone.png`, fullPage: true })
  if (size) await page.setViewportSize(size)
}
const revenue = async (): Promise<number> => {
  const answer = await page.request.get(`${console.feed.url}/api/v1/metrics/revenue?window=month&by=org`)
  return (await answer.json()).total
}

beforeAll(async () => {
  // As Excel saves it in Europe.
  writeFileSync(file, Buffer.from(rows.join('\r\n'), 'latin1'))
  writeFileSync(late, lateRows.join('\n'))
  console = await openConsole({
    firstFloorText: smallFloorText,
    clock: { now: () => Date.now() + shiftMs },
  })
  page = await console.open(await console.visit(), '/')
  await becomeAdmin(page)
})
afterAll(async () => {
  await console.close()
  rmSync(folder, { recursive: true })
})

/** As a hand does it, from another window. */
const drop = async (path: string): Promise<void> => {
  const place = await page.locator('.drop-zone').boundingBox()
  if (place === null) throw new Error('there is nowhere to drop it')
  const devtools = await page.context().newCDPSession(page)
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 4]
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x, y, data })
}

test('[H51] [H54] [H56] [H59] [H123] [H147] a file is dropped, understood, its people added, checked, imported and undone by the words on the page', async () => {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Import' }).click()
  await page.getByText('Drop a CSV or Excel file here').waitFor()
  await keep('drop')
  expect(await axeFaults(page)).toEqual([])
  await drop(file)

  // Recognised by the names of its columns, read as what it is.
  await page.getByText('Read as windows-1252 (a guess)').waitFor()
  await page.getByText('4 of 5 rows are understood').waitFor()
  expect(await page.locator('.table-preview tr').nth(1).locator('td').allTextContents()).toEqual([
    ...['2', 'won', 'Nordwind Lizenzen', '$18,200.50', 'Nov 18, 2026', 'Raman, Priya'],
  ])
  expect(await page.getByRole('combobox', { name: 'Whose is Raman, Priya?' }).inputValue()).toBe(
    'Priya Raman',
  )
  await keep('columns')
  expect(await axeFaults(page)).toEqual([])

  // Those whom the file names and the floor does not have.
  await page.getByRole('button', { name: 'Add these 2 people to the floor' }).click()
  const people = page.getByRole('dialog')
  expect(await people.getByRole('textbox', { name: 'Unbekannt, Jo' }).inputValue()).toBe('Jo Unbekannt')
  await people.getByRole('button', { name: /Team of all of them/ }).click()
  await page.getByRole('option').nth(1).click()
  await keep('people')
  expect(await axeFaults(page)).toEqual([])
  await people.getByRole('button', { name: 'Add 2 people' }).click()
  await people.waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'Whose is Unbekannt, Jo?' }).waitFor({ state: 'detached' })
  const { file: floor } = await (await page.request.get(`${console.feed.url}/api/v1/floor`)).json()
  expect(floor.people.at(-1)).toMatchObject({
    name: 'Jo Unbekannt',
    role: 'ae',
    team: floor.teams[0].id,
    aliases: ['Unbekannt, Jo'],
  })

  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByText('What an import would change').waitFor()
  expect(await page.locator('.import-count').allTextContents()).toEqual([
    '4new',
    '0changed',
    '0as they are',
    '1refused',
  ])
  await page
    .getByText(/Line 6: Amount "viel" is not/)
    .first()
    .waitFor()
  expect(await revenue()).toBe(0)
  await keep('check')
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('button', { name: 'Import 4 rows' }).click()
  await page.getByText('What the import did').waitFor()
  expect(await revenue()).toBe(2_220_050)
  // Priya has the name now.
  const numbers = await page.request.get(`${console.feed.url}/api/v1/metrics/revenue?window=month&by=rep`)
  expect(JSON.stringify(await numbers.json())).toContain('1820050')

  await page.getByRole('button', { name: 'Read the next such file in the same way' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await keep('done')

  // On a phone, by somebody who comes later: the file is known, and what it brought is undone.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${console.feed.url}/console/import`)
  await page.getByText('Files that are known').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await keep('list')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.getByRole('button', { name: /Undo the import of opportunities/ }).click()
  await page.getByRole('alertdialog').getByText('4 rows that it added go.').waitFor()
  await keep('undo')
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await page.getByText('Undone', { exact: true }).waitFor()
  expect(await revenue()).toBe(0)
  expect(console.complaints).toEqual([])
})

test('[H61] [H63] [H146] a file goes on once its line is back; a stage that its last rows have is taken by one press, a name given to whose it is', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  let isBroken = true
  await page.route('**/pieces*', (route) => (isBroken ? route.abort() : route.continue()))
  await page.goto(`${console.feed.url}/console/import`)
  await drop(late)
  await page.getByText('The feed cannot be reached. It goes on by itself.').waitFor()
  await keep('broken')
  isBroken = false
  await page.getByText('5,000 of 5,000 rows are understood').waitFor()
  await page.unroute('**/pieces*')

  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByText('One stage is not known yet').waitFor()
  expect(await page.locator('.notice .import-name').textContent()).toContain('Prospecting 2 rows')
  await keep('stages')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Take it and check again' }).click()
  await page.getByRole('button', { name: 'Import 5,102 rows' }).waitFor()
  expect(await page.getByLabel('Words for open').inputValue()).toBe('Prospecting')
  await page.getByRole('heading', { name: 'One name that nobody here has' }).waitFor()
  await keep('later-name')
  expect(await axeFaults(page)).toEqual([])
  const whose = page.getByRole('combobox', { name: 'Whose is P. R.?' })
  // A list closes where the page is scrolled.
  await whose.scrollIntoViewIfNeeded()
  await whose.click()
  await whose.fill('Priya')
  await page.getByRole('option', { name: 'Priya Raman' }).click()
  await page.getByRole('button', { name: 'Import 5,102 rows' }).click()
  await page.getByText('What the import did').waitFor()
  expect(await page.getByRole('link', { name: 'Say whose' }).count()).toBe(0)
  const { file: floor } = await (await page.request.get(`${console.feed.url}/api/v1/floor`)).json()
  expect(floor.people[0].aliases).toContain('P. R.')
  expect(console.complaints.filter((words) => !words.includes('net::ERR_FAILED'))).toEqual([])
})
