// How boards move: by transform and opacity alone, and not at all where nothing is to travel.
import type { Page } from '@playwright/test'
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

interface Play {
  readonly query: string
  readonly ms: number
  readonly counting: string
}

interface Played {
  /** Properties that were animated. */
  readonly moved: readonly string[]
  /** Numbers that showed more than one line. */
  readonly unclipped: readonly string[]
}

/** Runs in the page: draws what the query asks for, and looks at each of its frames, from the first on, for so long. */
const play = ({ query, ms, counting }: Play): Promise<Played> => {
  const moved = new Set<string>()
  const unclipped = new Set<string>()
  const known = new Set(['offset', 'computedOffset', 'easing', 'composite'])
  /** An animation keeps the keyframes that it was made with: each is looked at once. */
  const seen = new WeakSet<Animation>()
  const look = () => {
    for (const animation of document.getAnimations()) {
      const { effect } = animation
      if (seen.has(animation) || !(effect instanceof KeyframeEffect)) continue
      seen.add(animation)
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
  }
  const before = document.querySelector('.stage')
  window.history.pushState(null, '', query)
  window.dispatchEvent(new PopStateEvent('popstate'))
  let drawnAt: number | null = null
  return new Promise((resolve) => {
    const onFrame = () => {
      const stage = document.querySelector('.stage')
      if (stage !== null && stage !== before) {
        drawnAt ??= performance.now()
        look()
      }
      if (drawnAt !== null && performance.now() - drawnAt > ms)
        resolve({ moved: [...moved].sort(), unclipped: [...unclipped] })
      else requestAnimationFrame(onFrame)
    }
    requestAnimationFrame(onFrame)
  })
}

/** Until a board has come in, changed (1.6 s after it was drawn) and come to rest again. */
const playMs = 3200

type Preference = 'reduce' | 'no-preference'

/** Pages on which nothing plays. To load one takes longer than to play a board. */
const free: Record<Preference, Page[]> = { reduce: [], 'no-preference': [] }

const openPage = async (reducedMotion: Preference): Promise<Page> => {
  const page = await gallery.browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion })
  // What is asked of it is in its styles and boxes: nothing has to be painted.
  await setScreen(await page.context().newCDPSession(page), '720p', 0)
  await page.goto(`${gallery.url}?state=none`)
  return page
}

/** What moved while the board came in and changed. */
const playedIn = async (kind: (typeof kinds)[number], preference: Preference): Promise<Played> => {
  const page = free[preference].pop() ?? (await openPage(preference))
  const query = queryFor(ordinaryOf(kind), { play: true })
  const played = await page.evaluate(play, {
    query,
    ms: playMs,
    counting: styled('.counting[data-counting]'),
  })
  free[preference].push(page)
  return played
}

// Several at a time: most of each is waiting.
describe.concurrent.each(kinds)('%s', (kind) => {
  test('only transform and opacity move', async () => {
    const { moved, unclipped } = await playedIn(kind, 'no-preference')
    expect(unclipped).toEqual([])
    expect(moved).toContain('opacity')
    expect(moved.filter((name) => name !== 'transform' && name !== 'opacity')).toEqual([])
  })

  test('nothing travels for who prefers it so', async () => {
    expect((await playedIn(kind, 'reduce')).moved.filter((name) => name !== 'opacity')).toEqual([])
  })
})
