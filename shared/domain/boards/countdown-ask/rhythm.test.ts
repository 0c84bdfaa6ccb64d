import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rhythmOf } from './rhythm.ts'

test('[B142] a day is asked for its part, rounded up to a tenth, from ten on whole, money to whole minor units', () => {
  expect(rhythmOf(12, 9, 'count')).toEqual({ amount: 1.4, days: 1 })
  expect(rhythmOf(12, 12, 'count')).toEqual({ amount: 1, days: 1 })
  expect(rhythmOf(95, 9, 'count')).toEqual({ amount: 11, days: 1 })
  expect(rhythmOf(7.5, 3, 'points')).toEqual({ amount: 2.5, days: 1 })
  expect(rhythmOf(1000, 3, 'money')).toEqual({ amount: 334, days: 1 })
})

test('[B142] less than a piece in two days is a piece in so many days, rounded down', () => {
  expect(rhythmOf(2, 9, 'count')).toEqual({ amount: 1, days: 4 })
  expect(rhythmOf(4, 9, 'count')).toEqual({ amount: 1, days: 2 })
  expect(rhythmOf(5, 9, 'count')).toEqual({ amount: 0.6, days: 1 })
  expect(rhythmOf(0.5, 9, 'count')).toEqual({ amount: 0.5, days: 9 })
})

test('[B142] the remains of a floating point are no further tenth', () => {
  expect(rhythmOf(0.1 + 0.2 + 1.5, 1, 'count')?.amount).toBe(1.8)
})

test('[B142] whoever keeps to it gets there, and does not have to begin before today', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 260 }), (left, workingDays) => {
      const rhythm = rhythmOf(left, workingDays, 'count')
      expect(rhythm && Math.floor(workingDays / rhythm.days) * rhythm.amount).toBeGreaterThanOrEqual(
        left - 1e-6,
      )
    }),
  )
})

test('[B143] nothing is asked where nothing is left or known, or no working day is left', () => {
  expect(rhythmOf(0, 9, 'count')).toBe(null)
  expect(rhythmOf(-3, 9, 'count')).toBe(null)
  expect(rhythmOf(null, 9, 'count')).toBe(null)
  expect(rhythmOf(12, 0, 'count')).toBe(null)
  expect(rhythmOf(12, null, 'count')).toBe(null)
})
