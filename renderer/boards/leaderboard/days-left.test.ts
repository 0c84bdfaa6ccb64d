import { expect, test } from 'vitest'
import { daysLeft } from './days-left.ts'

test('a window has the days after today, where the screen is', () => {
  const evening = Date.UTC(2026, 10, 21, 3, 0)
  expect(daysLeft('2027-01-01', evening, 'America/New_York')).toBe(41)
  expect(daysLeft('2027-01-01', evening, 'Europe/Berlin')).toBe(40)
})

test('on the last day, and after it, nothing is early', () => {
  expect(daysLeft('2026-11-23', Date.UTC(2026, 10, 22, 12), 'UTC')).toBe(0)
  expect(daysLeft('2026-11-23', Date.UTC(2026, 10, 25, 12), 'UTC')).toBe(0)
})

test('without an end there is nothing to be early for', () => {
  expect(daysLeft(null, Date.UTC(2026, 10, 22), 'UTC')).toBeNull()
})
