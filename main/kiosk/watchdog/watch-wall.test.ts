import { expect, test } from 'vitest'
import { needsWatchdog } from './watch-wall.ts'

test('[S212] the packaged program watches itself where neither the starter nor the system does', () => {
  expect(needsWatchdog(true, {})).toBe(true)
  expect(needsWatchdog(true, { FLOORBOARD_START: '7-1-99' })).toBe(false)
  expect(needsWatchdog(true, { FLOORBOARD_SUPERVISED: '1' })).toBe(false)
  expect(needsWatchdog(false, {})).toBe(false)
})
