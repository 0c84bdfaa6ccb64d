// The states that any board may come into, made from its ordinary one (`renderer/gallery/awkward.ts`): judged by the boxes of
// their letters, which tell all that a picture would. Here across, and upright those that take the most room;
// `npm run prove -- --only pictures` judges each on every shape of screen.
import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyState } from '../../renderer/gallery/catalogue.ts'
import { views } from '../../renderer/gallery/states.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { bothWays, everyShape, faultsOf, provesEveryShape } from './judged-state.ts'
import type { ScreenShape } from './wall-browser.ts'

const folder = 'test-results/pictures'
const keep = process.env['FLOORBOARD_KEEP_PICTURES'] === '1'
const byHand = new Set(views.map(({ id }) => id))
/** The longest lists, figures and names. */
const takesRoom = /-(500-rows|a-billion|awkward-names)$/

const shapesOf = (id: string): readonly ScreenShape[] => {
  if (provesEveryShape) return everyShape
  return keep || takesRoom.test(id) ? bothWays : ['1080p']
}

let gallery: GalleryPage
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  gallery = await openGallery({ paints: false })
})
afterAll(() => gallery?.close())

const made = everyState().filter(({ id }) => !byHand.has(id))

test.each(made.map((view) => [view.id, view] as const))('%s', async (id, view) => {
  const faults = await faultsOf(gallery, view, shapesOf(id), async (shape) => {
    if (keep) await gallery.painted((page) => page.screenshot({ path: `${folder}/${id}-${shape}.png` }))
    return []
  })
  expect(faults).toEqual([])
})

test('nothing was refused by the security policy and nothing failed', () => {
  expect(gallery.complaints).toEqual([])
})
