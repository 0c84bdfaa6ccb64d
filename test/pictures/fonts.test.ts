// Every letter and sign on every board comes from a font that the wall brings: on a machine that was set up for a wall
// alone, any other would be a box. Languages that locales.test.ts draws are judged there, hard names in pictures.test.ts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds, ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { strangeLetters } from './strange-letters.ts'

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery({ paints: false })
})
afterAll(() => gallery?.close())

test('a letter that the wall does not bring is told, and has none of its fonts loaded', async () => {
  await gallery.show(ordinaryOf('leaderboard'))
  const loaded = () =>
    gallery.page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return [...document.fonts].filter(({ status }) => status !== 'unloaded').length
    })
  const before = await loaded()
  await gallery.page.evaluate(() => document.querySelector('.stage h1')?.append(' ক'))
  expect(await strangeLetters(gallery.page)).toContain("ক: nobody's")
  expect(await loaded()).toBe(before)
})

test.each(kinds.flatMap((kind) => ['pl-PL', 'ar-EG'].map((locale) => [kind, locale] as const)))(
  'a %s board is drawn with the fonts it brings in %s',
  async (kind, locale) => {
    await gallery.show(ordinaryOf(kind), { locale })
    expect(await strangeLetters(gallery.page)).toEqual([])
  },
)
