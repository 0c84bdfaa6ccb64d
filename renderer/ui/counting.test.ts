import { expect, test } from 'vitest'
import { countTo } from './counting.ts'

test('a number counts up through ever smaller steps and ends exactly on its value', () => {
  const amounts = countTo(100, 412)
  const steps = amounts.map((amount, index) => amount - (amounts[index - 1] ?? 100))
  expect(amounts.at(-1)).toBe(412)
  expect(steps.every((step) => step > 0)).toBe(true)
  expect(steps).toEqual([...steps].sort((a, b) => b - a))
})

test('whole numbers count in whole numbers, others do not', () => {
  expect(countTo(14, 15).every(Number.isInteger)).toBe(true)
  expect(countTo(0.25, 1).some((amount) => !Number.isInteger(amount))).toBe(true)
})

test('a number counts down too, and never past its value', () => {
  const amounts = countTo(9, -3)
  expect(amounts.at(-1)).toBe(-3)
  expect(Math.min(...amounts)).toBe(-3)
})
