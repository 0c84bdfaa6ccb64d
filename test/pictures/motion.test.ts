// How boards move: by transform and opacity alone, and not at all where nothing is to travel.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery()
  // Seen from the first frame on: each animation of the page, and which properties it changes.
  await gallery.page.addInitScript(() => {
    const moved = new Set<string>()
    const known = new Set(['offset', 'computedOffset', 'easing', 'composite'])
    const look = () => {
      for (const animation of document.getAnimations()) {
        const { effect } = animation
        if (!(effect instanceof KeyframeEffect)) continue
        const name = animation instanceof CSSAnimation ? animation.animationName : ''
        // The rotation's own mark fills while a scene is on, whatever else keeps still.
        if (name === 'progress-fill') continue
        for (const frame of effect.getKeyframes())
          for (const property of Object.keys(frame)) if (!known.has(property)) moved.add(property)
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    Object.assign(window, { moved })
  })
})
afterAll(() => gallery?.close())

/** Properties that were animated while the board came in and changed. */
const movedIn = async (kind: (typeof kinds)[number], reducedMotion: 'reduce' | 'no-preference') => {
  const { page, show } = gallery
  await page.emulateMedia({ reducedMotion })
  await show(ordinaryOf(kind), { play: true })
  await page.waitForFunction(() => performance.now() > 3200)
  return page.evaluate(() => [...(window as unknown as { moved: Set<string> }).moved].sort())
}

describe.each(kinds)('%s', (kind) => {
  test('only transform and opacity move', async () => {
    const moved = await movedIn(kind, 'no-preference')
    expect(moved).toContain('opacity')
    expect(moved.filter((name) => name !== 'transform' && name !== 'opacity')).toEqual([])
  })

  test('nothing travels for who prefers it so', async () => {
    expect((await movedIn(kind, 'reduce')).filter((name) => name !== 'opacity')).toEqual([])
  })
})
