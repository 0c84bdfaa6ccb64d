import { describe, expect, test } from 'vitest'
import { leakIn } from './funnel-leak.ts'

const flow = (left: number, wentOn: number) => ({
  left,
  wentOn,
  conversion: left === 0 ? null : wentOn / left,
  days: null,
})
type Flow = readonly [left: number, wentOn: number]
const stage = (now: Flow, before: Flow) => ({ ...flow(...now), before: flow(...before) })

describe('a funnel leaks', () => {
  test('[B135] where the conversion fell the most, of equal falls at the earlier stage', () => {
    expect(leakIn([stage([20, 14], [20, 16]), stage([20, 8], [20, 14]), stage([20, 9], [20, 10])])).toBe(1)
    expect(leakIn([stage([20, 12], [20, 16]), stage([20, 8], [20, 12])])).toBe(0)
  })

  test('[B135] by five points at least, of ten deals at least in both windows', () => {
    expect(leakIn([stage([20, 11], [20, 12])])).toBe(0)
    expect(leakIn([stage([100, 56], [100, 60])])).toBe(-1)
    expect(leakIn([stage([2, 1], [20, 18])])).toBe(-1)
    expect(leakIn([stage([20, 1], [9, 9])])).toBe(-1)
    expect(leakIn([stage([10, 1], [10, 9])])).toBe(0)
  })

  test('[B135] nowhere while nothing fell, or nothing is known', () => {
    expect(leakIn([])).toBe(-1)
    expect(leakIn([stage([20, 16], [20, 12]), stage([0, 0], [20, 12]), stage([20, 12], [0, 0])])).toBe(-1)
  })
})
