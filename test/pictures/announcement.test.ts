// What an announcement does by itself, in a real browser: it counts down, it plays, and it goes on without what it
// cannot load.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { views as announcementViews } from '../../renderer/boards/announcement/gallery-states.ts'
import { rendererFolder } from '../built.ts'
import { styled } from './styled.ts'
import { openBrowser, openWall, settled } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

let feed: WallFeed
let browser: Browser
let page: Page

const stateOf = (id: string) => {
  const view = announcementViews.find((each) => each.id === id)
  if (!view) throw new Error(`no state ${id}`)
  return view
}

beforeAll(async () => {
  feed = await openWallFeed(rendererFolder)
  feed.show([stateOf('announcement-title')])
  browser = await openBrowser()
  page = (await openWall(browser, feed.url, '1080p', undefined, { paints: false })).page
})

afterAll(async () => {
  await browser?.close()
  await feed?.close()
})

test('[B83] a countdown ticks by itself, and gives way to what is to be said afterwards', async () => {
  const view = stateOf('announcement-last-hour')
  feed.show([{ ...view, countdown: { to: Date.now() + 4000, afterwards: 'It is over' } }])
  const words = page.locator('.scene:not([data-leaving]) .announcement-words')
  await words.getByText(/^0[123]$/).waitFor()
  await words.getByText('It is over').waitFor()
  expect(await words.locator(styled('.countdown')).count()).toBe(0)
})

const film = () =>
  page.locator('.scene:not([data-leaving]) video').evaluate((video) => {
    if (!(video instanceof HTMLVideoElement)) throw new Error('no video')
    return { muted: video.muted, paused: video.paused, loops: video.loop }
  })

test('[B84] a film plays again and again without sound, in the place of its picture', async () => {
  const view = stateOf('announcement-film')
  feed.show([view])
  await settled(page, view)
  await page.locator('video:not([hidden])').waitFor()
  expect(await film()).toEqual({ muted: true, paused: false, loops: true })
  expect(await page.locator(styled('img.media')).count()).toBe(0)
})

test('[B84] on a calm screen a film stands still', async () => {
  const view = { ...stateOf('announcement-film'), id: 'calm-film' }
  feed.show([view], { calm: true })
  await settled(page, view)
  await page.locator('video:not([hidden])').waitFor()
  expect(await film()).toMatchObject({ paused: true })
})

/** Where the letters of an element stand, and not its box. */
const lettersAt = (selector: string) =>
  page.locator(`.scene:not([data-leaving]) ${selector}`).evaluateAll((elements) =>
    elements.map((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      const { left, right } = range.getBoundingClientRect()
      return { left, right }
    }),
  )

test('[B81] on a wall that is read from the right, an item keeps its mark, whichever way its own words run', async () => {
  const run = (text: string) => [{ text, bold: false, italic: false }]
  const items = ['Doors at half past eight', 'الأبواب'].map((text) => ({
    level: 0,
    mark: '•',
    runs: run(text),
  }))
  const view = { ...stateOf('announcement-text'), id: 'both-ways', text: [{ kind: 'list' as const, items }] }
  feed.show([view], { locale: 'ar-EG' })
  await settled(page, view)
  await page.locator('.stage[dir="rtl"]').waitFor()
  const [marks, words] = [await lettersAt('.rich-mark'), await lettersAt('.rich-words')]
  const gaps = [
    (words[0]?.left ?? 0) - (marks[0]?.right ?? 0),
    (marks[1]?.left ?? 0) - (words[1]?.right ?? 0),
  ]
  for (const gap of gaps) {
    expect(gap).toBeGreaterThan(0)
    expect(gap).toBeLessThan(120)
  }
})

test('[B84] what cannot be loaded leaves the words the whole wall', async () => {
  const view = stateOf('announcement-broken')
  feed.show([view])
  await settled(page, view)
  await page.locator('img.media').waitFor({ state: 'detached' })
  const [words, body] = await Promise.all(
    ['.announcement-words', '.announcement-body'].map((part) => page.locator(part).boundingBox()),
  )
  expect(await page.locator(styled('.media:visible')).count()).toBe(0)
  expect((words?.width ?? 0) / (body?.width ?? 1)).toBeGreaterThan(0.95)
})
