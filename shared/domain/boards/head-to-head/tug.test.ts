import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tugOf } from './tug.ts'

const value = fc.oneof(
  fc.constantFrom(0, 1, -1),
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ noNaN: true, min: -1e14, max: 1e14 }),
)
const better = fc.constantFrom('higher' as const, 'lower' as const)

test('[B21] the share is of both values together, and nothing against nothing is level', () => {
  expect(tugOf(30, 10, 'higher')).toEqual({ share: 0.75, leads: 'left' })
  expect(tugOf(0, 10, 'higher')).toEqual({ share: 0, leads: 'right' })
  expect(tugOf(0, 0, 'higher')).toEqual({ share: 0.5, leads: 'level' })
})

test('[B21] where lower is better the rope turns round', () => {
  expect(tugOf(30, 10, 'lower')).toEqual({ share: 0.25, leads: 'right' })
  expect(tugOf(0, 0, 'lower')).toEqual({ share: 0.5, leads: 'level' })
})

test('[B22] below zero, the nearer to it has the larger share, and what is not below zero has it all', () => {
  expect(tugOf(-10, -30, 'higher')).toEqual({ share: 0.75, leads: 'left' })
  expect(tugOf(-10, 5, 'higher')).toEqual({ share: 0, leads: 'right' })
  expect(tugOf(-10, 0, 'lower')).toEqual({ share: 1, leads: 'left' })
})

test('[B22] an unknown value leads nobody', () => {
  expect(tugOf(null, 3, 'higher')).toBeNull()
  expect(tugOf(3, null, 'lower')).toBeNull()
})

test('[B21][B22] changing ends changes the share and nothing else, and who leads has the larger share', () => {
  fc.assert(
    fc.property(value, value, better, (a, b, which) => {
      const [one, other] = [tugOf(a, b, which), tugOf(b, a, which)]
      if (!one || !other) throw new Error('both are known')
      expect(one.share).toBeGreaterThanOrEqual(0)
      expect(one.share).toBeLessThanOrEqual(1)
      expect(one.share + other.share).toBeCloseTo(1, 9)
      if (one.leads === 'level') expect(one.share).toBe(0.5)
      else if (one.leads === 'left') expect(one.share).toBeGreaterThanOrEqual(0.5)
      else expect(one.share).toBeLessThanOrEqual(0.5)
    }),
  )
})
