import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCounter } from './counting.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a count rises to exactly its end in at most ten writes, and then no timer runs', () => {
  const seen: number[] = []
  createCounter().count(100, 412, (amount) => seen.push(amount))
  vi.advanceTimersByTime(5000)
  expect(seen.length).toBeLessThanOrEqual(10)
  expect(seen.at(-1)).toBe(412)
  expect([...seen].sort((a, b) => a - b)).toEqual(seen)
  expect(vi.getTimerCount()).toBe(0)
})

test('fifty counts share one timer, and one that is stopped writes no more', () => {
  const counter = createCounter()
  const writes = vi.fn()
  const stops = Array.from({ length: 50 }, () => counter.count(0, 1, writes))
  expect(vi.getTimerCount()).toBe(1)
  for (const stop of stops) stop()
  vi.advanceTimersByTime(5000)
  expect(writes).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})
