import { expect, test } from 'vitest'
import { wander } from './wander.ts'

const start = Date.UTC(2026, 10, 20, 22)
const night = Array.from({ length: 14 * 60 }, (_, minute) => wander(start + minute * 60_000))

test('[B94] the words stand still for a minute and move a little with the next', () => {
  expect(wander(start + 59_999)).toEqual(night[0])
  for (const [index, [across, down]] of night.entries()) {
    const [fromAcross, fromDown] = night[index - 1] ?? [across, down]
    const step = Math.hypot(across - fromAcross, down - fromDown)
    expect(step).toBeLessThan(0.2)
    if (index > 0) expect(step).toBeGreaterThan(0)
  }
})

test('[B94] over a night they come to every part of the screen, and never leave it', () => {
  const parts = new Set(night.map(([across, down]) => `${Math.round(across)} ${Math.round(down)}`))
  expect(parts.size).toBe(9)
  expect(Math.max(...night.flat().map(Math.abs))).toBeLessThan(1)
})
