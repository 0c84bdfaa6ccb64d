// A number in the console as it ships, taken apart: its definition, its days, every fact, and what was left out.
import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { won } from '../feed/start-test-feed.ts'
import { smallFloorText } from '../floors/small-floor.ts'
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
    firstFloorText: smallFloorText.replace(
      '  currency: USD\n',
      '  currency: USD\n  rates: [{ currency: EUR, from: 2026-01-01, rate: 1.085 }]\n',
    ),
  })
  const deals = [
    won('d-1', 6_293_000, { name: 'Halcyon Rail', closedAt: '2026-10-06T15:00:00Z' }),
    won('d-2', 0, { name: 'Ardent Medical', amount: { minor: 5_800_000, currency: 'EUR' } }),
    won('d-3', 4_850_000, {
      name: 'Lakeshore Insurance',
      closedAt: '2026-10-22T15:00:00Z',
      credits: [
        { rep: 'priya', share: 0.6 },
        { rep: 'elena', share: 0.4 },
      ],
    }),
    won('d-4', 5_400_000, { name: 'Pinecrest Hotels', closedAt: null }),
    won('d-5', 900_000, { name: 'Harbor & Vale', credits: [{ rep: 'nobody@example.com' }] }),
  ]
  await console.feed.postFacts(JSON.stringify({ facts: deals }))
  const context = await console.visit()
  page = await console.open(context, '/')
  await becomeAdmin(page)
})
afterAll(() => console.close())

test('[H42] [H43] a number is the sum of the facts that the page lists, and what is left out stands beside it', async () => {
  await page.goto(`${console.feed.url}/console/metrics`)
  await page.getByRole('link', { name: 'How was this computed?' }).first().click()
  await page.getByText('the same number').waitFor()
  await page.getByRole('combobox', { name: 'Whose' }).fill('priya')
  await page.getByRole('option', { name: 'Priya Raman' }).click()
  await page.getByRole('row', { name: /Together, of Priya Raman/ }).waitFor()
  await page.getByRole('button', { name: 'Of when' }).click()
  await page.getByRole('option', { name: 'This quarter' }).click()
  await page.getByText('Q4 2026 runs from Thursday, October 1, 2026').waitFor()
  expect(await page.getByRole('row').allInnerTexts()).toEqual([
    expect.stringMatching(/Date/),
    expect.stringMatching(/Halcyon Rail[\s\S]*\$62,930[\s\S]*\$62,930\s+\$62,930/),
    expect.stringMatching(/Lakeshore Insurance[\s\S]*60%[\s\S]*40%[\s\S]*\$29,100\s+\$92,030/),
    expect.stringMatching(/Ardent Medical[\s\S]*€58,000[\s\S]*\$62,930\s+\$154,960/),
    expect.stringMatching(/Together[\s\S]*\$154,960/),
  ])
  await page.getByText('Pinecrest Hotels').waitFor()
  await page.getByText('Harbor & Vale').waitFor()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    expect(await axeFaults(page)).toEqual([])
    await page.screenshot({ path: `${pictures}/how-${colorScheme}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot({ path: `${pictures}/how-390.png`, fullPage: true })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
  expect(console.complaints).toEqual([])
})
