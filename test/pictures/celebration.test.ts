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
import { keepPicture, keptPicture, mostUnlike, small, unlikeness } from './likeness.ts'
import { resize, type ScreenShape, scaleOf } from './wall-browser.ts'

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

let gallery: GalleryPage
let page: Page
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  gallery = await openGallery()
  page = gallery.page
})
afterAll(() => gallery?.close())

const board = ordinaryOf('leaderboard')

const show = async (
  { id }: CelebrationState,
  at: number,
  shape: ScreenShape,
  more: Partial<Showing> = {},
): Promise<void> => {
  await resize(page, shape)
  const showing: Showing = {
    state: board.id,
    theme: 'night',
    locale: 'en-US',
    currency: 'USD',
    calm: false,
    play: false,
    celebration: id,
    at,
    ...more,
  }
  const query = `?${queryOf(showing)}`
  if (page.url().startsWith(gallery.url))
    await page.evaluate((next) => {
      document.querySelector('.stage')?.setAttribute('data-before', '')
      window.history.pushState(null, '', next)
      window.dispatchEvent(new PopStateEvent('popstate'))
    }, query)
  else await page.goto(`${gallery.url}${query}`)
  await page.locator('.stage:not([data-before]) .takeover').waitFor()
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      await document.fonts.ready
    }
    // A card leaves the board in sight: it is judged by itself.
    document.querySelector('.stage-area')?.setAttribute('style', 'display: none')
  })
}

const faultsOf = async (shape: ScreenShape, at: number): Promise<readonly string[]> =>
  (await breaches(page, scaleOf(shape), 0.05)).map((fault) => `${shape} at ${at}: ${fault}`)

describe.each(celebrationStates.map((state) => [state.id, state] as const))('%s', (id, state) => {
  const instants = state.view.word === null ? [landedMs] : [landedMs, wordMs]

  test('can be read from a desk on every shape of screen', async () => {
    const faults: string[] = []
    for (const shape of shapes)
      for (const at of instants) {
        await show(state, at, shape)
        if (keep) await page.screenshot({ path: `${folder}/celebration-${id}-${shape}-${at}.png` })
        faults.push(...(await faultsOf(shape, at)))
      }
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
        for (const at of instants) {
          await show(state, at, '1080p', more)
          if (keep) await page.screenshot({ path: `${folder}/celebration-${id}-${name}-${at}.png` })
          faults.push(...(await faultsOf('1080p', at)).map((fault) => `${name}, ${fault}`))
        }
      expect(faults).toEqual([])
    },
  )
})

test.each(pictured.map((state) => [state.id, state] as const))('%s looks as it did', async (id, state) => {
  await show(state, landedMs, '1080p')
  const today = small(await page.screenshot())
  const path = `test/pictures/kept-celebrations/${id}.png`
  if (keep) keepPicture(path, today)
  const kept = keptPicture(path)
  expect(kept === null ? 'nobody has kept a picture' : unlikeness(kept, today) <= mostUnlike).toBe(true)
})

test('nothing was refused by the security policy and nothing failed', () => {
  expect(gallery.complaints).toEqual([])
})
