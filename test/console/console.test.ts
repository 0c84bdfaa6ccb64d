import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import Papa from 'papaparse'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

let console: ConsoleSet
let page: Page

beforeAll(async () => {
  console = await openConsole()
  page = await console.open(await console.visit(), '/')
})
afterEach(() => page.context().setOffline(false))
afterAll(() => console.close())

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const goTo = (name: string) => page.getByRole('navigation').first().getByRole('link', { name }).click()

const floorFile = async () => (await page.request.get(`${console.feed.url}/api/v1/floor`)).json()

test('a fresh feed asks for the first admin, and then shows the wall', async () => {
  await heading('Who runs this wall?').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await becomeAdmin(page)
  expect(new URL(page.url()).pathname).toBe('/console/')
})

test('a playlist is made of boards by mouse, ordered by keyboard, and each step can be undone', async () => {
  await goTo('Playlists')
  await page.getByRole('button', { name: 'New playlist' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Friday')
  await page.getByRole('button', { name: 'Create' }).click()
  await heading('Friday').waitFor()
  await page.getByRole('button', { name: 'Add a board' }).click()
  await page.getByRole('button', { name: 'Add Over the line' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  const titles = page.getByRole('grid').getByRole('heading', { level: 2 })
  await expect.poll(() => titles.allTextContents()).toEqual(['Closed-won revenue', 'Over the line'])

  await page.getByRole('button', { name: 'Move Over the line' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => titles.allTextContents()).toEqual(['Over the line', 'Closed-won revenue'])
  const friday = async () =>
    (await floorFile()).file.playlists.find(({ id }: { id: string }) => id === 'friday').items
  await expect.poll(friday).toMatchObject([{ board: 'over' }, { board: 'revenue' }])

  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(() => titles.allTextContents()).toEqual(['Closed-won revenue', 'Over the line'])
})

test('an edit that waited for the line is refused where somebody was quicker, and can be made again', async () => {
  await page.goto(`${console.feed.url}/console/playlists/day`)
  await heading('Day').waitFor()
  const { version } = await floorFile()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'More for Day' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Morning')
  await page.getByRole('button', { name: 'Rename' }).click()
  // Seen at once, although nothing has got through.
  await heading('Morning').waitFor()
  const other = await page.request.post(`${console.feed.url}/api/v1/floor/edits`, {
    headers: { origin: console.feed.url },
    data: { version, edits: [{ do: 'set', list: 'playlists', id: 'day', fields: { name: 'Daylight' } }] },
  })
  expect(other.status()).toBe(200)
  await page.context().setOffline(false)
  await page.getByRole('heading', { name: 'Somebody changed the floor meanwhile' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply mine as well' }).click()
  const day = async () =>
    (await floorFile()).file.playlists.find(({ id }: { id: string }) => id === 'day').name
  await expect.poll(day).toBe('Morning')
})

test('nothing typed is lost by a reload', async () => {
  await goTo('Access')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Priya Raman')
  await page.reload()
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Priya Raman')
  await page.keyboard.press('Escape')
})

test('the palette goes anywhere by keyboard', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('main wall')
  await page.getByRole('menuitem', { name: /^Main wall/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/screens\/wall$/)
})

/** `says`: a heading, or a text of a dialog, by which the page is known from the one before it. */
for (const [name, path, says] of [
  ['Today', '/', 'The rest of the day'],
  ['Playlists', '/playlists', /playlists$/],
  ['a playlist', '/playlists/day', 'Screens with this playlist'],
  ['Screens', '/screens', 'Groups'],
  ['a screen', '/screens/wall', 'Main wall'],
  ['pairing', '/pair?code=ACDEFG', 'Pair a screen'],
  ['Celebrations', '/celebrations', /in the last 24 hours$/],
  ['what is celebrated', '/celebrations/rules', 'What is celebrated'],
  ['who hears of it', '/celebrations/alerts', 'Lists of people'],
  ['Boards', '/boards', /^4 boards/],
  ['a board', '/boards/revenue', 'Where it is used'],
  ['Forecast', '/forecast', 'Forecast'],
  ['Data faults', '/faults', /^All facts count/],
  ['History', '/history', /^Changed last by/],
  ['Access', '/access', 'Your own sessions'],
] as const)
  test(`axe finds nothing on ${name}, light and dark`, async () => {
    // As a link of the console goes there: by an address alone every page of it would be loaded anew.
    await page.evaluate((to) => history.pushState(null, '', to), `/console${path}`)
    const heading = page.getByRole('heading', { name: says })
    await heading.or(page.getByRole('dialog').getByText(says)).first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await axeFaults(page)).toEqual([])
    }
  })

test('[D1] recaps are switched on for reps, on another day, and off again', async () => {
  await goTo('Access')
  const recaps = async () => (await floorFile()).file.floor.recaps
  expect(await recaps()).toBeUndefined()
  await page.getByText('Reps: their own week').click()
  await page.getByRole('button', { name: /Day of the weekly ones/ }).click()
  await page.getByRole('option', { name: 'Tuesday' }).click()
  await eventually(async () => expect(await recaps()).toEqual({ day: 'tuesday', at: '08:00', to: ['rep'] }))
  await page.getByText('Reps: their own week').click()
  await eventually(async () => expect(await recaps()).toBeUndefined())
})

test('a group is made with a screen in it, and taken away; its screen keeps what it showed', async () => {
  await goTo('Screens')
  await page.getByRole('button', { name: 'New group' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Sales')
  await page.getByRole('button', { name: /Always plays/ }).click()
  await page.getByRole('option', { name: 'Evening' }).click()
  await page.getByRole('dialog').getByText('Main wall', { exact: true }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  const sales = async () => {
    const { file } = await floorFile()
    const wall = file.screens.find(({ id }: { id: string }) => id === 'wall')
    return [file.screenGroups.map(({ name }: { name: string }) => name), wall.group, wall.playlist]
  }
  await expect.poll(sales).toEqual([['Sales'], 'sales', 'day'])
  await page.getByRole('button', { name: 'Change Sales' }).click()
  await page.getByRole('button', { name: 'Remove the group' }).click()
  await expect.poll(sales).toEqual([[], undefined, 'day'])
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(sales).toEqual([['Sales'], 'sales', 'day'])
})

test('a rule’s edge is moved by the keyboard, says its time, and the change can be undone', async () => {
  await page.goto(`${console.feed.url}/console/schedule/wall`)
  const hours = async () =>
    (await floorFile()).file.screens.find(({ id }: { id: string }) => id === 'wall').schedule[0].hours.from
  const edge = page.getByRole('slider', { name: 'Beginning of Evening' }).first()
  await edge.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await edge.getAttribute('aria-valuetext')).toContain('4:30')
  expect(await hours()).toBe('17:00')
  await page.keyboard.press('Enter')
  await expect.poll(hours).toBe('16:30')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(hours).toBe('17:00')
})

test('a rule’s edge is dragged to a quarter of an hour', async () => {
  const edge = page.getByRole('slider', { name: 'Beginning of Evening' }).first()
  const box = await edge.boundingBox()
  if (!box) throw new Error('nothing is drawn')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  // An hour is drawn 52 pixels high.
  await page.mouse.move(x, y - 30)
  await page.mouse.move(x, y - 50)
  await page.mouse.up()
  const hours = async () =>
    (await floorFile()).file.screens.find(({ id }: { id: string }) => id === 'wall').schedule[0].hours.from
  await expect.poll(hours).toBe('16:00')
  // A page that is left before it has heard so sends the edit again.
  await page.getByText('Evening is on from').first().waitFor()
})

test('what a screen has shown is downloaded by a link, as a file that a spreadsheet opens', async () => {
  await page.goto(`${console.feed.url}/console/screens/wall`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export 90 days' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('plays-wall.csv')
  const { data, errors } = Papa.parse<string[]>(readFileSync(await download.path(), 'utf8').trim())
  expect([data[0]?.slice(0, 3), errors]).toEqual([['day', 'screen', 'screen_name'], []])
})

test('somebody who only views finds their own numbers first, and nothing to run the wall with', async () => {
  const { url } = console.feed
  const headers = { origin: url }
  const invited = { name: 'Priya Raman', email: 'priya@northwind.test', role: 'viewer', person: 'priya' }
  const { link } = await (
    await page.request.post(`${url}/api/v1/invitations`, { headers, data: invited })
  ).json()
  const theirs = await (
    await console.visit({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  ).newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Password').fill('my own numbers first')
  await theirs.getByRole('button', { name: 'Come in' }).click()
  await theirs.getByRole('main').getByText('Priya Raman').waitFor()
  await theirs.getByRole('heading', { level: 2, name: 'Calls' }).waitFor()
  await theirs.getByRole('heading', { name: 'The boards of the floor' }).waitFor()
  await theirs.goto(`${url}/console/playlists`)
  await theirs.waitForURL(/\/console\/$/)
  expect(await theirs.getByRole('link', { name: /Playlists|Screens|Remote|History/ }).count()).toBe(0)
})

test('no page breached the security policy or failed', () => {
  // Browsers write into the log that no TV shows a code, and that the line was cut.
  expect(console.complaints.filter((text) => !/404|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([])
})
