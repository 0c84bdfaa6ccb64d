import { expect, test } from 'vitest'
import { askOf } from './team-ask.ts'

test('[B63] what is left is divided among those who carry it, in whole pieces', () => {
  expect(askOf(12, 6, 3, 'count')).toEqual({ left: 12, people: 6, each: 2, eachADay: null })
  expect(askOf(13, 6, 3, 'count')?.each).toBe(3)
  expect(askOf(3, 8, 3, 'count')?.each).toBe(1)
  expect(askOf(100, 3, 30, 'money')?.each).toBe(34)
  expect(askOf(7, 2, 1, 'points')?.each).toBe(3.5)
})

test('[B63] the remains of a floating point are no further piece', () => {
  expect(askOf(0.1 + 0.2 + 11.7, 6, 1, 'count')?.each).toBe(2)
})

test('[B64] many pieces are told by the day, money never is', () => {
  expect(askOf(1400, 10, 4, 'count')).toMatchObject({ each: 140, eachADay: 35 })
  expect(askOf(79, 10, 4, 'count')?.eachADay).toBe(null)
  expect(askOf(80, 10, 4, 'count')?.eachADay).toBe(2)
  expect(askOf(1400, 10, 1, 'count')?.eachADay).toBe(null)
  expect(askOf(1400, 10, null, 'count')?.eachADay).toBe(null)
  expect(askOf(1_400_000, 10, 4, 'money')?.eachADay).toBe(null)
})

test('[B63] nothing is asked where nothing is left, nothing is known or nobody is there', () => {
  expect(askOf(0, 6, 3, 'count')).toBe(null)
  expect(askOf(-5, 6, 3, 'count')).toBe(null)
  expect(askOf(null, 6, 3, 'count')).toBe(null)
  expect(askOf(12, 0, 3, 'count')).toBe(null)
})
