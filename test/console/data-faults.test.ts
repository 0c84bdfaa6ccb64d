// Data faults in the console as it ships: a name that nobody has, a wrong amount and a misread date are found and mended, what
// somebody says looks wrong is answered, and what was mended can be taken back.
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { call, won } from '../feed/start-test-feed.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

/** The afternoon of Friday 20 November 2026, going on from there. */
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()
const months = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']

let console: ConsoleSet
let page: Page

const value = async (metric: string, window: string): Promise<number> => {
  const answer = await page.request.get(
    `${console.feed.url}/api/v1/metrics/${metric}?by=rep&window=${window}`,
  )
  const { rows } = await answer.json()
  return rows.find(({ subject }: { subject: string }) => subject === 'priya')?.value ?? 0
}

beforeAll(async () => {
  console = await openConsole({
    firstFloorText: smallFloorText,
    clock: { now: () => Date.now() + shiftMs },
  })
  const facts = [
    ...months.map((month) => won(month, 100_000, { closedAt: `${month}-10`, name: `Deal of ${month}` })),
    // A hundred times too much: cents were read as dollars.
    won('typo', 10_000_000, { name: 'Contoso' }),
    // 12 March, read as 3 December.
    won('misread', 100_000, { name: 'Fabrikam', closedAt: '2026-12-03' }),
    call('one', { credits: [{ rep: 'Raman, Priya' }] }),
    call('two', { credits: [{ rep: 'Raman, Priya' }] }),
  ]
  await console.feed.postFacts(JSON.stringify({ facts }))
  page = await console.open(await console.visit(), '/')
  await becomeAdmin(page)
  await page.request.post(`${console.feed.url}/api/v1/doubts`, {
    headers: { origin: console.feed.url },
    data: {
      ...{ id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', metric: 'revenue', window: 'quarter', rep: 'priya' },
      ...{ shown: '$101,000', words: 'Contoso was one thousand, not a hundred thousand.', screen: 'wall' },
    },
  })
  await page.reload()
})
afterAll(() => console.close())

const axeFindsNothing = async (): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    expect(await axeFaults(page)).toEqual([])
  }
}
const headline = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const dialog = () => page.getByRole('dialog')
const mendIt = () => dialog().getByRole('button', { name: 'Mend it' }).click()

test('[H95] Today and the sidebar count what is wrong; the list says how much and what it touches', async () => {
  await page.getByRole('heading', { level: 3, name: 'Somebody says a number looks wrong' }).waitFor()
  await page.getByRole('navigation').first().getByRole('link', { name: 'Data faults 4' }).click()
  await headline('4 things in the data need a look')
  const lines = await page.getByRole('main').locator('.fault-item').allTextContents()
  expect(lines.map((line) => line.slice(0, 46))).toEqual([
    'Nobody on the floor is called “Raman, Priya”It',
    'Fabrikam: closing date Dec 3, 2026 is still to',
    'Priya Raman: Closed-won revenue $100,000, 100 ',
  ])
  expect(lines[0]).toContain('2 facts')
  expect(lines[0]).toContain('Calls today')
  await axeFindsNothing()
})

test('[H98] [H99] the suggested person gets the name, and the calls of the past are theirs', async () => {
  expect(await value('calls', 'quarter')).toBe(0)
  await page.getByRole('button', { name: 'Priya Raman' }).click()
  await dialog()
    .getByText(/^It moves \d boards and/)
    .waitFor()
  await axeFindsNothing()
  await mendIt()
  await headline('3 things in the data need a look')
  expect(await value('calls', 'quarter')).toBe(2)
})

test('[H103] [H104] a misread date is put right by the date that was probably meant', async () => {
  const line = page.locator('[data-kind=ahead]')
  await line.getByRole('button', { name: 'Mar 12, 2026' }).click()
  expect(await dialog().getByLabel('Right closing date').inputValue()).toBe('2026-03-12')
  await mendIt()
  await headline('2 things in the data need a look')
  expect(await value('revenue', '2026-03-01..2026-04-01')).toBe(200_000)
})

test('[H100] [H96] a wrong amount is put right, and whoever said so is answered', async () => {
  await page.locator('[data-kind=outlier]').getByRole('button', { name: 'Facts behind it' }).click()
  await page.getByRole('button', { name: 'Mend Contoso' }).click()
  const amount = page.getByRole('textbox', { name: 'Right amount' })
  await amount.fill('1000')
  await amount.press('Enter')
  await dialog()
    .getByText(/\$100,000 → \$1,000/)
    .first()
    .waitFor()
  await mendIt()
  await eventually(async () => expect(await value('revenue', 'month')).toBe(100_000))
  await page.getByText('Contoso was one thousand, not a hundred thousand.').waitFor()
  await page.getByRole('button', { name: 'Answer' }).click()
  await page
    .getByRole('textbox', { name: 'What it was, and what was done' })
    .fill('You are right. It is mended.')
  await page.getByRole('button', { name: 'It is answered' }).click()
  await headline('All facts count where they should')
  await page.getByText('Nothing to mend').waitFor()
  await axeFindsNothing()
})

test('[H98] what was mended stands with who and when, fits a phone, and is taken back', async () => {
  const mended = page.locator('.mended')
  expect(await mended.getByRole('listitem').count()).toBe(3)
  expect(await mended.textContent()).toContain('“Raman, Priya” is Priya RamanMaya Lindqvist')
  await page.setViewportSize({ width: 390, height: 844 })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
  await axeFindsNothing()
  await mended.getByRole('listitem').last().getByRole('button', { name: 'Undo' }).click()
  await headline('One thing in the data needs a look')
  expect(await value('calls', 'quarter')).toBe(0)
  expect(console.complaints).toEqual([])
})
