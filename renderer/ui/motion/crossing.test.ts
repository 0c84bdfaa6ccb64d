import { expect, test } from 'vitest'
import { countTo } from '../count-to.ts'
import { crossingMs } from './crossing.ts'
import { travelMs } from './travel.ts'

test('a bar that stays on one side of the line never crosses it', () => {
  expect(crossingMs(0.2, 0.5, 0.7)).toBe(0)
  expect(crossingMs(0.8, 0.9, 0.7)).toBe(0)
  expect(crossingMs(0.5, 0.5, 0.5)).toBe(0)
})

test('the further along the line is, the later it is crossed, in both directions', () => {
  const times = [0.3, 0.5, 0.7, 0.9].map((line) => crossingMs(0.2, 1, line))
  expect([...times].sort((a, b) => a - b)).toEqual(times)
  expect(times[0]).toBeGreaterThan(0)
  expect(times[3]).toBeLessThan(travelMs)
  expect(crossingMs(1, 0.2, 0.6)).toBe(crossingMs(0.2, 1, 0.6))
})

test('a bar that comes to rest on the line crosses it as it arrives, not as it sets out', () => {
  const arrival = crossingMs(0.7, 1, 1)
  expect(arrival).toBeGreaterThan(travelMs / 2)
  expect(arrival).toBeLessThan(travelMs)
  expect(arrival).toBeGreaterThan(crossingMs(0.7, 1, 0.97))
  expect(crossingMs(0.1, 0.8, 0.8)).toBeGreaterThan(travelMs / 2)
})

test('a line just before the end is not crossed later than one at the end', () => {
  for (const short of [0.0001, 0.001, 0.002])
    expect(crossingMs(0.4, 1, 1 - short)).toBeLessThanOrEqual(crossingMs(0.4, 1, 1))
})

test('[S241] no line is crossed before the number beside the bar shows that it is', () => {
  const amounts = countTo(0, 1000, String).map(({ amount }) => amount / 1000)
  for (const line of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1]) {
    const step = Math.floor((crossingMs(0, 1, line) / travelMs) * amounts.length)
    expect(amounts[step], `at ${line}`).toBeGreaterThanOrEqual(Math.min(line, 0.998))
  }
})

test('a bar that sets out from the line has nothing to cross', () => {
  expect(crossingMs(1, 0.4, 1)).toBe(0)
  expect(crossingMs(0.5, 0.9, 0.5)).toBe(0)
})

test('a way too short to be seen is over at once', () => {
  expect(crossingMs(0.9995, 1, 1)).toBe(0)
})
