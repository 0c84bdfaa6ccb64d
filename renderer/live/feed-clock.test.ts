import { expect, test } from 'vitest'
import { readFeedClock } from './clock-sync.ts'
import { createFeedClock } from './feed-clock.ts'

test('a step of the machine’s own clock moves nothing on the wall', () => {
  let [running, wall] = [1000, 500_000]
  const clock = createFeedClock({ running: () => running, wall: () => wall }, 0)
  clock.set(900_000, running)
  running += 50
  wall += 7_200_000
  expect(clock.now()).toBe(900_050)
})

test('until the feed has spoken, what was last known of the clock’s error counts', () => {
  const clock = createFeedClock({ running: () => 10, wall: () => 500_000 }, -90_000)
  expect(clock.now()).toBe(410_000)
  expect(clock.offsetFromWallMs()).toBe(-90_000)
})

test('of several answers the quickest is believed, to within half its round trip', async () => {
  const delays = [80, 6, 300, 40, 20]
  let running = 0
  const ask = async () => {
    const delay = delays.shift() ?? 0
    running += delay / 2
    const feedNow = 1_000_000 + running
    running += delay / 2
    return feedNow
  }
  const reading = await readFeedClock(ask, () => running)
  expect(reading?.roundTripMs).toBe(6)
  expect((reading?.feedNow ?? 0) - (reading?.at ?? 0)).toBe(1_000_000)
})

test('a feed that stops answering leaves what is known so far', async () => {
  let asked = 0
  const ask = async () => {
    asked += 1
    if (asked > 2) throw new Error('timeout')
    return 5
  }
  expect(await readFeedClock(ask, () => 0)).toEqual({ feedNow: 5, at: 0, roundTripMs: 0 })
  expect(
    await readFeedClock(
      () => Promise.reject(new Error('timeout')),
      () => 0,
    ),
  ).toBeNull()
})
