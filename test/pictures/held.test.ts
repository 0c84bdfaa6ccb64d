// A wall that somebody holds, and one whose picture is turned: a real browser, a real socket.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pictureTime } from '../../renderer/boards/samples/floor.ts'
import { ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { rendererFolder } from '../built.ts'
import { breaches } from './legibility.ts'
import { keepsPictures, pictureForPeople } from './picture-for-people.ts'
import { atRest, openBrowser, openWall, type ScreenShape, scaleOf, settled } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

const folder = 'test-results/pictures'
const minute = 60_000
const board = ordinaryOf('leaderboard')
const other = ordinaryOf('wins')

let browser: Browser
let feed: WallFeed
const pages: Page[] = []

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})
beforeEach(async () => {
  feed = await openWallFeed(rendererFolder)
  feed.setClock(pictureTime - Date.now())
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  await feed.close()
})

const open = async (shape: ScreenShape): Promise<Page> => {
  const { page } = await openWall(browser, feed.url, shape, undefined, { paints: keepsPictures })
  pages.push(page)
  return page
}

const held = (on: { readonly id: string }) => ({
  kind: 'hold' as const,
  holder: { id: 'siobhan', name: 'Siobhán Ní Bhraonáin' },
  board: on.id,
  page: null,
  huddle: null,
  forMs: 6 * minute,
})

const reviewed = ['one', 'two', board.id, 'three', 'four']
const huddle = {
  ...held(board),
  kind: 'huddle' as const,
  huddle: {
    title: 'Month review',
    boards: reviewed.map((id, index) => ({ board: id, discussed: index < 2, spentMs: 0 })),
  },
}

const looks = [
  { name: 'landscape', shape: '1080p', options: {} },
  { name: 'portrait', shape: 'portrait', options: {} },
  { name: 'day', shape: '1080p', options: { theme: 'day' } },
  { name: 'right-to-left', shape: '1080p', options: { locale: 'ar-EG' } },
] as const

// Where only boxes are looked at the screen is calm: what is drawn is at rest at once.
const calm = true

describe.each(looks)('[S78] in $name', ({ name, shape, options }) => {
  test('a wall that is held says by whom and for how long, a huddle what it is about, and nothing is cut', async () => {
    feed.show([board], { ...options, calm, hold: held(board) })
    const page = await open(shape)
    await settled(page, board)
    const chip = page.locator('.held')
    await chip.waitFor()
    await atRest(page)
    expect(await chip.textContent()).toMatch(/^Siobhán Ní Bhraonáin holds the wall6 min left$/)
    await pictureForPeople(page, { path: `${folder}/held-${name}.png` })
    expect(await breaches(page, scaleOf(shape), 0.05)).toEqual([])

    // How far it has come, and marks for what was discussed.
    feed.show([board], { ...options, calm, hold: huddle })
    await chip.getByText('Month review').waitFor()
    await settled(page, board)
    expect(await chip.textContent()).toMatch(/^Month review3 of 5Siobhán Ní Bhraonáin6 min left$/)
    expect(await page.locator('.held-mark[data-discussed]').count()).toBe(2)
    await pictureForPeople(page, { path: `${folder}/huddle-${name}.png` })
    expect(await breaches(page, scaleOf(shape), 0.05)).toEqual([])
  })
})

test('[S70] a hold comes and goes: the other board is on at once, and then the rotation', async () => {
  feed.show([board])
  const page = await open('1080p')
  await settled(page, board)
  feed.show([board], { besides: [other], hold: { ...held(other), forMs: 3000 } })
  await settled(page, other)
  expect(await page.locator('.progress').count()).toBe(0)
  await page.locator('.held').waitFor({ state: 'detached' })
  await settled(page, board)
})

test('[S77] a wall without its feed lets go of a hold after ten seconds', async () => {
  feed.show([board], { besides: [other], hold: held(other) })
  const page = await open('1080p')
  await settled(page, other)
  await feed.hangUp()
  // Asked within the page: ten seconds are soon over where the machine is busy.
  const stood = await page.waitForFunction(
    (scene) => document.querySelector('.stale') && { held: document.querySelector(scene) !== null },
    `.scene[data-board="${other.id}"]:not([data-leaving])`,
  )
  expect(await stood.jsonValue()).toEqual({ held: true })
  await settled(page, board)
  expect(await page.locator('.held').count()).toBe(0)
})

describe('[S79] a picture that is turned', () => {
  const boxOf = (page: Page, selector: string) => page.locator(selector).first().boundingBox()

  test.each([90, 270] as const)('by %i° is drawn upright on a panel that lies', async (rotate) => {
    feed.show([board], { calm, rotate })
    const page = await open('1080p')
    await settled(page, board)
    await pictureForPeople(page, { path: `${folder}/turned-${rotate}.png` })
    const turned = await boxOf(page, '.board')
    const title = await boxOf(page, '.board-title')
    feed.show([board], { calm })
    const upright = await open('portrait')
    await settled(upright, board)
    const wanted = await boxOf(upright, '.board')
    const wantedTitle = await boxOf(upright, '.board-title')
    if (!turned || !wanted || !title || !wantedTitle) throw new Error('nothing is drawn')
    expect([turned.height, turned.width].map(Math.round)).toEqual(
      [wanted.width, wanted.height].map(Math.round),
    )
    const fromTop = rotate === 90 ? 1920 - title.x - title.width : title.x
    expect(Math.abs(fromTop - wantedTitle.y)).toBeLessThan(4)
  })

  test('the edge that burns around a power hour is as long as on a panel that stands', async () => {
    const hour = ordinaryOf('contest')
    const sides = async (shape: ScreenShape, options: { readonly rotate?: number }) => {
      feed.show([hour], { calm, ...options })
      const page = await open(shape)
      await settled(page, hour)
      return await page
        .locator('.contest-edge-side')
        .evaluateAll((all) => all.map((side) => (side instanceof HTMLElement ? side.style.transform : '')))
    }
    const turned = await sides('1080p', { rotate: 90 })
    expect(turned).toHaveLength(4)
    expect(turned).toEqual(await sides('portrait', {}))
    expect(turned).not.toEqual(await sides('1080p', {}))
  })

  test('by 180° is drawn the other way up, and back again', async () => {
    feed.show([board], { calm, rotate: 180 })
    const page = await open('1080p')
    await settled(page, board)
    await pictureForPeople(page, { path: `${folder}/turned-180.png` })
    const title = await boxOf(page, '.board-title')
    expect(title?.y).toBeGreaterThan(540)
    feed.show([board], { calm })
    await page.waitForFunction(() => document.documentElement.dataset['turn'] === undefined)
    expect((await boxOf(page, '.board-title'))?.y).toBeLessThan(540)
  })
})
