import { expect, test } from 'vitest'
import { filledBy } from './standing-bar.tsx'

test('[B212] a bar with room beyond the goal shows how far somebody is over it, up to its end, and ends before the goal until it is reached', () => {
  expect(filledBy({ state: 'reached', attainment: 1 }, 0.8)).toBeCloseTo(0.8)
  expect(filledBy({ state: 'reached', attainment: 1.1 }, 0.8)).toBeCloseTo(0.88)
  expect(filledBy({ state: 'reached', attainment: 3 }, 0.8)).toBe(1)
  expect(filledBy({ state: 'reached', attainment: null }, 0.8)).toBeCloseTo(0.8)
  expect(filledBy({ state: 'on pace', attainment: 0.9999 }, 0.8)).toBeLessThan(0.8)
  expect(filledBy({ state: 'behind', attainment: -1 }, 0.8)).toBe(0)
})
