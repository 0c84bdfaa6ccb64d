// Coaching in the console as it ships: from the list to a re-plan, and a rep's own plan on their phone.

import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { eventually } from '../eventually.ts'
import { call, won } from '../feed/start-test-feed.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

const activity = (id: string, name: string, kind: string) => ({
  id,
  name,
  noun: name.toLowerCase(),
  objective: `How many ${name.toLowerCase()}?`,
  indicator: 'input',
  question: 'activity',
  unit: 'count',
  of: { from: 'activity', where: [{ field: 'kind', is: kind }], date: 'at' },
})

const floorText = (() => {
  const floor = parse(smallFloorText)
  return stringify({
    ...floor,
    metrics: [...floor.metrics, activity('talks', 'Talks', 'talk')],
    formulas: [{ id: 'ae', role: 'ae', steps: ['calls', 'talks', 'revenue'], leastAttempts: 5 }],
  })
})()

/** `calls` of which `talks` came to something, in a month. */
const worked = (rep: string, month: string, calls: number, talks: number): object[] => [
  ...Array.from({ length: calls }, (_, nth) =>
    call(`${rep}-${month}-call-${nth}`, { at: `${month}-12T15:00:00Z`, credits: [{ rep }] }),
  ),
  ...Array.from({ length: talks }, (_, nth) =>
    call(`${rep}-${month}-talk-${nth}`, { at: `${month}-12T15:30:00Z`, kind: 'talk', credits: [{ rep }] }),
  ),
]

const facts = [
  ...worked('priya', '2026-08', 60, 30),
  ...worked('priya', '2026-11', 60, 6),
  ...worked('marcus', '2026-08', 60, 30),
  ...worked('marcus', '2026-11', 60, 31),
  won('w1', 30_000, { createdAt: '2026-08-01T10:00:00Z', closedAt: '2026-08-20T10:00:00Z' }),
  won('w2', 10_000),
]

/** The afternoon of Friday 20 November 2026, going on from there. */
let shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()

const minuteMs = 60_000

let console: ConsoleSet
let page: Page

beforeAll(async () => {
  console = await openConsole({ firstFloorText: floorText, clock: { now: () => Date.now() + shiftMs } })
  await console.feed.postFacts(JSON.stringify({ facts }))
  page = await console.open(await console.visit(), '/')
  await becomeAdmin(page)
  // Plans are drawn up with the next minute.
  shiftMs += minuteMs
  const { url } = console.feed
  const none = async () => (await (await page.request.get(`${url}/api/v1/coaching/priya`)).json()).none
  await eventually(async () => expect(await none()).toBeNull())
  // Else what was read out about the form before would still be there.
  await page.reload()
})
afterAll(() => console.close())

const sideways = (of: Page) =>
  of.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const axeFindsNothing = async (): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await axeFaults(page)).toEqual([])
  }
}

test('the list begins with whom to talk to, and why', async () => {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Coaching' }).click()
  await page.getByRole('heading', { level: 1, name: '1 person to talk to first' }).waitFor()
  const [first] = await page.getByRole('main').getByRole('link').allTextContents()
  expect(first).toContain('Priya RamanAccount executive▼ Calls → Talks sank')
  await axeFindsNothing()
})

test('a person’s page has the counts, and a rate that is tried by keyboard changes the need at once', async () => {
  await page.getByRole('link', { name: /Priya Raman/ }).click()
  await page.getByRole('heading', { level: 2, name: 'Fewer calls become talks' }).waitFor()
  await page
    .getByText('6 of 60 calls became talks in Q4 2026. At their own 50% it would be 30: 24 short.')
    .waitFor()
  await axeFindsNothing()
  const need = page.getByRole('status').first()
  const before = Number.parseInt((await need.textContent()) ?? '', 10)
  await page.getByRole('slider', { name: 'Calls → Talks' }).focus()
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(async () => Number.parseInt((await need.textContent()) ?? '', 10)).toBeLessThan(before)
})

test('what was tried becomes version 2 of the plan, with its reason', async () => {
  await page.getByRole('button', { name: 'Make it a re-plan…' }).click()
  await page.getByRole('textbox', { name: 'Why' }).fill('A new patch')
  await page.getByRole('button', { name: 'Draw up the plan' }).click()
  await page.getByText('“A new patch”').waitFor()
  await page.getByText('Version 2, from Nov 20').waitFor()
  await page.getByText('set by hand').first().waitFor()
})

test('[L12][L14] a one-to-one: what is agreed about the point, a note, the end, and how long ago it is told in the list', async () => {
  await page.getByRole('link', { name: 'Start the one-to-one' }).click()
  await page.getByRole('heading', { level: 1, name: /One-to-one with Priya/ }).waitFor()
  // It outlives a reload; what was read out about the plan before would still be there without one.
  await page.reload()
  await page.getByRole('textbox', { name: 'Agree on something' }).fill('Ask for the talk earlier')
  await page.getByRole('button', { name: 'Agreed' }).click()
  await page.getByRole('checkbox', { name: /Ask for the talk earlier/ }).waitFor()
  await page.getByText('Since then nothing was counted yet').waitFor()
  await page.getByRole('textbox', { name: 'Note, seen by both' }).fill('<b>She</b> sees it herself.')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.getByText('<b>She</b> sees it herself.').waitFor()
  await axeFindsNothing()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sideways(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'End the one-to-one' }).click()
  await page.getByRole('heading', { level: 1, name: 'What was agreed' }).waitFor()
  await axeFindsNothing()
  await page.getByRole('link', { name: 'Done' }).click()
  await page.getByRole('heading', { level: 2, name: 'What you agreed' }).waitFor()
  await axeFindsNothing()
  await page.getByRole('link', { name: 'Everybody' }).click()
  await page.getByText('one-to-one today').waitFor()
  await page.getByRole('link', { name: /Priya Raman/ }).click()
})

test('on a phone nothing goes beyond the edge', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sideways(page)).toBe(0)
  await page.goto(`${console.feed.url}/console/coaching`)
  await page.getByRole('link', { name: /Priya Raman/ }).waitFor()
  expect(await sideways(page)).toBe(0)
})

test('a rep finds their own plan on their day, how it is worked out, and nobody else’s', async () => {
  const { url } = console.feed
  const headers = { origin: url }
  const data = { name: 'Priya Raman', email: 'priya@northwind.test', role: 'viewer', person: 'priya' }
  const { link } = await (await page.request.post(`${url}/api/v1/invitations`, { headers, data })).json()
  const theirs = await (
    await console.visit({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  ).newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Password').fill('my own numbers first')
  await theirs.getByRole('button', { name: 'Come in' }).click()
  await theirs.getByRole('heading', { name: 'Your plan today' }).waitFor()
  await theirs.reload()
  await theirs.getByRole('heading', { name: 'Your plan today' }).waitFor()
  // What was agreed is ticked off on their own day.
  await theirs.getByRole('checkbox', { name: /Ask for the talk earlier/ }).waitFor()
  expect(await axeFaults(theirs)).toEqual([])
  expect(await sideways(theirs)).toBe(0)
  await theirs.getByText('Ask for the talk earlier').click()
  await theirs.getByRole('checkbox', { name: /Ask for the talk earlier/ }).waitFor({ state: 'detached' })
  await theirs.getByRole('link', { name: 'how it is worked out' }).click()
  await theirs.getByText('At your own 50%').waitFor()
  expect(await axeFaults(theirs)).toEqual([])
  expect(await theirs.getByRole('button', { name: 'Make it a re-plan…' }).count()).toBe(0)
  expect(await sideways(theirs)).toBe(0)
  await theirs.goto(`${url}/console/coaching/marcus`)
  await theirs.waitForURL(/\/console\/$/)
})

test('no page breached the security policy or failed', () => {
  expect(console.complaints).toEqual([])
})
