import { expect, test } from 'vitest'
import { timesAt } from './keep-times.ts'

const stage = {
  sleeps: [
    { from: 100, to: 200 },
    { from: 500, to: 600 },
  ],
  dims: [
    { from: 50, to: 120, light: 0.5 },
    { from: 80, to: 90, light: 0.3 },
  ],
}

test.each([
  [0, { wakesAt: null, light: 1, until: 50 }],
  [85, { wakesAt: null, light: 0.3, until: 90 }],
  [100, { wakesAt: 200, light: 0.5, until: 120 }],
  [199, { wakesAt: 200, light: 1, until: 200 }],
  [200, { wakesAt: null, light: 1, until: 500 }],
  [600, { wakesAt: null, light: 1, until: Number.POSITIVE_INFINITY }],
] as const)('[S207] [S209] at %i it is %o', (now, times) => {
  expect(timesAt(stage, now)).toEqual(times)
})

test('[S207] a stage without times, and none at all, leave a screen awake', () => {
  const awake = { wakesAt: null, light: 1, until: Number.POSITIVE_INFINITY }
  expect(timesAt({}, 5)).toEqual(awake)
  expect(timesAt(null, 5)).toEqual(awake)
})
