// What the console says at the foot of the page, and a dialog that is opened meanwhile: neither covers the other.
import { mkdirSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallFloorText } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { admin, becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

const folder = 'test-results/toasts'
let set: ConsoleSet
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  set = await openConsole({ firstFloorText: smallFloorText })
  const context = await set.visit()
  await becomeAdmin(await set.open(context, '/'))
  await context.close()
})
afterAll(() => set?.close())

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('it is not to be seen')
  return { top: box.y, bottom: box.y + box.height, left: box.x, right: box.x + box.width }
}
const overlap = (one: Awaited<ReturnType<typeof boxOf>>, other: typeof one): boolean =>
  one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right

const openDialog = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Celebrate somebody' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Celebrate now' }).waitFor()
}

test.each([
  [1440, 900],
  [1440, 560],
  [390, 844],
])('[S166] at %d × %d a dialog stays whole while something is said', async (width, height) => {
  const context = await set.visit({ viewport: { width, height }, reducedMotion: 'reduce' })
  const page = await set.open(context, '/celebrations')
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Password').fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Password').waitFor({ state: 'detached' })
  await page.goto(`${set.feed.url}/console/celebrations`)
  await openDialog(page)
  await page.getByRole('radio', { name: 'Gong' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Celebrate now' }).click()
  await page.getByText('On its way to the wall.').waitFor()
  await page.getByRole('heading', { name: 'On the wall now: Gong', exact: true }).waitFor()
  await openDialog(page)
  await pictureForPeople(page, { path: `${folder}/${width}-${height}.png` })
  const said = await boxOf(page.locator('.toast'))
  const dialog = await boxOf(page.locator('.dialog-box'))
  expect(overlap(said, dialog)).toBe(false)
  expect([said.top >= 0, dialog.bottom <= height]).toEqual([true, true])
  expect(set.complaints).toEqual([])
  await context.close()
})
