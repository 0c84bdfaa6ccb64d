import { expect, test } from 'vitest'
import { marksOf } from './streak-marks.tsx'

test('[B240] ticks and the number beside them come to the days of a streak', () => {
  expect(marksOf(8, 10)).toEqual({ ticks: 8, more: 0 })
  expect(marksOf(10, 10)).toEqual({ ticks: 10, more: 0 })
  expect(marksOf(11, 10)).toEqual({ ticks: 8, more: 3 })
  expect(marksOf(250, 7)).toEqual({ ticks: 5, more: 245 })
})
