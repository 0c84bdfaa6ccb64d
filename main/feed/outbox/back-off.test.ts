import { expect, test } from 'vitest'
import { nextTryAt } from './back-off.ts'

type Failed = Parameters<typeof nextTryAt>[0]
const failed: Failed = { tries: 1, isWebhook: false, retryAfterMs: null, now: 1_000_000, random: 0.5 }
const waitOf = (more: Partial<Failed>): number | null => {
  const at = nextTryAt({ ...failed, ...more })
  return at === null ? null : at - failed.now
}

test('waits grow, and end', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tries) => waitOf({ tries }))
  expect(waits).toEqual([5e3, 30e3, 120e3, 600e3, 1800e3, 3600e3, 7200e3, 18_000e3, null])
  expect(waitOf({ tries: 9, isWebhook: true })).toBe(24 * 3_600_000)
  expect(waitOf({ tries: 10, isWebhook: true })).toBeNull()
})

test('chance spreads them by a fifth either way', () => {
  expect([waitOf({ random: 0 }), waitOf({ random: 1 })]).toEqual([4000, 6000])
})

test('what a service asks for is the least', () => {
  expect(waitOf({ retryAfterMs: 90_000, random: 0 })).toBe(90_000)
  expect(waitOf({ retryAfterMs: 90_000, random: 1 })).toBe(91_000)
  expect(waitOf({ retryAfterMs: 1000, random: 0 })).toBe(4000)
})
