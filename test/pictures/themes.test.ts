// Every board in every theme: held to the same 10-foot rules, and read by axe.
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { Theme } from '../../shared/wire/theme.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { breaches } from './legibility.ts'

const safeArea = 0.05

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

describe.each(kinds)('%s', (kind) => {
  const view = ordinaryOf(kind)

  test.each(Theme.options)(
    'can be read from a desk in the %s theme, by a screen reader too',
    async (theme) => {
      await gallery.show(view, { theme })
      expect(await breaches(gallery.page, 1, safeArea)).toEqual([])
      await gallery.page.evaluate(axe.source)
      const { violations } = await gallery.page.evaluate(() =>
        window.axe.run(document, { resultTypes: ['violations'] }),
      )
      expect(violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`)).toEqual([])
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
