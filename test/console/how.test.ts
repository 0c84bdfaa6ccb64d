// A number in the console as it ships, taken apart: its definition, its days, every fact, and what was left out.
import { mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { won } from '../feed/start-test-feed.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

const pictures = 'test-results/console'
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()

let console: ConsoleSet
let context: BrowserContext
let page: Page
/** Where the code at the wall's foot leads, as a phone reads it from the glass. */
let scanned: string | null

/** From a picture of that corner of the wall, as a phone's camera has it; null while the board comes on. */
const scan = async (wall: Page): Promise<string | null> => {
  await wall.locator('.foot-code').waitFor()
  const { x, y, width, height } = (await wall.locator('.foot-code').boundingBox()) ?? expect.unreachable()
  const clip = { x: x - 40, y: y - 40, width: width + 80, height: height + 80 }
  const picture = PNG.sync.read(await wall.screenshot({ clip }))
  return jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data ?? null
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  console = await openConsole({
    clock: { now: () => Date.now() + shiftMs },
    firstFloorText: smallFloorText.replace(
      '  currency: USD\n',
      '  currency: USD\n  boardCodes: true\n  rates: [{ currency: EUR, from: 2026-01-01, rate: 1.085 }]\n',
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
  const glass = { viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' } as const
  const wall = await (await console.visit(glass)).newPage()
  await wall.goto(`${console.feed.url}/tv/?screen=wall`)
  scanned = await vi.waitUntil(() => scan(wall), { timeout: 30_000, interval: 300 })
  await pictureForPeople(wall, { path: `${pictures}/how-wall.png` })
  await wall.close()
  context = await console.visit()
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
    expect.stringMatching(/Ardent Medical[\s\S]*€58,000\s+× 1.085 = \$62,930[\s\S]*\$62,930\s+\$154,960/),
    expect.stringMatching(/Together[\s\S]*\$154,960/),
  ])
  await page.getByText('Pinecrest Hotels').waitFor()
  await page.getByText('Harbor & Vale').waitFor()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    expect(await axeFaults(page)).toEqual([])
    await pictureForPeople(page, { path: `${pictures}/how-${colorScheme}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await pictureForPeople(page, { path: `${pictures}/how-390.png`, fullPage: true })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
  expect(console.complaints).toEqual([])
})

test('[H110] [H111] [H116] from a board to any of its numbers, to what that is made of, and to whoever runs the floor', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${console.feed.url}/console/boards/revenue`)
  await page.getByRole('link', { name: 'How was this computed?' }).click()
  await page
    .getByRole('link', { name: /^Of goal/ })
    .first()
    .click()
  await page.getByText('Closed-won revenue ÷ Goal').waitFor()
  await page.getByText('Worked out again just now').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('table').getByRole('link', { name: 'Closed-won revenue' }).click()
  await page.getByRole('row', { name: /Together, on the wall as \$155K/ }).waitFor()
  await page.getByLabel(/What is wrong with it/).fill('Lakeshore was half and half.')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('It is with them').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await pictureForPeople(page, { path: `${pictures}/how-figure.png`, fullPage: true })
  expect(console.complaints).toEqual([])
})

test('[H114] [H115] [H116] the code on the wall opens its board on a phone: every number, its facts, and a word to whoever runs the floor', async () => {
  expect(scanned).toMatch(new RegExp(`^${console.feed.url}/h/[\\w-]{16}$`))
  const phone = await console.visit({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const seen = await phone.newPage()
  const complaints: string[] = []
  seen.on('pageerror', (error) => complaints.push(error.message))
  seen.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await seen.goto(scanned ?? '')
  await seen.getByRole('heading', { level: 1, name: 'Closed-won revenue' }).waitFor()
  await seen.getByText('Closed-won revenue', { exact: false }).nth(1).click()
  await seen.getByRole('row', { name: /Together.*\$154,960/ }).waitFor()
  for (const secret of ['Halcyon', 'Lakeshore', 'Harbor'])
    expect(await seen.getByText(secret).count(), secret).toBe(0)
  expect(await axeFaults(seen)).toEqual([])
  const sideways = await seen.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
  await seen.getByRole('button', { name: 'This looks wrong' }).click()
  await seen.getByLabel(/What is wrong with it/).fill('Ardent is not ours.')
  await pictureForPeople(seen, { path: `${pictures}/how-phone.png`, fullPage: true })
  await seen.getByRole('button', { name: 'Send' }).click()
  await seen.getByText('Whoever runs the floor has it now').waitFor()
  const { doubts } = await page.evaluate(async () => (await fetch('/api/v1/doubts')).json())
  expect(doubts.map(({ words, by }: { words: string; by: string | null }) => [words, by === null])).toEqual([
    ['Ardent is not ours.', true],
    ['Lakeshore was half and half.', false],
  ])
  expect(complaints).toEqual([])
})

test('[H135] a wrong amount is mended where it is seen: the number is right as soon as the page says so', async () => {
  await page.goto(`${console.feed.url}/console/metrics`)
  await page.getByRole('link', { name: 'How was this computed?' }).first().click()
  await page.getByRole('button', { name: 'Of when' }).click()
  await page.getByRole('option', { name: 'This quarter' }).click()
  await page.getByRole('row', { name: /Together.*\$183,360/ }).waitFor()
  await page.getByRole('button', { name: 'Mend: Halcyon Rail' }).click()
  await page.getByRole('menuitem', { name: 'Another amount' }).click()
  await page.getByRole('textbox', { name: 'Right amount' }).fill('2930')
  const dialog = page.getByRole('dialog')
  expect(await axeFaults(page)).toEqual([])
  await pictureForPeople(page, { path: `${pictures}/how-mend.png` })
  await dialog.getByRole('button', { name: 'Mend it' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /Together.*\$123,360/ }).waitFor()
  expect(console.complaints).toEqual([])
})
