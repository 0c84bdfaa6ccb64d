// Every board in every theme: held to the same 10-foot rules, read by axe, and understood without its colours.
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { Theme } from '../../shared/wire/theme.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { judgedParts } from './judged-parts.ts'
import { breaches } from './legibility.ts'

const safeArea = 0.05

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery({ paints: false })
})
afterAll(() => gallery?.close())

/** What axe has against the page. */
const violations = async (): Promise<readonly string[]> => {
  const { page } = gallery
  // The page stands for several boards, and axe is half a megabyte.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`)
}

describe.each(kinds)('%s', (kind) => {
  test.each(Theme.options)(
    'can be read from a desk in the %s theme, by a screen reader and without colours too',
    async (theme) => {
      await gallery.show(ordinaryOf(kind), { theme })
      expect(await breaches(gallery.page, 1, safeArea)).toEqual([])
      expect(await violations()).toEqual([])
      const byColourAlone = (await judgedParts(gallery.page)).filter(({ said }) => !said)
      expect(byColourAlone.map(({ means, text }) => `${means}: ${text}`)).toEqual([])
    },
  )
})

test('nothing was refused by the security policy and nothing failed', () => {
  expect(gallery.complaints).toEqual([])
})

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}
