import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { burningShare, changesInMs, clockText, leftText, litSides } from './time-left.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

test('[B261] time left is a clock on the last day, its seconds alone in the last minute, and days and hours before', () => {
  const texts = [112, 60.5, 60, 47.2, 1, 0, -5, 59 * 60 + 3, 7451].map((seconds) =>
    clockText(seconds * second),
  )
  expect(texts).toEqual(['1:52', '1:01', '60', '48', '1', '0:00', '0:00', '59:03', '2:04:11'])
  expect([day, day + 1, 2 * day, 12 * day + 4 * hour].map((ms) => leftText(ms, sayIn('en')))).toEqual([
    '24:00:00',
    '1 day 1 h',
    '2 days',
    '12 days 4 h',
  ])
})

test('[B261] what is written changes exactly when it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: day }), (ms) => {
      const wait = changesInMs(ms)
      expect(clockText(ms - wait)).not.toBe(clockText(ms))
      if (wait > 1) expect(clockText(ms - wait + 1)).toBe(clockText(ms))
    }),
  )
})

test('[B262] the edge burns down with the contest, and anew within its last three minutes', () => {
  expect(burningShare(hour, hour)).toBe(1)
  expect(burningShare(hour / 4, hour)).toBe(0.25)
  expect(burningShare(3 * minute, hour)).toBe(1)
  expect(burningShare(112 * second, hour)).toBeCloseTo(0.622, 3)
  expect(burningShare(0, hour)).toBe(0)
  // A contest of two minutes burns once.
  expect(burningShare(minute, 2 * minute)).toBe(0.5)
})

test('[B262] it burns backwards, round the four sides', () => {
  expect(litSides(1, 16, 9)).toEqual([1, 1, 1, 1])
  expect(litSides(0.5, 16, 9)).toEqual([1, 1, 0, 0])
  expect(litSides(0.16, 16, 9)).toEqual([0.5, 0, 0, 0])
  expect(litSides(0, 16, 9)).toEqual([0, 0, 0, 0])
})
