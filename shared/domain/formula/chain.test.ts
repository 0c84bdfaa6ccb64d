import { describe, expect, test } from 'vitest'
import { wholeAmount } from '../standing/attainment.ts'
import { needsOf, reachOf } from './chain.ts'

const links = (...rates: readonly number[]) => rates.map((rate) => ({ rate, open: 0 }))
const up = (needs: readonly number[]) => needs.map((need) => wholeAmount(need, 'count'))

describe('the chain', () => {
  test('[L1] rep A: 90,000 at 30 % are 30 dials on each of 63 days', () => {
    const needs = needsOf(90_000, links(1 / 10.5, 1 / 6, 10_000, 0.3))
    expect(up(needs)).toEqual([1890, 180, 30, 300_000, 90_000])
    expect(wholeAmount((needs[0] ?? 0) / 63, 'count')).toBe(30)
  })

  test('[L1] rep B: at 25 %, 7 conversations and 15 dials each, they are 60', () => {
    const needs = needsOf(90_000, links(1 / 15, 1 / 7, 10_000, 0.25))
    expect(up(needs)).toEqual([3780, 252, 36, 360_000, 90_000])
    expect(wholeAmount((needs[0] ?? 0) / 63, 'count')).toBe(60)
  })

  test('[L2] what is there already is taken off where it stands', () => {
    // 60,000 to win at 30 % are 200,000 of pipeline, of which 120,000 is open.
    const needs = needsOf(60_000, [
      { rate: 10_000, open: 0 },
      { rate: 0.3, open: 0 },
    ])
    expect(up(needs)).toEqual([20, 200_000, 60_000])
    const withOpen = needsOf(60_000, [
      { rate: 10_000, open: 120_000 },
      { rate: 0.3, open: 0 },
    ])
    expect(up(withOpen)).toEqual([8, 200_000, 60_000])
  })

  test('[L2] more than enough of a step asks nothing of those before it, and a quota of 0 nothing at all', () => {
    expect(
      needsOf(10, [
        { rate: 0.5, open: 0 },
        { rate: 0.5, open: 12 },
      ]),
    ).toEqual([0, 0, 10])
    expect(needsOf(0, links(0.1, 0.2))).toEqual([0, 0, 0])
    expect(needsOf(-5, links(0.1))).toEqual([0, 0])
  })

  test('[L1] forwards, an amount of the first step comes to what needs that amount', () => {
    const some = [
      { rate: 1 / 10.5, open: 0 },
      { rate: 10_000, open: 120_000 },
      { rate: 0.3, open: 500 },
    ]
    expect(reachOf(1890, some)).toBeCloseTo((180 * 10_000 + 120_000) * 0.3 + 500, 6)
    expect(needsOf(reachOf(1890, some), some)[0]).toBeCloseTo(1890, 6)
    expect(reachOf(0, links(0.1, 0.2))).toBe(0)
    expect(reachOf(-5, links(0.1))).toBe(0)
  })
})
