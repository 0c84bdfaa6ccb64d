import { expect, test } from 'vitest'
import { piecesAt } from './confetti-flight.ts'

const burst = { at: 1000, x: 0.5, y: 0.5, direction: Math.PI / 2, spread: 1, pieces: 40, speed: 2 }

test('every screen throws the same pieces: what is seen depends on the instant alone', () => {
  expect(piecesAt([burst], 2345, 16 / 9)).toEqual(piecesAt([burst], 2345, 16 / 9))
})

test('nothing flies before a burst, and nothing is left of it later', () => {
  expect(piecesAt([burst], 999, 1)).toEqual([])
  expect(piecesAt([burst], 1000 + 5300, 1)).toEqual([])
})

test('pieces go up, and then come down', () => {
  const height = (ms: number) => piecesAt([burst], ms, 1).reduce((sum, { y }) => sum + y, 0) / burst.pieces
  expect(height(1000)).toBeCloseTo(0.5)
  expect(height(1500)).toBeLessThan(0.3)
  expect(height(5500)).toBeGreaterThan(height(2500))
})
