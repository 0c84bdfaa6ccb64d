import { expect, test } from 'vitest'
import { likelyDates } from './likely-dates.ts'

test.each([
  // Day and month changed places: 3 December was 12 March.
  ['2026-12-03', ['2026-03-12', '2025-12-03']],
  ['2027-02-11', ['2026-11-02', '2026-02-11']],
  ['2027-10-25T09:00:00Z', ['2026-10-25T09:00:00Z']],
  ['2028-02-29', []],
  ['2026-12-12', ['2025-12-12']],
])('[H104] %s, still to come on 20 November 2026, was probably %j', (date, meant) => {
  expect(likelyDates(date, '2026-11-20')).toEqual(meant)
})
