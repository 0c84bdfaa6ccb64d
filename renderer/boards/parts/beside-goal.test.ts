import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { goalBeside, isLongBeside } from './beside-goal.ts'

const standing = { value: -157_000_000, goal: 275_000_000 }
const german = createFormat({ locale: 'de-DE', currency: 'EUR' })

test('a value and its goal are long where the language makes them so, never in English', () => {
  const english = createFormat({ locale: 'en-US', currency: 'USD' })
  expect(isLongBeside(standing, 'money', english)).toBe(false)
  expect(isLongBeside(standing, 'money', german)).toBe(true)
  expect(isLongBeside({ ...standing, goal: null }, 'money', german)).toBe(true)
  expect(isLongBeside({ ...standing, goal: null }, 'money', english)).toBe(false)
  expect(isLongBeside({ value: 1210, goal: 1400 }, 'count', german)).toBe(false)
})

test('beside a long value the goal goes without the currency', () => {
  expect(goalBeside(275_000_000, 'money', false, german)).toBe('2,75\u00a0Mio.\u00a0€')
  expect(goalBeside(275_000_000, 'money', true, german)).toBe('2,75\u00a0Mio.')
})
