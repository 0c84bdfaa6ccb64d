import { expect, test } from 'vitest'
import { crossingMs, travelMs } from './motion.ts'

test('a bar that stays on one side of the line never crosses it', () => {
  expect(crossingMs(0.2, 0.5, 0.7)).toBe(0)
  expect(crossingMs(0.8, 0.9, 0.7)).toBe(0)
  expect(crossingMs(0.5, 0.5, 0.5)).toBe(0)
})

test('the further along the line is, the later it is crossed, in both directions', () => {
  const times = [0.3, 0.5, 0.7, 0.9].map((line) => crossingMs(0.2, 1, line))
  expect([...times].sort((a, b) => a - b)).toEqual(times)
  expect(times[0]).toBeGreaterThan(0)
  expect(times[3]).toBeLessThan(travelMs)
  expect(crossingMs(1, 0.2, 0.6)).toBe(crossingMs(0.2, 1, 0.6))
})
