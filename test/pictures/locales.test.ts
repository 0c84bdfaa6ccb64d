// Every board in languages that write otherwise, with their money: no figure is cut or covered, no phrase changes the order
// of its words, and no letter is of a strange font. The hardest of them also on screens of odd sizes, and in the states
// that any board may come into.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, ordinaryOf, statesOf } from '../../renderer/gallery/catalogue.ts'
import type { BoardView } from '../../shared/wire/view.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { bothWays, everyShape, provesEveryShape } from './judged-state.ts'
import { breaches } from './legibility.ts'
import { misreadings } from './misreadings.ts'
import { strangeLetters } from './strange-letters.ts'
import { type ScreenShape, scaleOf } from './wall-browser.ts'

const safeArea = 0.05

/** Long words for thousands, letters and figures of other scripts, two that run from right to left, signs of every length. */
const floors = [
  ['de-DE', 'EUR'],
  ['ja-JP', 'JPY'],
  ['zh-CN', 'CNY'],
  ['id-ID', 'IDR'],
  ['hi-IN', 'INR'],
  ['th-TH', 'THB'],
  ['ar-KW', 'KWD'],
  ['ar-SA', 'SAR'],
  ['he-IL', 'ILS'],
] as const
/** Of each direction those whose money is longest, and the states that make it longer. */
const hardest = [
  ['ja-JP', 'JPY', ['-a-billion']],
  ['ar-KW', 'KWD', ['-below-zero', '-a-billion']],
  ['ar-SA', 'SAR', ['-below-zero']],
] as const

/** What fits in the hardest fits in the others: they are looked at on one screen, but for the proof. */
const shapesOf = (locale: string): readonly ScreenShape[] => {
  if (provesEveryShape) return [...everyShape, 'odd']
  return hardest.some(([hard]) => hard === locale) ? [...bothWays, 'odd'] : ['1080p']
}

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery({ paints: false })
})
afterAll(() => gallery?.close())

const faultsOf = async (
  view: BoardView,
  [locale, currency]: readonly [string, string],
  shapes: readonly ScreenShape[],
): Promise<readonly string[]> => {
  // On a calm screen nothing moves: what is drawn is judged at once.
  await gallery.show(view, { locale, currency, calm: true })
  const faults = (await strangeLetters(gallery.page)).map((letters) => `${view.id}, ${letters}`)
  for (const shape of shapes) {
    await gallery.reshape(view, shape)
    const found = await breaches(gallery.page, scaleOf(shape), safeArea)
    faults.push(...found.map((fault) => `${view.id} ${shape}: ${fault}`))
  }
  return faults
}

describe.each(kinds)('[S10] [S11] [S12] [S90] %s', (kind) => {
  test.each(floors)('is read as it is meant in %s with %s', async (locale, currency) => {
    expect(await faultsOf(ordinaryOf(kind), [locale, currency], shapesOf(locale))).toEqual([])
  })

  const long = hardest.flatMap(([locale, currency, endings]) =>
    statesOf(kind)
      .filter(({ id }) => endings.some((ending) => id.endsWith(ending)))
      .map((view) => [view.id, locale, currency, view] as const),
  )
  test.each(long)('%s is so in %s with %s', async (_, locale, currency, view) => {
    expect(await faultsOf(view, [locale, currency], provesEveryShape ? everyShape : bothWays)).toEqual([])
  })
})

test('[S11] a phrase that does not keep its order is found', async () => {
  await gallery.show(ordinaryOf('accountability'), { locale: 'he-IL', currency: 'ILS' })
  expect(await misreadings(gallery.page)).toEqual([])
  await gallery.page.evaluate(() => {
    for (const phrase of document.querySelectorAll('[data-phrase]')) {
      phrase.removeAttribute('data-phrase')
      phrase.removeAttribute('dir')
    }
  })
  expect((await misreadings(gallery.page)).join()).toContain('no known order')
})

test.each(['en-US', 'ar-EG'])('what the goal line is called stands over it in %s', async (locale) => {
  await gallery.show(ordinaryOf('leaderboard'), { locale })
  const middleOf = async (selector: string) => {
    const box = await gallery.page.locator(selector).first().boundingBox()
    return box === null ? Number.NaN : box.x + box.width / 2
  }
  expect(Math.abs((await middleOf('.leaders .goal-label')) - (await middleOf('.goal-line')))).toBeLessThan(4)
})

test('[B23] on a wall that is read from the right each side keeps its own score', async () => {
  const view = ordinaryOf('head-to-head')
  if (view.kind !== 'head-to-head') throw new Error('another kind')
  await gallery.show(view, { locale: 'he-IL', currency: 'ILS' })
  const placeOf = async (selector: string) => {
    const box = await gallery.page.locator(selector).boundingBox()
    return box?.x ?? Number.NaN
  }
  expect(await placeOf('.versus-side[data-end="left"]')).toBeGreaterThan(
    await placeOf('.versus-side[data-end="right"]'),
  )
  const [left, right] = [
    gallery.page.locator('.versus-figures > :first-child'),
    gallery.page.locator('.versus-figures > :last-child'),
  ]
  expect(await left.textContent()).toBe(String(view.left.won))
  expect((await left.boundingBox())?.x).toBeGreaterThan((await right.boundingBox())?.x ?? 0)
})

test('nothing was refused by the security policy and nothing failed', () => {
  expect(gallery.complaints).toEqual([])
})
