import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { timeLeft, unitWord } from './countdown-parts.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const written = (ms: number): string =>
  timeLeft(ms)
    .parts?.map(({ figure, unit, count }) => `${figure} ${unitWord(unit, count, sayIn('en'))}`)
    .join(', ') ?? 'over'

test('[B83] a countdown is told in days, hours and minutes, on its last day to the second', () => {
  expect([12 * day + 4 * hour + 31 * minute, day + 1, day, 61 * second, 1, 0, -day].map(written)).toEqual([
    '12 days, 04 hours, 31 minutes',
    '1 day, 00 hours, 01 minute',
    '24 hours, 00 minutes, 00 seconds',
    '00 hours, 01 minute, 01 second',
    '00 hours, 00 minutes, 01 second',
    'over',
    'over',
  ])
})

test('[B83] its figures change exactly when it says, a minute or a second apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 * day }), (ms) => {
      const { changesInMs } = timeLeft(ms)
      expect(changesInMs).toBeGreaterThan(0)
      expect(changesInMs).toBeLessThanOrEqual(ms > day ? minute : second)
      expect(written(ms - changesInMs)).not.toBe(written(ms))
      if (changesInMs > 1) expect(written(ms - changesInMs + 1)).toBe(written(ms))
    }),
  )
})
