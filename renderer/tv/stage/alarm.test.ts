import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAlarm } from './alarm.ts'

let wallClock = 0
const onTime = vi.fn()
const onWake = vi.fn()
const alarm = () =>
  createAlarm({ now: () => Date.now(), wallClock: () => Date.now() + wallClock, onTime, onWake })

beforeEach(() => {
  wallClock = 0
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
})

test('rings just after its instant, once', () => {
  alarm().setFor(1500)
  vi.advanceTimersByTime(1500)
  expect(onTime).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100_000)
  expect(onTime).toHaveBeenCalledOnce()
  expect(onWake).not.toHaveBeenCalled()
})

test('a new instant replaces the one before, and there is never more than one timer', () => {
  const one = alarm()
  for (let at = 1000; at < 50_000; at += 1000) one.setFor(at)
  expect(vi.getTimerCount()).toBe(1)
  one.close()
  expect(vi.getTimerCount()).toBe(0)
})

test('looks up at least once a minute, however far the instant', () => {
  alarm().setFor(Number.POSITIVE_INFINITY)
  vi.advanceTimersByTime(60_000)
  expect(onTime).toHaveBeenCalledOnce()
})

test('a timer that comes five seconds late by the wall clock means that the machine slept', () => {
  alarm().setFor(1000)
  wallClock = 3_600_000
  vi.advanceTimersByTime(2000)
  expect(onWake).toHaveBeenCalledOnce()
  expect(onTime).toHaveBeenCalledOnce()
})
