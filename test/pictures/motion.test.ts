// How boards move: by transform and opacity alone, and not at all where nothing is to travel.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, ordinaryOf } from '../../renderer/gallery/catalogue.ts'
import { type GalleryPage, openGallery, queryFor } from './gallery-page.ts'
import { styled } from './styled.ts'
import { setScreen } from './wall-browser.ts'

let gallery: GalleryPage
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

/** Runs in the page, from its first frame on: notes which properties its animations change, and since when it has a stage. */
const watch = (counting: string): void => {
  const moved = new Set<string>()
  const unclipped = new Set<string>()
  const known = new Set(['offset', 'computedOffset', 'easing', 'composite'])
  let drawnAt = Number.POSITIVE_INFINITY
  const look = () => {
    if (drawnAt === Number.POSITIVE_INFINITY && document.querySelector('.stage')) drawnAt = performance.now()
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
  Object.assign(window, { moved, unclipped, playedForMs: () => performance.now() - drawnAt })
}

/** Until a board has come in, changed (1.6 s after it was drawn) and come to rest again. */
const playMs = 3200

/** Properties that were animated while the board came in and changed, and numbers that showed more than one line. */
const movedIn = async (kind: (typeof kinds)[number], reducedMotion: 'reduce' | 'no-preference') => {
  const page = await gallery.browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion })
  // What is asked of it is in its styles and boxes: nothing has to be painted.
  await setScreen(await page.context().newCDPSession(page), '720p', false)
  await page.addInitScript(watch, styled('.counting[data-counting]'))
  await page.goto(`${gallery.url}${queryFor(ordinaryOf(kind), { play: true })}`)
  await page.waitForFunction((ms) => window.playedForMs() > ms, playMs, { polling: 100 })
  const moved = await page.evaluate(() => ({
    moved: [...window.moved].sort(),
    unclipped: [...window.unclipped],
  }))
  await page.close()
  return moved
}

// Several at a time: most of each is waiting.
describe.concurrent.each(kinds)('%s', (kind) => {
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
    readonly playedForMs: () => number
  }
}
