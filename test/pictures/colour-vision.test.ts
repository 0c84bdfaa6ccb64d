// Boards seen by people who see colours otherwise: what has reached its goal must not look like what is behind. That no
// board says it by colours alone is judged in themes.test.ts.
import { differenceCiede2000 } from 'culori'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { Theme } from '../../shared/wire/theme.ts'
import { colourAt } from './colour-at.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { type JudgedPart, judgedParts } from './judged-parts.ts'
import { pictureOf } from './likeness.ts'

const visions = ['deuteranopia', 'protanopia', 'tritanopia', 'achromatopsia'] as const
/** CIEDE2000; a tenth of it is the least that anybody sees side by side. */
const wellApart = 10

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

const apart = differenceCiede2000()

test.each(Theme.options)('the fills of the %s theme stay apart in every eye', async (theme) => {
  const { page } = gallery
  await gallery.show(ordinaryOf('accountability'), { theme })
  const parts = await judgedParts(page)
  const devtools = await page.context().newCDPSession(page)
  for (const type of visions) {
    await devtools.send('Emulation.setEmulatedVisionDeficiency', { type })
    const picture = await pictureOf(page, devtools)
    const fills = (means: JudgedPart['means']) =>
      parts.flatMap((part) => (part.means === means && part.at ? [colourAt(picture, part.at)] : []))
    const pairs = fills('reached').flatMap((one) => fills('behind').map((other) => apart(one, other)))
    expect(pairs.length).toBeGreaterThan(0)
    expect(Math.min(...pairs), type).toBeGreaterThan(wellApart)
  }
  await devtools.detach()
})
