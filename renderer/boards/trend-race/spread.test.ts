import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './spread.ts'

const gap = 0.1

test('a label with room stands at its line', () => {
  expect(spread([0.2, 0.5, 0.9], gap).map((at) => at.toFixed(2))).toEqual(['0.20', '0.50', '0.90'])
})

test('labels that would overlap give way alike, those at an edge inwards', () => {
  expect(spread([0.5, 0.5], gap).map((at) => at.toFixed(2))).toEqual(['0.45', '0.55'])
  expect(spread([0, 0.02, 1], gap).map((at) => at.toFixed(2))).toEqual(['0.05', '0.15', '0.95'])
})

test('no labels are nowhere', () => {
  expect(spread([], gap)).toEqual([])
})

test('labels keep their order, their distance and the frame', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 14 }),
      (wanted) => {
        const places = spread(wanted, gap)
        const least = Math.min(gap, 1 / wanted.length)
        const sorted = wanted
          .map((want, index) => ({ want, index, at: places[index] ?? Number.NaN }))
          .sort((a, b) => a.want - b.want || a.index - b.index)
        sorted.forEach(({ at }, index) => {
          expect(at).toBeGreaterThanOrEqual(least / 2 - 1e-9)
          expect(at).toBeLessThanOrEqual(1 - least / 2 + 1e-9)
          const before = sorted[index - 1]
          if (before) expect(at - before.at).toBeGreaterThanOrEqual(least - 1e-9)
        })
      },
    ),
  )
})
