// Every board in every state, on every shape of screen, in a real browser: drawn and measured against the 10-foot
// rules. A state made by hand is also compared with how it looked when somebody last looked at it; of those that are
// made for every kind alike, a picture would tell nothing that the boxes of their letters do not.
// FLOORBOARD_KEEP_PICTURES=1 takes today's pictures for good, those of docs/boards.md too, and writes every state on
// every shape of screen into test-results/pictures for a person to look at.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, ordinaryOf, statesOf } from '../../renderer/gallery/catalogue.ts'
import { views } from '../../renderer/gallery/states.ts'
import { colourAt } from './colour-at.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { breaches, listedParts, listedPartsOn, movingProperties } from './legibility.ts'
import { keepPicture, keptPicture, mostUnlike, pictureOf, small, unlikeness } from './likeness.ts'
import { strangeLetters } from './strange-letters.ts'
import { type ScreenShape, scaleOf } from './wall-browser.ts'

const folder = 'test-results/pictures'
const keep = process.env['FLOORBOARD_KEEP_PICTURES'] === '1'
const byHand = new Set(views.map(({ id }) => id))
/** States whose names are of many scripts: each letter has to be of a font that the wall brings. */
const hardNames = /awkward|scripts/
const everyShape: readonly ScreenShape[] = ['1080p', '4k', 'portrait', '720p', 'ultrawide']
const bothWays: readonly ScreenShape[] = ['1080p', 'portrait']
const ordinary = new Set(kinds.map((kind) => ordinaryOf(kind).id))

/** The hardest names on every screen, one of each board on those of another shape; the other states upright and across. */
const shapesOf = (id: string): readonly ScreenShape[] => {
  if (id === 'awkward' || (keep && ordinary.has(id))) return everyShape
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
  const drawn = await gallery.painted(pictureOf)
  writeFileSync(`${folder}/${id}-1080p.png`, drawn)
  const today = small(drawn)
  const path = `test/pictures/kept/${id}.png`
  if (keep) keepPicture(path, today)
  const kept = keptPicture(path)
  if (kept === null) return [`nobody has kept a picture of ${id}`]
  const share = unlikeness(kept, today)
  return share > mostUnlike ? [`looks unlike ${path}: ${(share * 100).toFixed(2)} % of it`] : []
}

describe.each(kinds)('%s', (kind) => {
  test.each(statesOf(kind).map((view) => [view.id, view] as const))('%s', async (id, view) => {
    const { page } = gallery
    // On a calm screen a film stands still, and every picture of it is the same.
    await gallery.show(view, { calm: 'video' in view && view.video !== null })
    for (const part of await listedPartsOn(page)) partsSeen.add(part)
    const faults: string[] = hardNames.test(id) ? [...(await strangeLetters(page))] : []
    for (const shape of shapesOf(id)) {
      await gallery.reshape(view, shape)
      faults.push(...(await breaches(page, scaleOf(shape), 0.05)).map((fault) => `${shape}: ${fault}`))
      if (shape === '1080p' && byHand.has(id)) faults.push(...(await likenessOf(id)))
      else if (keep) await gallery.painted(() => page.screenshot({ path: `${folder}/${id}-${shape}.png` }))
      if (keep && shape === '720p' && id === ordinaryOf(kind).id)
        await gallery.painted(() =>
          page.screenshot({ path: `docs/boards/${kind}.jpg`, type: 'jpeg', quality: 84 }),
        )
    }
    expect(faults).toEqual([])
    expect(await movingProperties(page)).toEqual([])
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
