import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyframesOf, stay } from './tracks.ts'

test('keyframes begin at the start, end at the end, and never go back, however short the takeover', () => {
  const keys = fc.array(
    fc.record({
      at: fc.integer({ min: -500, max: 30_000 }),
      opacity: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 20_000 }), (track, ms) => {
      const offsets = (keyframesOf(track, ms, false) ?? []).map(({ offset }) => Number(offset))
      expect(offsets[0]).toBe(0)
      expect(offsets.at(-1)).toBe(1)
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
    }),
  )
})

test('where nothing moves a part still comes and goes, and what only moves does nothing', () => {
  const frames = keyframesOf(stay({ at: 100, from: 'translateX(4rem)', until: 900 }), 1000, true) ?? []
  expect(frames.every((frame) => !('transform' in frame))).toBe(true)
  expect(frames.map(({ opacity }) => opacity)).toEqual([0, 0, 1, 1, 0, 0])
  expect(keyframesOf([{ at: 0, transform: 'none' }], 1000, true)).toBeNull()
})
