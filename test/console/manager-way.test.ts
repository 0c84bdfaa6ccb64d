// The way of the manager's guide, from a fresh feed: a console, a TV, a phone and a colleague's laptop, all real Chromium.
import type { Locator, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

let console: ConsoleSet
let page: Page
let tv: Page

/** Bounds a failure; nothing waits for as long. */
const within = { timeout: 60_000 }

beforeAll(async () => {
  console = await openConsole()
  page = await console.open(await console.visit(), '/')
  tv = await (await console.visit()).newPage()
})
afterAll(() => console.close())

const textOf = async (of: Locator): Promise<string> => (await of.textContent()) ?? ''

/** As it is typed: without the gap in its middle. */
const codeOf = async () => (await textOf(tv.locator('.pairing-code'))).replaceAll(/\s/g, '')

const goTo = (name: string) =>
  page.getByRole('navigation').first().getByRole('link', { name, exact: false }).click()
const dialog = () => page.getByRole('dialog')

const choose = async (on: Page, picker: RegExp, option: string) => {
  await on.getByRole('button', { name: picker }).last().click()
  await on.getByRole('option', { name: option }).click()
}

const get = async (path: string) => (await page.request.get(`${console.feed.url}/api/v1${path}`)).json()

/** What the TV itself says that it shows. */
const playlistOfKitchen = async () =>
  (await get('/screens')).screens.find(({ id }: { id: string }) => id === 'kitchen')?.playlist

test('a fresh console makes the first admin', async () => {
  await becomeAdmin(page)
  await page.getByText(admin.name).first().waitFor()
})

test('a new TV is paired by the code that it shows, and plays', async () => {
  await tv.goto(`${console.feed.url}/tv?pair`)
  await expect.poll(codeOf, within).toHaveLength(6)
  await goTo('Screens')
  await page.getByRole('button', { name: 'Pair a screen' }).click()
  await page.getByLabel('Six characters from the TV').fill(await codeOf())
  await page.getByText('Found it.').waitFor()
  await choose(page, /It is/, 'A new screen')
  await page.getByLabel('Name', { exact: true }).fill('Kitchen')
  await page.getByRole('button', { name: 'Pair and start playing' }).click()
  await tv
    .getByText(/Closed-won revenue|How are the teams doing/)
    .first()
    .waitFor()
  await expect.poll(playlistOfKitchen, within).toBe('day')
})

test('a playlist of three boards is made, with what people do beside what comes of it', async () => {
  await goTo('Playlists')
  await page.getByRole('button', { name: 'New playlist' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Push')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('heading', { level: 1, name: 'Push' }).waitFor()
  // Steps from the least would have made 18 of it.
  expect(await page.getByLabel('Seconds of Closed-won revenue').inputValue()).toContain('20')
  await page.getByRole('button', { name: 'Add a board' }).click()
  await page.getByRole('button', { name: 'Add Calls today' }).click()
  await page.getByRole('button', { name: 'Add Over the line' }).click()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  const boards = async () =>
    (await get('/floor')).file.playlists
      .find(({ id }: { id: string }) => id === 'push')
      ?.items.map(({ board }: { board: string }) => board)
  await expect.poll(boards, within).toEqual(['revenue', 'calls-today', 'over'])
})

test('it is scheduled, and the TV shows it', async () => {
  await goTo('Schedule')
  await choose(page, /Screen/, 'Kitchen')
  await page.getByRole('button', { name: 'Add a rule' }).click()
  await choose(page, /Shows/, 'Push')
  // Whatever day it is where the test runs.
  await dialog().getByText('Sat', { exact: true }).click()
  await dialog().getByText('Sun', { exact: true }).click()
  await dialog().getByText('All day', { exact: true }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(playlistOfKitchen, within).toBe('push')
  const week = page.getByRole('region', { name: 'The week' })
  await week.getByText('All day').first().waitFor()
  expect(await textOf(week)).not.toContain('1970')
})

test('a phone holds the wall, steps it, and gives it back', async () => {
  const phone = await console.open(
    await console.visit({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }),
    '/remote/kitchen',
  )
  await phone.getByLabel('E-mail').fill(admin.email)
  await phone.getByLabel('Password').fill(admin.password)
  await phone.getByRole('button', { name: 'Sign in' }).click()
  await phone.getByRole('button', { name: 'Hold 15 min' }).click()
  await phone.getByText('You hold the wall').waitFor()
  await tv.getByText('holds the wall').first().waitFor()
  const title = () => textOf(phone.getByRole('heading', { level: 1 }))
  const held = await title()
  await phone.getByRole('button', { name: 'Next' }).click()
  await expect.poll(title, within).not.toBe(held)
  await tv
    .getByText(await title())
    .first()
    .waitFor()
  await phone.getByRole('button', { name: 'Give back' }).first().click()
  await tv.getByText('holds the wall').first().waitFor({ state: 'detached' })
})

test('a colleague who may only look is invited, comes in, and finds nothing to change', async () => {
  await goTo('Access')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await dialog().getByLabel('Name', { exact: true }).fill('Omar Reyes')
  await dialog().getByLabel('E-mail').fill('omar@northwind.test')
  await choose(page, /Role$/, 'Leader')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog().getByLabel('Link').inputValue()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  const theirs = await (await console.visit()).newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Password').fill('only looking at it')
  await theirs.getByRole('button', { name: 'Come in' }).click()
  await theirs.getByText('Omar Reyes').first().waitFor()
  await theirs.goto(`${console.feed.url}/console/playlists/push`)
  await theirs.getByRole('heading', { level: 1, name: 'Push' }).waitFor()
  await theirs.getByLabel('Seconds of Calls today').waitFor()
  expect(await theirs.getByRole('button', { name: /Add a board|Show now|Remove|Move/ }).count()).toBe(0)
  expect(await theirs.getByLabel('Seconds of Calls today').isDisabled()).toBe(true)
  const { version } = await get('/floor')
  const tried = await theirs.request.post(`${console.feed.url}/api/v1/floor/edits`, {
    headers: { origin: console.feed.url },
    data: { version, edits: [{ do: 'set', list: 'playlists', id: 'push', fields: { name: 'Mine' } }] },
  })
  expect(tried.status()).toBe(403)
})

test('the last change is undone, and the TV follows', async () => {
  await goTo('History')
  // A note at the foot of the page may offer to undo something, too.
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(playlistOfKitchen, within).toBe('day')
})
