// An empty data folder becomes a floor of one's own: five questions on a phone, and a wall with boards at the end.
import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFloorText } from '../../main/feed/new-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

const pictures = 'test-results/console'

let console: ConsoleSet
let page: Page

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  console = await openConsole({ firstFloorText: newFloorText })
  const context = await console.visit({
    viewport: { width: 390, height: 844 },
    locale: 'de-DE',
    timezoneId: 'Europe/Vienna',
  })
  page = await console.open(context, '/')
  await becomeAdmin(page)
})
afterAll(() => console.close())

const axeFindsNothing = async (): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    expect(await axeFaults(page)).toEqual([])
  }
}

test('[H40] five answers make a floor, and its wall has boards', async () => {
  await page.getByRole('heading', { name: 'Getting started' }).waitFor()
  await page.getByRole('link', { name: 'Go' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Your floor in five questions' }).waitFor()
  await axeFindsNothing()
  const make = page.getByRole('button', { name: 'Make my floor' })
  expect(await make.isDisabled()).toBe(true)
  await page.getByLabel('Name of your floor').fill('Nordwind')
  expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Europe / Vienna')
  await page.getByRole('combobox', { name: 'Currency' }).fill('euro')
  await page.getByRole('option', { name: 'Euro (EUR)', exact: true }).click()
  await page.getByRole('button', { name: 'First month of the fiscal year' }).click()
  await page.getByRole('option', { name: 'April' }).click()
  await page.getByText('who open them').click()
  await page.getByText('many deals').click()
  await page.getByLabel('SMB', { exact: true }).fill('Ost, West')
  // What was typed outlives a reload.
  await page.reload()
  expect(await page.getByLabel('SMB', { exact: true }).inputValue()).toBe('Ost, West')
  await pictureForPeople(page, { path: `${pictures}/begin-390.png`, fullPage: true })
  await page.setViewportSize({ width: 1440, height: 900 })
  await pictureForPeople(page, { path: `${pictures}/begin-1440.png`, fullPage: true })
  await make.click()
  // The console speaks the language of the floor from then on.
  await page.getByRole('heading', { name: 'Erste Schritte' }).waitFor()
  await axeFindsNothing()
  await pictureForPeople(page, { path: `${pictures}/begin-done.png`, fullPage: true })
  const { file } = await page.evaluate(async () => (await fetch('/api/v1/floor')).json())
  expect(file.floor).toMatchObject({
    timeZone: 'Europe/Vienna',
    currency: 'EUR',
    locale: 'de-DE',
    fiscalYearStartsIn: 4,
  })
  expect(file.teams.map(({ name }: { name: string }) => name)).toEqual([
    'Account Executives',
    'KMU',
    'Ost',
    'West',
    'Mittelstand',
  ])
  const wall = await console.openTv('first-wall')
  await wall.locator('.scene').first().waitFor()
  await pictureForPeople(wall, { path: `${pictures}/begin-wall.png` })
  expect(console.complaints).toEqual([])
})
