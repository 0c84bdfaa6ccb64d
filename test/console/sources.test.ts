// A source in the console as it ships: HubSpot's stand-in is connected by the words on the page alone, its numbers on the wall are
// its own, and what is done there follows here.
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { type HubSpotStandIn, startHubSpotStandIn, won } from '../connectors/hubspot-stand-in.ts'
import { inStage } from '../connectors/hubspot-world.ts'
import { eventually } from '../eventually.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

/** The afternoon of Friday 20 November 2026, going on from there. */
const shiftMs = Date.parse('2026-11-20T20:00:00Z') - Date.now()
const now = (): number => Date.now() + shiftMs

const small = parse(smallFloorText)
const floorText = stringify({
  ...small,
  floor: { ...small.floor, stages: ['Demo', 'Offer', 'Closed won'] },
  people: small.people.map((person: { id: string }) =>
    person.id === 'priya' ? { ...person, aliases: ['priya@northwind.test'] } : person,
  ),
})

let hubspot: HubSpotStandIn
let console: ConsoleSet
let page: Page

const deal = (amount: string, stage: string, closedate: string, owner = '71') =>
  hubspot.put('deals', {
    dealname: `Deal of ${amount}`,
    amount,
    closedate,
    hubspot_owner_id: owner,
    ...inStage(stage),
  })
const revenue = async (): Promise<number> => {
  const answer = await page.request.get(`${console.feed.url}/api/v1/metrics/revenue?window=month&by=org`)
  return (await answer.json()).total
}

beforeAll(async () => {
  hubspot = await startHubSpotStandIn(now)
  for (let month = 1; month <= 12; month++)
    deal(String(month * 100), won, `2026-${String(month).padStart(2, '0')}-11T15:00:00Z`)
  deal('1250.50', won, '2026-11-18T15:00:00Z')
  deal('800', 'stage-offer', '2026-12-15T15:00:00Z', '72')
  hubspot.put('calls', {
    hs_timestamp: '2026-11-20T14:00:00Z',
    hs_call_duration: '61000',
    hubspot_owner_id: '71',
  })
  console = await openConsole({
    firstFloorText: floorText,
    clock: { now },
    allowLocalWebhooks: true,
    hubspotApi: hubspot.url,
  })
  page = await console.open(await console.visit(), '/')
  await becomeAdmin(page)
})
afterAll(async () => {
  await console.close()
  await hubspot.close()
})

const readNow = async (): Promise<void> => {
  await page.getByRole('button', { name: 'More for HubSpot' }).click()
  await page.getByRole('menuitem', { name: 'Read now' }).click()
}
const axeFindsNothing = async (): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    expect(await axeFaults(page)).toEqual([])
  }
}
test('[N20] [N21] [N22] [N97] it is set up by the words on the page: what to click, each missing right, people, stages, this month twice', async () => {
  hubspot.lacking.add('crm.objects.calls.read')
  await page.getByRole('navigation').first().getByRole('link', { name: 'Sources' }).click()
  await page.getByRole('button', { name: 'Connect HubSpot' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Under “Scopes” add each of those below.').waitFor()
  // Their right is asked for where somebody wants e-mails, and only there.
  const emails = dialog.getByText('crm.objects.contacts.read')
  expect(await emails.count()).toBe(0)
  await dialog.getByText('Count e-mails, too').click()
  await emails.waitFor()
  await dialog.getByText('Count e-mails, too').click()
  await dialog.getByLabel('Service key').fill('pat-eu1-wrong')
  await dialog.getByRole('button', { name: 'Check the key' }).click()
  await dialog.getByText('HubSpot does not take the key any more.').waitFor()
  // What HubSpot says of a key repeats it: the page does not.
  expect(await dialog.textContent()).not.toContain('pat-eu1-wrong')
  await dialog.getByLabel('Service key').fill('pat-eu1-good')
  await dialog.getByRole('button', { name: 'Check the key' }).click()
  await dialog.getByText('· is missing').waitFor()
  expect(await dialog.locator('[data-look="bad"]').allTextContents()).toEqual([
    'crm.objects.calls.readcalls: how long, and what came of them · is missing',
  ])
  expect(await dialog.getByRole('button', { name: 'Start' }).count()).toBe(0)
  hubspot.lacking.delete('crm.objects.calls.read')
  await dialog.getByRole('button', { name: 'Check again' }).click()
  await dialog.getByText('2 of 3 people are on this floor').waitFor()
  await dialog.getByText('The wall would show what HubSpot says.').waitFor()
  expect(await dialog.locator('.won-column').allTextContents()).toEqual([
    'HubSpot · November 20262 won$2,350.50',
    'On the wall2 won$2,350.50',
  ])
  await axeFindsNothing()
  await dialog.getByRole('button', { name: 'Start' }).click()
  await dialog.waitFor({ state: 'detached' })
})

test('[N23] what is done there follows on the wall; its tile says how it does, and a new key mends it', async () => {
  await eventually(async () => expect(await revenue()).toBe(235_050))
  await page.getByText('Reading the past').waitFor()
  const id = deal('49.50', won, '2026-11-19T15:00:00Z')
  await readNow()
  await eventually(async () => expect(await revenue()).toBe(240_000), 300)
  hubspot.keys.clear()
  hubspot.put('deals', inStage('stage-offer'), id)
  await readNow()
  await page.getByText('Needs a new key').waitFor({ timeout: 40_000 })
  await axeFindsNothing()
  hubspot.keys.add('pat-eu1-new')
  await page.getByRole('button', { name: 'Paste a new key' }).click()
  await page.getByRole('dialog').getByLabel('Service key').fill('pat-eu1-new')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await eventually(async () => expect(await revenue()).toBe(235_050), 300)
  await page.getByRole('button', { name: 'Compare this month with HubSpot' }).click()
  await page.getByText('Both say the same.').waitFor()
  await page.getByRole('button', { name: 'More for HubSpot' }).click()
  await page.getByRole('menuitem', { name: 'Remove …' }).click()
  await page.getByRole('alertdialog').getByText('Take what it brought off the boards').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await eventually(async () => expect(await revenue()).toBe(0))
  expect(console.complaints.filter((each) => !each.includes('502'))).toEqual([])
})
