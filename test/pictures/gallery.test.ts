// The gallery's own page, as somebody at a desk uses it.
import axe from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds, ordinaryOf, statesOf } from '../../renderer/gallery/catalogue.ts'
import { type GalleryPage, openGallery, queryFor } from './gallery-page.ts'
import { styled } from './styled.ts'

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery({ paints: false })
  // On a low screen few of the many walls are loaded. What is pressed is pressed by its key: nothing is painted to be hit.
  await gallery.resize('720p')
})
afterAll(() => gallery?.close())

test('shows one of every board, and is used without a mouse and without eyes', async () => {
  const { page, url } = gallery
  await page.goto(url)
  await expect.poll(() => page.locator('.frame').count()).toBe(kinds.length)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    window.axe.run({ exclude: ['iframe'] } as never, { resultTypes: ['violations'], iframes: false }),
  )
  expect(violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`)).toEqual([])
})

test('shows every state of the kind one chooses', async () => {
  const { page } = gallery
  await page.getByRole('navigation').getByRole('link', { name: 'over the line' }).press('Enter')
  const states = statesOf('over-the-line').length
  await expect.poll(() => page.locator('.frame').count()).toBe(states)
})

test('draws every state at the size and in the theme and language one chooses', async () => {
  const { page, url } = gallery
  // A kind of few states: each choice loads every frame again.
  await page.goto(`${url}#calm`)
  await page.getByLabel('Theme').selectOption('day')
  await page.getByLabel('Screen').selectOption('Portrait')
  await page.getByLabel('Language').selectOption('he-IL')
  const frame = page.frameLocator('.frame-wall').first()
  await frame.locator('.stage[data-theme="day"][dir="rtl"] .scene').waitFor()
  const [width, height] = await frame.locator('.stage').evaluate(() => [innerWidth, innerHeight])
  expect([width, height]).toEqual([1080, 1920])
})

test('plays how a board changes', async () => {
  const { page, url } = gallery
  // A kind of few states: each is a wall of its own on the page.
  await page.goto(`${url}#head-to-head`)
  const scene = page.frameLocator('.frame-wall').first().locator('.scene').first()
  const words = () => scene.textContent()
  await scene.waitFor({ timeout: 60_000 })
  const now = await words()
  await page.getByRole('button', { name: 'Play' }).first().press('Enter')
  await expect.poll(words).not.toBe(now)
  await expect.poll(words).toBe(now)
})

test('holds any change at any instant: before a goal is passed, in its light, and after it', async () => {
  const { page, url } = gallery
  const at = async (ms: number): Promise<string> => {
    await page.goto(
      `${url}${queryFor(ordinaryOf('leaderboard'), { play: true, change: 'crossing', at: ms })}`,
    )
    await page.locator(`html[data-held-at="${ms}"]`).waitFor({ timeout: 60_000 })
    const band = page.locator(styled('.gold[data-front]'))
    return (await band.count()) === 0 ? 'no band' : ((await band.textContent()) ?? '')
  }
  expect(await at(100)).toBe('no band')
  expect(await at(900)).toContain('Passed')
  expect(await at(4000)).toBe('no band')
})

test('shows the frames of a change in a strip, and the kept picture beside a board', async () => {
  const { page, url } = gallery
  await page.goto(`${url}#calm`)
  await page.getByLabel('Beside').selectOption('kept picture')
  await page.locator('.frame-kept').first().waitFor()
  await page.getByLabel('Beside').selectOption('strip of frames')
  await page.getByText('1200 ms').first().waitFor()
})

test('shows celebrations at the instant one chooses', async () => {
  const { page, url } = gallery
  await page.goto(`${url}#celebrations`)
  const frame = page.frameLocator('.frame-wall').first()
  const said = (words: string) =>
    frame
      .getByText(words)
      .first()
      .evaluate((element) => element.checkVisibility({ opacityProperty: true }))
  await frame.locator('.takeover').waitFor({ timeout: 60_000 })
  expect(await said('Eleven weeks')).toBe(false)
  await page.getByLabel('Instant').fill('8200')
  await expect.poll(() => said('Eleven weeks')).toBe(true)
})

test('a state that does not exist is said, not drawn', async () => {
  const { page, url } = gallery
  await page.goto(`${url}?state=nothing`)
  await page.getByText('No such state').waitFor()
})

test('nothing was refused by the security policy and nothing failed', () => {
  expect(gallery.complaints).toEqual([])
})
