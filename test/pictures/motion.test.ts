// How boards move: by transform and opacity alone, and not at all where nothing is to travel.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'
import { styled } from './styled.ts'

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery()
  // Seen from the first frame on: each animation of the page, and which properties it changes.
  await gallery.page.addInitScript((counting) => {
    const moved = new Set<string>()
    const unclipped = new Set<string>()
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
      for (const number of document.querySelectorAll(counting)) {
        const style = getComputedStyle(number)
        const lines = number.getBoundingClientRect().height / Number.parseFloat(style.fontSize)
        if (style.display === 'inline' || style.overflowY !== 'clip' || lines > 1.8)
          unclipped.add(number.className)
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    Object.assign(window, { moved, unclipped })
  }, styled('.counting[data-counting]'))
})
afterAll(() => gallery?.close())

/** Properties that were animated while the board came in and changed, and numbers that showed more than one line. */
const movedIn = async (kind: (typeof kinds)[number], reducedMotion: 'reduce' | 'no-preference') => {
  const { page, show } = gallery
  await page.emulateMedia({ reducedMotion })
  await show(ordinaryOf(kind), { play: true })
  await page.waitForFunction(() => performance.now() > 3200)
  return page.evaluate(() => ({ moved: [...window.moved].sort(), unclipped: [...window.unclipped] }))
}

describe.each(kinds)('%s', (kind) => {
  test('only transform and opacity move', async () => {
    const { moved, unclipped } = await movedIn(kind, 'no-preference')
    expect(unclipped).toEqual([])
    expect(moved).toContain('opacity')
    expect(moved.filter((name) => name !== 'transform' && name !== 'opacity')).toEqual([])
  })

  test('nothing travels for who prefers it so', async () => {
    expect((await movedIn(kind, 'reduce')).moved.filter((name) => name !== 'opacity')).toEqual([])
  })
})

declare global {
  interface Window {
    readonly moved: ReadonlySet<string>
    readonly unclipped: ReadonlySet<string>
  }
}
