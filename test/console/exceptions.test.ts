// Exceptions in the console as it ships: a manager writes to the owner of an overdue deal and sees it clear when it is touched.

import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { eventually } from '../eventually.ts'
import { type MailReceiver, startMailServer, unfolded } from '../feed/mail-server.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

const small = parse(smallFloorText)
const floorText = stringify({
  ...small,
  metrics: [
    ...small.metrics,
    {
      ...{
        id: 'due',
        name: 'Due',
        objective: 'How much is due?',
        indicator: 'output',
        question: 'results',
        unit: 'money',
      },
      of: {
        from: 'deal',
        where: [{ field: 'status', is: 'open' }],
        date: 'expectedCloseOn',
        measure: { sum: 'amount' },
      },
    },
  ],
  boards: [
    ...small.boards,
    { id: 'results', kind: 'results', title: 'Results', metric: 'revenue', pipeline: 'due', period: 'month' },
    { id: 'off', kind: 'exceptions', title: 'What is off' },
  ],
  trials: [
    {
      ...{ id: 'trial', name: 'Calls or deals?', metrics: ['calls', 'due'], outcome: 'revenue' },
      ...{ from: '2026-10-01', until: '2026-10-31' },
    },
  ],
  exceptions: [
    { id: 'late', name: 'Close date passed', deal: { overdue: 0 } },
    { id: 'bare', name: 'No amount', deal: { missing: 'amount' } },
  ],
})

const deal = (id: string, more: object = {}): object => ({
  source: 'crm',
  id,
  type: 'deal',
  name: `Deal ${id}`,
  status: 'open',
  stage: 'Proposal',
  amount: { minor: 1_250_000, currency: 'USD' },
  expectedCloseOn: '2026-11-16',
  credits: [{ rep: 'priya' }],
  ...more,
})

/** The afternoon of Friday 20 November 2026, going on from there. */
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()

let smtp: MailReceiver
let console: ConsoleSet
let page: Page

const post = (path: string, data: object) =>
  page.request.post(`${console.feed.url}/api/v1${path}`, { headers: { origin: console.feed.url }, data })
const listed = async () => (await page.request.get(`${console.feed.url}/api/v1/exceptions`)).json()

beforeAll(async () => {
  smtp = await startMailServer()
  console = await openConsole({
    firstFloorText: floorText,
    clock: { now: () => Date.now() + shiftMs },
    mail: { url: smtp.url, from: 'Floor <wall@floor.test>' },
  })
  const facts = [
    deal('Alder'),
    deal('Birch', { amount: null, expectedCloseOn: '2026-12-16' }),
    deal('Cedar', { credits: [{ rep: 'marcus' }], expectedCloseOn: '2026-11-18' }),
  ]
  await console.feed.postFacts(JSON.stringify({ facts }))
  page = await console.open(await console.visit(), '/')
  await becomeAdmin(page)
  await eventually(async () => expect((await listed()).open).toHaveLength(3))
  // Else what was read out about the form before would still be there.
  await page.reload()
})
afterAll(async () => {
  await console.close()
  await smtp.close()
})

const sideways = (of: Page) =>
  of.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const axeFindsNothing = async (): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // What still fades in has not its own colours yet.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    expect(await axeFaults(page)).toEqual([])
  }
}

test('the sidebar counts what is off, and the page says whose it is, why, and since when', async () => {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Exceptions 3' }).click()
  await page.getByRole('heading', { level: 1, name: '3 things are off' }).waitFor()
  const lines = await page.getByRole('main').getByRole('listitem').allTextContents()
  expect(lines[0]).toContain('Deal AlderNewIt was to close on Nov 16.Priya Raman · $13K · Eastoff for 3 days')
  // Marcus has no address that anybody knows: it says so, and what to do.
  await page.getByText('No mail address of theirs is known: add it to their aliases.').waitFor()
  expect(await page.getByRole('button', { name: /^Write to/ }).count()).toBe(2)
  await axeFindsNothing()
  await eventually(async () => expect((await listed()).open[0].seenAt).not.toBeNull())
})

test('two clicks, or keys, send what is ready and was changed; who comes second reads the other’s first', async () => {
  await page.getByRole('button', { name: 'Write to Priya Raman about Deal Alder' }).focus()
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Text' })
  await text.waitFor()
  expect(await text.inputValue()).toBe(
    'Hello Priya,\n\nThis is about Deal Alder. It was to close on Nov 16.\n\nWhat is the new date, and what has to happen before then?\n\nMaya Lindqvist',
  )
  await axeFindsNothing()
  // Somebody else writes while this is open.
  const [{ id }] = (await listed()).open
  const other = { episode: id, over: 0, subject: 'Alder', text: 'I have called them.' }
  expect((await post('/exceptions/notes', other)).status()).toBe(200)
  await text.fill('Please call them today.\n\nMaya')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Somebody has written meanwhile. Read it before you write as well.').waitFor()
  await page.getByRole('dialog').getByText('I have called them.').waitFor()
  await page.getByRole('button', { name: 'I have read it' }).click()
  await page.getByRole('button', { name: 'Send' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('It is on its way to Priya Raman.').waitFor()
  await eventually(() => expect(smtp.mails).toHaveLength(2))
  const mail = unfolded(smtp.mails[1] ?? '')
  expect(mail).toMatch(/^From: Maya Lindqvist <wall@floor\.test>$/m)
  expect(mail).toMatch(/^Reply-To: maya@northwind\.test$/m)
  expect(mail).toContain('Please call them today.')
})

test('it clears when the deal is touched, and the page says how long after the note', async () => {
  await post('/facts', { facts: [deal('Alder', { expectedCloseOn: '2026-12-01' })] })
  await eventually(async () => expect((await listed()).open).toHaveLength(2))
  await page.reload()
  await page.getByRole('heading', { level: 1, name: '2 things are off' }).waitFor()
  await page.getByText(/^Put in order, .* after Maya Lindqvist wrote$/).waitFor()
  await page.getByText('1 put in order, within 3 days').waitFor()
  // Late again: it came back.
  await post('/facts', { facts: [deal('Alder')] })
  await eventually(async () => expect((await listed()).open).toHaveLength(3))
  await page.reload()
  await page.getByText('Came back, 2nd time').waitFor()
})

test('on a phone nothing goes beyond the edge, and what is set aside is counted no more', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sideways(page)).toBe(0)
  await page.getByRole('button', { name: 'Set aside: Deal Cedar' }).click()
  await page.getByRole('menuitem', { name: 'Set aside for a week' }).click()
  await page.getByRole('heading', { level: 1, name: '2 things are off' }).waitFor()
  await page.getByRole('button', { name: 'One is set aside' }).click()
  await page.getByText('Maya Lindqvist set it aside until Nov 27, 2026').waitFor()
  expect(await sideways(page)).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Take up again' }).click()
  await page.getByRole('heading', { level: 1, name: '3 things are off' }).waitFor()
})

test('no page breached the security policy or failed', () => {
  expect(console.complaints).toEqual([])
})

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
/** Each week of a year one deal is won that was open for three weeks; so much, in dollars. */
const yearOf = (rep: string, dollars: number): object[] =>
  Array.from({ length: 52 }, (_, week) => Date.parse('2026-11-19') - week * 7 * 86_400_000).map(
    (closes, week) =>
      deal(`${rep} ${week}`, {
        status: 'won',
        createdAt: dateOf(closes - 21 * 86_400_000),
        closedAt: dateOf(closes),
        expectedCloseOn: dateOf(closes),
        amount: { minor: (dollars + ((week * 37) % 11) * 100) * 100, currency: 'USD' },
        credits: [{ rep }],
      }),
  )

test('[O1] the forecast is a range that keys turn to the next period; axe, a phone and the dark have nothing against it', async () => {
  await post('/facts', { facts: [...yearOf('priya', 10_000), ...yearOf('elena', 5000)] })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${console.feed.url}/console/forecast`)
  const range = page.getByRole('heading', { level: 1, name: /^\$\d+K to \$\d+K, in eight of ten cases$/ })
  await range.waitFor()
  const first = await range.textContent()
  await page.getByText('As likely more as less').waitFor()
  await page.getByText(/past weeks ended within the range/).waitFor()
  await axeFindsNothing()
  await page.getByRole('radio', { name: 'This month' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByText('December 2026').first().waitFor()
  await eventually(async () => expect(await range.textContent()).not.toBe(first))
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sideways(page)).toBe(0)
})

test('[F117] [O9] [L30] what counts is told with its definitions, and of a trial why nothing can be told', async () => {
  await page.goto(`${console.feed.url}/console/metrics`)
  await page.getByRole('heading', { level: 1, name: '3 metrics count' }).waitFor()
  await page.getByText(/^Too few people to tell: \d were here all the time, and it takes 10$/).waitFor()
  expect(await sideways(page)).toBe(0)
  await page.getByText('How it is counted').first().click()
  await page.getByText('All along').first().waitFor()
  await axeFindsNothing()

  // The form of what is compared.
  await page.getByRole('button', { name: /^Change / }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('What is asked').fill('What foretells more?')
  await axeFindsNothing()
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 2, name: 'What foretells more?' }).waitFor()
})
