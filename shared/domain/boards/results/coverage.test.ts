import { expect, test } from 'vitest'
import { coverageOf } from './coverage.ts'

const of = (value: number | null, goal: number | null, due: number | null) =>
  coverageOf({ value, goal }, due, 3)

test('[B73] coverage is what is due over what is missing', () => {
  expect(of(40, 100, 126)).toEqual({ coverage: 2.1, cover: 'thin' })
  expect(of(0, 100, 300)).toEqual({ coverage: 3, cover: 'covered' })
  expect(of(0, 100, 100)).toEqual({ coverage: 1, cover: 'thin' })
  expect(of(0, 100, 99)).toEqual({ coverage: 0.99, cover: 'short' })
  expect(of(0, 100, 0)).toEqual({ coverage: 0, cover: 'short' })
})

test('[B73] pipeline below zero covers nothing, a value below zero is missing too', () => {
  expect(of(0, 100, -20)).toEqual({ coverage: 0, cover: 'short' })
  expect(of(-50, 100, 150)).toEqual({ coverage: 1, cover: 'thin' })
})

test('[B74] at the goal and beyond nothing is missing, whatever is due', () => {
  expect(of(100, 100, 0)).toEqual({ coverage: null, cover: 'nothing missing' })
  expect(of(130, 100, null)).toEqual({ coverage: null, cover: 'nothing missing' })
})

test('[B74] without a goal, or with something unknown, nothing is said', () => {
  for (const each of [of(40, null, 10), of(null, 100, 10), of(40, 100, null)])
    expect(each).toEqual({ coverage: null, cover: null })
})
