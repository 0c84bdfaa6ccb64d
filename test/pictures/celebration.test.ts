// Every takeover at its best instants, on screens of every shape, in every theme: measured against the 10-foot rules like
// any board, and compared with how it looked when somebody last looked at it.
import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import {
  type CelebrationState,
  celebrationStates,
} from '../../renderer/gallery/celebrations/celebration-states.ts'
import { queryOf, type Showing } from '../../renderer/gallery/showing.ts'
import { Theme } from '../../shared/wire/theme.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { breaches } from './legibility.ts'
import { keepPicture, keptPicture, mostUnlike, unlikeness } from './likeness.ts'
import { styled } from './styled.ts'
import { type ScreenShape, scaleOf } from './wall-browser.ts'

const folder = 'test-results/pictures'
const keep = process.env['FLOORBOARD_KEEP_PICTURES'] === '1'
const shapes: readonly ScreenShape[] = ['1080p', 'portrait', 'ultrawide']
/** What is there to read is all there, and the words have not come yet. */
const landedMs = 5400
const wordMs = 8200
/** One of each design. */
const pictured = celebrationStates.filter(
  ({ id, view }) => celebrationStates.find((each) => each.view.look === view.look)?.id === id,
)

const isPictured = (id: string): boolean => pictured.some((state) => state.id === id)

let drawn = 0
let gallery: GalleryPage
let page: Page
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  gallery = await openGallery({ paints: false })
  page = gallery.page
})
afterAll(() => gallery?.close())

/** As the guide shows it. */
const guideBoard = ordinaryOf('leaderboard')
/** Of those that a takeover covers, one that has little to draw: it is not looked at. */
const coveredBoard = ordinaryOf('announcement')

const show = async (
  { id }: CelebrationState,
  at: number,
  shape: ScreenShape,
  more: Partial<Showing> = {},
): Promise<void> => {
  await gallery.resize(shape)
  const showing: Showing = {
    state: coveredBoard.id,
    theme: 'night',
    locale: 'en-US',
    currency: 'USD',
    calm: false,
    play: false,
    celebration: id,
    at,
    ...more,
  }
  drawn += 1
  // Numbered, so that the same on another screen is drawn anew.
  await gallery.draw(`?${queryOf(showing)}&drawn=${drawn}`)
  await page.locator('.takeover').waitFor()
  await page.waitForFunction(() => document.querySelector('.media-picture:not([data-ready])') === null)
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      await document.fonts.ready
    }
    // A card leaves the board in sight: it is judged by itself.
    const area = document.querySelector<HTMLElement>('.stage-area')
    if (area) area.style.display = 'none'
  })
}

/** What is shown, at another instant of it. */
const goTo = (at: number): Promise<void> =>
  page.evaluate(async (instant) => {
    window.postMessage(instant, window.location.origin)
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      await document.fonts.ready
    }
  }, at)

/** For the guide: with the board that it takes over. */
const keepForGuide = async (name: string): Promise<void> => {
  if (!keep) return
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('.stage-area')?.style.removeProperty('display'),
  )
  await gallery.painted(() =>
    page.screenshot({ path: `docs/celebrations/${name}.jpg`, type: 'jpeg', quality: 84 }),
  )
}

const keepForLooking = (name: string) =>
  gallery.painted(() => page.screenshot({ path: `${folder}/celebration-${name}.png` }))

/** At its best instants: the words that somebody wrote come to what is there. */
const faultsOf = async (
  state: CelebrationState,
  shape: ScreenShape,
  name: string,
  more: Partial<Showing> = {},
): Promise<readonly string[]> => {
  const faults: string[] = []
  await show(state, landedMs, shape, more)
  for (const at of state.view.word === null ? [landedMs] : [landedMs, wordMs]) {
    if (at === wordMs) await goTo(at)
    if (keep) await keepForLooking(`${state.id}-${name}-${at}`)
    faults.push(...(await breaches(page, scaleOf(shape), 0.05)).map((fault) => `${name} at ${at}: ${fault}`))
  }
  return faults
}

describe.each(celebrationStates.map((state) => [state.id, state] as const))('%s', (id, state) => {
  test('can be read from a desk on every shape of screen', async () => {
    const faults: string[] = []
    for (const shape of shapes) faults.push(...(await faultsOf(state, shape, shape)))
    expect(faults).toEqual([])
  })

  test.runIf(isPictured(id) || id.endsWith('awkward'))(
    'can be read in every theme, on a calm screen, and from the right',
    async () => {
      const faults: string[] = []
      for (const [name, more] of [
        ...Theme.options.map((theme) => [theme, { theme }] as const),
        ['calm', { calm: true }] as const,
        ['Arabic', { locale: 'ar-EG', currency: 'KWD' }] as const,
        ['Japanese', { locale: 'ja-JP', currency: 'JPY' }] as const,
      ])
        faults.push(...(await faultsOf(state, '1080p', name, more)))
      expect(faults).toEqual([])
    },
  )
})

test.each(pictured.map((state) => [state.id, state] as const))('%s looks as it did', async (id, state) => {
  if (keep) {
    await show(state, landedMs, '720p', { state: guideBoard.id })
    await keepForGuide(state.view.look)
  }
  await show(state, landedMs, '1080p')
  const today = await gallery.smallPicture()
  const path = `test/pictures/kept-celebrations/${id}.png`
  if (keep) keepPicture(path, today)
  const kept = keptPicture(path)
  expect(kept === null ? 'nobody has kept a picture' : unlikeness(kept, today) <= mostUnlike).toBe(true)
})

/** Of a big deal, in order: the cut, the arrival, the count, the landing, the word, and the board again. */
const beats = [240, 700, 1600, 3400, 8200, 13_300] as const
const [bigDeal] = celebrationStates

test('each beat of a big deal says one thing', async () => {
  const seen: string[] = []
  for (const [nth, at] of beats.entries()) {
    if (!bigDeal) throw new Error('no big deal')
    await show(bigDeal, at, '720p', { state: guideBoard.id })
    const parts = ['.blade-words', '.solo-name', '.figure-seen', '.figure-read', '.solo-about', '.word-text']
    seen.push(
      await page.evaluate((listed) => {
        const isSeen = (element: Element | null): boolean =>
          element?.checkVisibility({ opacityProperty: true }) ?? false
        return listed.filter((part) => isSeen(document.querySelector(part))).join(' ')
      }, parts.map(styled)),
    )
    await keepForGuide(`beat-${nth + 1}`)
  }
  expect(seen).toEqual([
    '.blade-words',
    '.solo-name',
    '.solo-name .figure-seen',
    '.solo-name .figure-read .solo-about',
    '.word-text',
    '',
  ])
})

test('nothing was refused by the security policy and nothing failed', () => {
  expect(gallery.complaints).toEqual([])
})
