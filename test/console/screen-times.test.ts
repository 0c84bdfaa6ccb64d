// When a screen sleeps and is less bright, set by hand, by keyboard alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallFloorText } from '../floors/small-floor.ts'
import { axeFaults } from './axe-faults.ts'
import { becomeAdmin, type ConsoleSet, openConsole } from './open-console.ts'

const groups = `screenGroups:
  - { id: lobbies, name: Lobbies, sleep: [{ days: [saturday, sunday] }] }
screens:
`
const floor = smallFloorText
  .replace('screens:\n', groups)
  .replace('name: Calls, playlist', 'name: Calls, group: lobbies, playlist')

let set: ConsoleSet
beforeAll(async () => {
  set = await openConsole({ firstFloorText: floor })
})
afterAll(() => set?.close())

test('[S234] a manager sets when a screen sleeps and is less bright, and takes it back', async () => {
  const page = await set.open(await set.visit(), '/screens')
  await becomeAdmin(page)
  const screens = async (): Promise<string> => {
    const answer = await page.request.get(`${set.feed.url}/api/v1/floor`)
    return (await answer.text()).replace(/^[\s\S]*\nscreenGroups/, 'screenGroups')
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const press = async (name: string | RegExp) => {
    await button(name).focus()
    await page.keyboard.press('Enter')
  }

  await page.goto(`${set.feed.url}/console/screens/wall`)
  await press('Add a time at which it sleeps')
  await page.getByRole('dialog', { name: 'When it sleeps' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await press('Save')
  await button('Every day, 8:00 PM – 6:30 AM').waitFor()
  await expect.poll(screens).toMatch(/id: wall.*sleep: .*20:00/s)

  await button('Undo').click()
  await page.getByText('Never: it is on day and night.').waitFor()
  expect(await screens()).not.toMatch(/id: wall.*sleep:/)

  await press('Add a time at which it is less bright')
  await page.getByRole('slider', { name: 'Brightness' }).focus()
  await page.keyboard.press('ArrowRight')
  await press('Save')
  await button('Every day, 5:30 PM – 8:00 PM, at 60% brightness').waitFor()
  await expect.poll(screens).toMatch(/dim: .*to: 0\.6/s)
  expect(await axeFaults(page)).toEqual([])

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${set.feed.url}/console/screens/calls-wall`)
  await press('Sat, Sun, all day')
  await page.getByRole('button', { name: 'all screens of Lobbies' }).waitFor()
  const { width, seen } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    seen: window.innerWidth,
  }))
  expect(width).toBeLessThanOrEqual(seen)
  await press('Remove')
  await button('Add a time at which it sleeps').waitFor()
  await expect.poll(screens).not.toMatch(/lobbies.*sleep:/)
  expect(set.complaints).toEqual([])
})
