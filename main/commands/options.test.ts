import { expect, test } from 'vitest'
import { refuseSwitches } from './options.ts'

test.each(['', ' ', '0', 'no', 'FALSE', '1', 'Yes', 'true', undefined])('a switch may be %j', (value) => {
  expect(refuseSwitches({ FLOORBOARD_DEMO: value })).toBeNull()
})

test('a switch that says neither yes nor no is refused, not taken for a yes', () => {
  expect(refuseSwitches({ FLOORBOARD_DEMO: 'maybe' })).toBe(
    'FLOORBOARD_DEMO must be 1 (or yes, true) or 0 (or no, false), but is "maybe".',
  )
  for (const value of ['constructor', '__proto__', '2'])
    expect(refuseSwitches({ FLOORBOARD_JSON: value })).toContain('FLOORBOARD_JSON')
})
