import { expect, test } from 'vitest'
import { countTo } from './count-to.ts'

const amountsOf = (from: number, to: number): readonly number[] =>
  countTo(from, to, String).map(({ amount }) => amount)

test('a number counts up through ever smaller steps and ends exactly on its value', () => {
  const amounts = amountsOf(100, 412)
  const steps = amounts.map((amount, index) => amount - (amounts[index - 1] ?? 100))
  expect(amounts).toHaveLength(6)
  expect(amounts.at(-1)).toBe(412)
  expect(steps.every((step) => step > 0)).toBe(true)
  expect(steps).toEqual([...steps].sort((a, b) => b - a))
})

test('whole numbers count in whole numbers, others do not', () => {
  expect(amountsOf(14, 15).every(Number.isInteger)).toBe(true)
  expect(amountsOf(14, 15).at(-1)).toBe(15)
  expect(amountsOf(14, 16)).toEqual([15, 16])
  expect(amountsOf(0.25, 1).some((amount) => !Number.isInteger(amount))).toBe(true)
})

test('a number counts down too, and never past its value', () => {
  const amounts = amountsOf(9, -3)
  expect(amounts.at(-1)).toBe(-3)
  expect(Math.min(...amounts)).toBe(-3)
})

test('what is written alike is shown once, and ends on its value all the same', () => {
  const inMillions = (amount: number): string => `$${(amount / 1_000_000).toFixed(1)}M`
  expect(countTo(1_200_000, 1_430_000, inMillions).map(({ text }) => text)).toEqual(['$1.3M', '$1.4M'])
  expect(countTo(1_200_000, 1_430_000, inMillions).at(-1)?.amount).toBe(1_430_000)
  expect(countTo(1_200_000, 1_210_000, inMillions)).toEqual([])
})
