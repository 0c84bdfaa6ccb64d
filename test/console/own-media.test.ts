// Pictures, films and sounds of the floor's own, from the file in somebody's hand to the rule that plays it.
import { mkdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallFloorText } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

const folder = 'test-results/own-media'
let set: ConsoleSet
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  set = await openConsole({
    firstFloorText: `${smallFloorText}celebrations:
  - { id: big, name: Big deal, on: { over: 500 } }
`,
  })
})
afterAll(() => set?.close())

const sound = readFileSync('assets/sounds/gong.wav')
const picture = readFileSync('docs/celebrations/big-deal.jpg')
/** Of one pixel. */
const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')

test('[H127] a file is put, chosen for a rule and for a person, and stays while something needs it', async () => {
  const context = await set.visit()
  const page = await set.open(context, '/')
  await becomeAdmin(page)
  await page.goto(`${set.feed.url}/console/celebrations/media`)
  await page.getByText('None yet').waitFor()
  const input = page.locator('input[type=file]')
  await input.setInputFiles([
    { name: 'Priya walks up.wav', mimeType: 'audio/wav', buffer: sound },
    { name: 'Big win.jpeg', mimeType: 'image/jpeg', buffer: picture },
    { name: 'film.mp4', mimeType: 'video/mp4', buffer: picture },
  ])
  await page.getByText('“film.mp4” is called a film, and is a picture.').waitFor()
  await page.getByRole('heading', { name: 'priya-walks-up.wav' }).waitFor()
  await page.getByRole('heading', { name: 'big-win.jpg' }).waitFor()

  await page.getByRole('button', { name: 'Give somebody a clip' }).click()
  await page.getByLabel('Who').fill('priya')
  await page.getByRole('dialog').getByRole('button', { name: 'Priya Raman' }).click()
  await page.getByRole('button', { name: /Walks up to/ }).click()
  await page.getByRole('option', { name: 'priya-walks-up.wav' }).click()
  await pictureForPeople(page, { path: `${folder}/clip.png` })
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('used by Priya Raman').waitFor()
  expect(await page.getByRole('button', { name: 'Delete priya-walks-up.wav' }).isDisabled()).toBe(true)
  await pictureForPeople(page, { path: `${folder}/media.png` })

  await page.getByText('What is celebrated').first().click()
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('button', { name: /With a picture or film of your own/ }).click()
  await page.getByRole('option', { name: 'big-win.jpg' }).click()
  // A file can be put right here, too: a film that is none is refused, a GIF is chosen at once.
  const dialog = page.getByRole('dialog')
  const here = dialog.locator('input[type=file][accept*="image/gif"]')
  await here.setInputFiles({ name: 'rocket.mp4', mimeType: 'video/mp4', buffer: gif })
  await dialog.getByText('“rocket.mp4” is called a film, and is a picture.').waitFor()
  await here.setInputFiles({ name: 'Rocket.gif', mimeType: 'image/gif', buffer: gif })
  await dialog.locator('img.chosen-clip[src$="/media/rocket.gif"]').waitFor()
  await pictureForPeople(page, { path: `${folder}/rule.png` })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(async () => readFileSync(`${set.feed.folder}/media/big-win.jpg`).length)
    .toBe(picture.length)
  await page.goto(`${set.feed.url}/console/celebrations/media`)
  await page.getByText('used by Big deal').waitFor()
  expect(readFileSync(`${set.feed.folder}/media/rocket.gif`)).toEqual(gif)
  expect(set.complaints).toEqual([])
  await context.close()
})

test('it can be used on a phone', async () => {
  const context = await set.visit({ viewport: { width: 390, height: 844 } })
  const page = await set.open(context, '/')
  await page.getByLabel('E-mail').fill('maya@northwind.test')
  await page.getByLabel('Password').fill('a wall for everybody')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Password').waitFor({ state: 'detached' })
  await page.goto(`${set.feed.url}/console/celebrations/media`)
  await page.getByRole('heading', { name: 'big-win.jpg' }).waitFor()
  await pictureForPeople(page, { path: `${folder}/phone.png`, fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await context.close()
})
