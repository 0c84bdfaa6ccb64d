// A board made by its picture and copied for another team, in the console as it ships.
import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, won } from '../feed/start-test-feed.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
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
    firstFloorText: smallFloorAtAnyHour
      .replace('name: Main wall,', 'name: Main wall, team: east,')
      .replace('name: Calls,', 'name: London wall, team: london,'),
  })
  const facts = [won('d1', 40_000), call('c1', { credits: [{ rep: 'marcus' }] })]
  await console.feed.postFacts(JSON.stringify({ facts }))
  page = await console.open(await console.visit({ reducedMotion: 'reduce' }), '/')
  await becomeAdmin(page)
})
afterAll(() => console.close())

/** Three walls are drawn in it, which takes a busy machine its time. */
const within = { timeout: 60_000 }

const choose = async (label: string, option: string) => {
  await page.getByRole('button', { name: label, exact: false }).click()
  await page.getByRole('option', { name: option }).click()
}
/** What a wall of a shape shows of the board that is being made. */
const drawn = (shape: string) => page.frameLocator(`.drawn-frame[data-shape="${shape}"] iframe`)

const fitsAPhone = async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
}

const lookAt = async (name: string) => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await axeFaults(page)).toEqual([])
  }
  await pictureForPeople(page, { path: `${pictures}/${name}.png` })
  await fitsAPhone()
  await pictureForPeople(page, { path: `${pictures}/${name}-390.png` })
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('[H85] [H86] [H87] a board is chosen by its picture, and is there in three shapes with the numbers that stand', async () => {
  await page.goto(`${console.feed.url}/console/boards`)
  await page.getByRole('button', { name: 'New board' }).click()
  const card = page.getByRole('link', { name: /^Team goal/ })
  await card.scrollIntoViewIfNeeded()
  // Its picture is drawn by the board itself, from a sample.
  await page.frameLocator('a[href$="/new-board/team-goal"] iframe').locator('.scene').waitFor()
  await page.getByText('The floor has no rule yet of what is off.').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await card.click()
  await page.getByRole('heading', { level: 1, name: 'New board: Team goal' }).waitFor()
  for (const shape of ['wide', 'tall', 'panorama'])
    await drawn(shape).locator('.scene').getByText('$400', { exact: false }).first().waitFor()
  await choose('Beside it', 'Nothing')
  const mend = page.getByRole('button', { name: 'Put Calls beside it' })
  await mend.waitFor()
  await lookAt('make-board')
  await mend.click()
  await mend.waitFor({ state: 'detached' })
  await page.getByLabel('What it is called').fill('Our quarter')
  await drawn('wide').getByText('Our quarter').first().waitFor(within)
  await page.locator('label', { hasText: /^Day/ }).click()
  await page.getByRole('button', { name: 'Save the board' }).click()
  await page.getByRole('dialog', { name: 'Our quarter' }).getByText('Main wall').waitFor()
})

test('[H88] [H89] [H91] it is copied for another team, onto that team’s own screen, and says where it hangs before it goes', async () => {
  const dialog = page.getByRole('dialog', { name: 'Our quarter' })
  await dialog.getByRole('button', { name: 'For another team' }).click()
  await choose('For which team, office or role', 'London')
  await drawn('wide').getByText('London · Our quarter').first().waitFor(within)
  await page.locator('label', { hasText: /^Evening/ }).click()
  await page.getByRole('button', { name: 'Save the board' }).click()
  const copy = page.getByRole('dialog', { name: 'Our quarter · London' })
  await copy.getByText('London wall').waitFor()
  await copy.getByRole('button', { name: 'Remove' }).click()
  const ask = page.getByRole('alertdialog', { name: /^Remove/ })
  await ask.getByText('Evening').waitFor()
  await ask.getByRole('button', { name: 'Remove' }).click()
  await ask.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1, name: /boards/ }).waitFor()
  expect(console.complaints).toEqual([])
})
