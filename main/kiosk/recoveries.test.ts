import { expect, test } from 'vitest'
import { countRecoveries } from './recoveries.ts'

const hour = 3_600_000

test('what was mended is counted for a day, and the last of it is told', () => {
  let now = 0
  const count = countRecoveries(() => now)
  expect(count.lastDay()).toBeNull()
  count.note('page')
  now = 20 * hour
  count.note('graphics')
  expect(count.lastDay()).toEqual({ count: 2, last: 'graphics', lastAt: 20 * hour })
  now = 24 * hour
  expect(count.lastDay()).toEqual({ count: 1, last: 'graphics', lastAt: 20 * hour })
  now = 44 * hour
  expect(count.lastDay()).toBeNull()
})

test('a thousand are enough to know', () => {
  const count = countRecoveries(() => 0)
  for (let n = 0; n < 1500; n += 1) count.note('page')
  expect(count.lastDay()?.count).toBe(1000)
})
