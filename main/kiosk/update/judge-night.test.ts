import { expect, test } from 'vitest'
import { createNight } from './judge-night.ts'

const minute = 60_000
const open = (random = 0) => {
  const clock = { ms: 0, hour: 12 }
  const night = createNight({ running: () => clock.ms, hour: () => clock.hour, random: () => random })
  return { clock, night }
}

test('[S217] a wall looks for a new version at four o’clock, or while it sleeps, and once a night', () => {
  const { clock, night } = open()
  expect(night.isTime(false)).toBe(false)
  expect(night.isTime(true)).toBe(true)
  clock.hour = 4
  expect(night.isTime(false)).toBe(true)
  night.looked()
  expect(night.isTime(true)).toBe(false)
  clock.ms += 11 * 60 * minute
  expect(night.isTime(true)).toBe(false)
  clock.ms += 60 * minute
  expect(night.isTime(true)).toBe(true)
})

test('[S217] walls spread over half an hour', () => {
  const { clock, night } = open(0.5)
  clock.hour = 4
  expect(night.isTime(false)).toBe(false)
  clock.ms += 14 * minute
  expect(night.isTime(false)).toBe(false)
  clock.ms += minute
  expect(night.isTime(false)).toBe(true)
})
