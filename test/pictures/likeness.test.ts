// That the comparison of pictures sees what matters and nothing else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { type GalleryPage, openGallery, queryFor } from './gallery-page.ts'
import { mostUnlike, smallPictureOf, unlikeness } from './likeness.ts'
import { openBrowser, settled } from './wall-browser.ts'

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

const boards = [
  ['leaderboard', '.leader'],
  ['accountability', '.work-row'],
  ['over-the-line', '.tile'],
] as const

test.each(boards)('two rows of a %s board that changed places are seen', async (kind, row) => {
  const view = ordinaryOf(kind)
  await gallery.show(view)
  const before = await gallery.smallPicture()
  await gallery.page.evaluate((selector) => {
    const [one, other] = [...document.querySelectorAll<HTMLElement>(selector)]
    if (!one || !other) throw new Error(`no two ${selector}`)
    const [from, to] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
    one.style.translate = `${to.left - from.left}px ${to.top - from.top}px`
    other.style.translate = `${from.left - to.left}px ${from.top - to.top}px`
  }, row)
  expect(unlikeness(before, await gallery.smallPicture())).toBeGreaterThan(mostUnlike)
})

test('letters that another machine would set a little differently are not', async () => {
  const view = ordinaryOf('leaderboard')
  await gallery.show(view)
  const before = await gallery.smallPicture()
  const other = await openBrowser(['--disable-font-subpixel-positioning'])
  try {
    const page = await other.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(`${gallery.url}${queryFor(view, {})}`)
    await settled(page, view)
    const after = await smallPictureOf(page, await page.context().newCDPSession(page))
    expect(unlikeness(before, after)).toBeLessThan(mostUnlike)
    expect(Buffer.from(before.data).equals(Buffer.from(after.data))).toBe(false)
  } finally {
    await other.close()
  }
})
