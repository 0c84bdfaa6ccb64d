// A state of a board on screens of several shapes, held to the 10-foot rules.
import type { BoardView } from '../../shared/wire/view.ts'
import type { GalleryPage } from './gallery-page.ts'
import { breaches, movingProperties } from './legibility.ts'
import { strangeLetters } from './strange-letters.ts'
import { type ScreenShape, scaleOf } from './wall-browser.ts'

const safeArea = 0.05

/** Every shape that a screen is tried in, the usual one first. */
export const everyShape: readonly ScreenShape[] = ['1080p', '4k', 'portrait', '720p', 'ultrawide']
export const bothWays: readonly ScreenShape[] = ['1080p', 'portrait']

/** `npm run prove -- --only pictures`: every state on every shape of screen. */
export const provesEveryShape = process.env['FLOORBOARD_SHAPES'] === 'every'

/** States whose names are of many scripts: each letter has to be of a font that the wall brings. */
const hardNames = /awkward|scripts/

/** Sentences; none where all is well. `look` is asked for more of them on each screen, once the state stands there. */
export const faultsOf = async (
  gallery: GalleryPage,
  view: BoardView,
  shapes: readonly ScreenShape[],
  look: (shape: ScreenShape) => Promise<readonly string[]> = async () => [],
): Promise<readonly string[]> => {
  const { page } = gallery
  // On a calm screen a film stands still, and every picture of it is the same.
  await gallery.show(view, { calm: 'video' in view && view.video !== null })
  const faults = hardNames.test(view.id) ? [...(await strangeLetters(page))] : []
  for (const shape of shapes) {
    await gallery.reshape(view, shape)
    faults.push(...(await breaches(page, scaleOf(shape), safeArea)).map((fault) => `${shape}: ${fault}`))
    faults.push(...(await look(shape)))
  }
  const moving = await movingProperties(page)
  return [...faults, ...moving.map((property) => `${property} is animated`)]
}
