// Every state that somebody made by hand, on the shapes of screen that matter to it, in a real browser: drawn and measured
// against the 10-foot rules, and compared with how it looked when somebody last looked at it. `npm run prove -- --only pictures`
// measures each on every shape. States that are made for every kind alike are judged in awkward-states.test.ts.
// FLOORBOARD_KEEP_PICTURES=1 takes today's pictures for good, those of docs/boards.md too, and writes every state on
// both ways of a screen into test-results/pictures for a person to look at.
import { mkdirSync, readdirSync } from 'node:fs'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, ordinaryOf, statesOf } from '../../renderer/gallery/catalogue.ts'
import { views } from '../../renderer/gallery/states.ts'
import { colourAt } from './colour-at.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { bothWays, everyShape, faultsOf, provesEveryShape } from './judged-state.ts'
import { listedParts, listedPartsOn } from './legibility.ts'
import { keepPicture, keptPicture, mostUnlike, unlikeness } from './likeness.ts'
import type { ScreenShape } from './wall-browser.ts'

const folder = 'test-results/pictures'
const keep = process.env['FLOORBOARD_KEEP_PICTURES'] === '1'
const byHand = new Set(views.map(({ id }) => id))
const ordinary = new Set(kinds.map((kind) => ordinaryOf(kind).id))

/** The hardest names on every screen, one of each board on those of another shape; the other states upright and across. */
const shapesOf = (id: string): readonly ScreenShape[] => {
  if (provesEveryShape || id === 'awkward' || (keep && ordinary.has(id))) return everyShape
  return ordinary.has(id) ? [...bothWays, 'ultrawide'] : bothWays
}

let gallery: GalleryPage
const partsSeen = new Set<string>()

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  gallery = await openGallery({ paints: false })
})

afterAll(() => gallery?.close())

/** Compares what is drawn with the kept picture of that state; a sentence where they are unlike. */
const likenessOf = async (id: string): Promise<readonly string[]> => {
  const today = await gallery.smallPicture()
  const path = `test/pictures/kept/${id}.png`
  if (keep) {
    await gallery.painted((page) => page.screenshot({ path: `${folder}/${id}-1080p.png` }))
    keepPicture(path, today)
  }
  const kept = keptPicture(path)
  if (kept === null) return [`nobody has kept a picture of ${id}`]
  const share = unlikeness(kept, today)
  if (share <= mostUnlike) return []
  await gallery.painted((page) => page.screenshot({ path: `${folder}/${id}-1080p.png` }))
  return [
    `looks unlike ${path}: ${(share * 100).toFixed(2)} % of it; it is now as in ${folder}/${id}-1080p.png`,
  ]
}

describe.each(kinds)('%s', (kind) => {
  const own = statesOf(kind).filter(({ id }) => byHand.has(id))
  test.each(own.map((view) => [view.id, view] as const))('%s', async (id, view) => {
    const faults = await faultsOf(gallery, view, shapesOf(id), async (shape) => {
      if (shape === '1080p') return likenessOf(id)
      if (keep) await gallery.painted((page) => page.screenshot({ path: `${folder}/${id}-${shape}.png` }))
      if (keep && shape === '720p' && id === ordinaryOf(kind).id)
        await gallery.painted((page) =>
          page.screenshot({ path: `docs/boards/${kind}.jpg`, type: 'jpeg', quality: 84 }),
        )
      return []
    })
    for (const part of await listedPartsOn(gallery.page)) partsSeen.add(part)
    expect(faults).toEqual([])
  })
})

test('what stands for a team is square, of one colour into its corners', async () => {
  await gallery.show(ordinaryOf('head-to-head'))
  const sign = PNG.sync.read(
    await gallery.painted((page) =>
      page.locator('.versus-side[data-of="team"] .avatar').first().screenshot(),
    ),
  )
  const colour = (across: number, down: number): string =>
    colourAt(sign, { x: Math.floor(across * sign.width), y: Math.floor(down * sign.height) })
  const edge = colour(0.5, 0.08)
  for (const across of [0.08, 0.92]) for (const down of [0.08, 0.92]) expect(colour(across, down)).toBe(edge)
})

test('[B249] the largest face beside what a leader wrote is that of whom it is about', async () => {
  await gallery.show(ordinaryOf('from-the-top'))
  const widths = await gallery.page
    .locator('.top .avatar')
    .evaluateAll((faces) => faces.map((face) => [face.closest('.top-faces') !== null, face.clientWidth]))
  const widest = (praised: boolean): number =>
    Math.max(...widths.flatMap(([isOf, width]) => (isOf === praised ? [Number(width)] : [])))
  expect(widest(true)).toBeGreaterThan(widest(false) * 2)
})

test('everything that the 10-foot rules look for is on some board', () => {
  expect(listedParts.filter((part) => !partsSeen.has(part))).toEqual([])
})

test('every kept picture is of a state that somebody made by hand', () => {
  expect(readdirSync('test/pictures/kept').filter((name) => !byHand.has(name.replace(/\.png$/, '')))).toEqual(
    [],
  )
})

test('nothing was refused by the security policy and nothing failed', () => {
  expect(gallery.complaints).toEqual([])
})
