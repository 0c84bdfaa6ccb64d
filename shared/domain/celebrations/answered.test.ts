import { expect, test } from 'vitest'
import { answeredShare } from './answered.ts'

const hour = 3_600_000
const now = 100 * hour
const told = (hoursAgo: number, answeredAfter: number | null) => ({
  at: now - hoursAgo * hour,
  answeredAt: answeredAfter === null ? null : now - hoursAgo * hour + answeredAfter * hour,
})

test('[C60] is the share that was answered within so many hours', () => {
  const each = [told(20, 1), told(20, 4), told(20, 4.1), told(20, null)]
  expect(answeredShare(each, now, 4 * hour)).toEqual({ told: 4, answered: 2, share: 0.5 })
})

test('[C60] what still has time counts only once it is answered', () => {
  expect(answeredShare([told(3.9, null)], now, 4 * hour)).toEqual({ told: 0, answered: 0, share: null })
  expect(answeredShare([told(4.1, null), told(1, 0.5)], now, 4 * hour)).toEqual({
    told: 2,
    answered: 1,
    share: 0.5,
  })
})
