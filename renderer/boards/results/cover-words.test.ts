import { expect, test } from 'vitest'
import { coverageOf } from '../../../shared/domain/boards/results/coverage.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { coverWords } from './cover-words.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const goal = 100_000

/** What the wall says of so much coverage. */
const said = (coverage: number, enough = 3): string | null => {
  const standing = { value: 0, goal, attainment: 0, pace: null, state: null }
  const due = coverage * goal
  return coverWords({ ...standing, due, ...coverageOf(standing, due, enough) }, enough, format).figure
}

test.each([
  [0, '0×'],
  [0.094, '0.09×'],
  [0.17, '0.17×'],
  [0.5, '0.5×'],
  [1, '1×'],
  [1.68, '1.7×'],
  [2.1, '2.1×'],
  [3.04, '3×'],
  [9.96, '10×'],
  [14.6, '15×'],
  [99.6, '>99×'],
  [1234, '>99×'],
])('[B73] coverage of %d is said to the nearest, in two figures', (coverage, text) => {
  expect(said(coverage)).toBe(text)
})

test('[B73] what is not reached never reads as reached: neither 1 nor what is enough', () => {
  expect([said(0.998), said(2.97), said(2.96, 2.97)]).toEqual(['0.99×', '2.9×', '2.9×'])
  expect([said(2.97, 2), said(2.97, 2.5)]).toEqual(['3×', '3×'])
})

test('who is not there in a period has no goal; nobody forgot to set one', () => {
  const nothing = { goal: null, attainment: null, pace: null, state: null, coverage: null, cover: null }
  expect(coverWords({ ...nothing, value: null, due: null }, 3, format).words).toBe('no goal')
  expect(coverWords({ ...nothing, value: 0, due: 0 }, 3, format).words).toBe('no goal set')
})
