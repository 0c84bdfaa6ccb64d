import { expect, test } from 'vitest'
import { wilson } from './wilson.ts'

test('[L9] Wilson’s interval, against published figures', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  const figures: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ]
  for (const [made, attempts, low, high] of figures) {
    const interval = wilson(made, attempts)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  }
})

test('[L9] nothing is said of no attempts, nor of what is no share', () => {
  expect(wilson(0, 0)).toBeNull()
  expect(wilson(3, 2)).toBeNull()
  expect(wilson(20, 20)).toMatchObject({ high: 1 })
})
