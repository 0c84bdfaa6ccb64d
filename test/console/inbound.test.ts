// An admin gives another program an address, sees what comes, and says by a form what it means.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

let set: ConsoleSet
beforeAll(async () => {
  set = await openConsole()
})
afterAll(() => set?.close())

const pictures = process.env['FLOORBOARD_PICTURES_OF_INBOUND']

test('[N40] [N41] [N42] [N43] from an address to facts on the floor, without a file', async () => {
  const context = await set.visit()
  const page = await set.open(context, '/webhooks')
  const keep = async (name: string): Promise<void> => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  }
  await becomeAdmin(page)
  await page.goto(`${set.feed.url}/console/webhooks`)
  await page.getByText('Whatever can send to an address').waitFor()
  await keep('empty')
  await page.getByRole('button', { name: 'New webhook' }).click()
  await page.getByLabel('What sends').fill('Zapier')
  await keep('new')
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('heading', { name: 'Zapier' }).waitFor()
  await page.getByRole('button', { name: 'Make its address' }).click()
  await page.getByRole('button', { name: 'Make a new one' }).click()
  const address = await page.getByRole('dialog').getByLabel('Address to send to').inputValue()
  await keep('address')
  await page.getByRole('button', { name: 'Done' }).click()

  const at = new Date().toISOString()
  const deal = (id: string, more: object = {}) => ({
    deal: { id, stage: 'Closed Won', value: '18200.50', owner: { email: 'priya@example.com' }, closed: at },
    ...more,
  })
  const send = async (deals: object[]): Promise<void> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deals }),
    }
    expect((await fetch(address, init)).status).toBe(200)
  }
  await send([deal('d-1'), deal('d-2', { deal: { id: 'd-2', stage: 'Lunch' } })])
  await page.getByText('it has no mapping yet').waitFor()
  await page.getByRole('button', { name: 'Try the mapping on it' }).click()

  const choose = async (label: string, path: string): Promise<void> => {
    const field = page.getByRole('combobox', { name: label, exact: true })
    await field.fill(path)
    await page.keyboard.press('Tab')
    expect(await field.inputValue()).toBe(path)
  }
  const open = (label: string) => page.locator('.field', { hasText: label }).getByRole('button').click()
  await open('Where the list of them is')
  await page.getByRole('option', { name: '$.deals[*]' }).click()
  await open('Its id')
  await keep('choose')
  await page.getByRole('option', { name: 'deal.id' }).click()
  await choose('Whose it is', 'deal.owner.email')
  await choose('Won, lost or open', 'deal.stage')
  await page.getByLabel('Words for won').fill('Closed Won')
  await choose('Amount', 'deal.value')
  await choose('When it was won or lost', 'deal.closed')
  await page.getByText(/won · \$18,200\.50/).waitFor()
  await page.getByText(/d-2: .*"Lunch" is not one of/).waitFor()
  await keep('mapping')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('is read that way from now on').waitFor()

  const facts = async (): Promise<number> => (await (await fetch(`${set.feed.url}/healthz`)).json()).facts
  const before = await facts()
  await page.getByRole('button', { name: 'Take again from here' }).click()
  await page.getByText('partly taken').waitFor()
  expect(await facts()).toBe(before + 1)
  await send([deal('d-3')])
  await page.getByText('1 new or changed', { exact: true }).waitFor()
  expect(await facts()).toBe(before + 2)

  await fetch(`${address}x`, { method: 'POST', body: '{}' })
  await page.getByText('One delivery was turned away').waitFor()
  await keep('used')
  await page.setViewportSize({ width: 390, height: 844 })
  await keep('phone')
  expect(await axeFaults(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await keep('dark')
  expect(set.complaints).toEqual([])
})
