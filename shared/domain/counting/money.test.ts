import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../time/calendar-date.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import { createConverter, sharesInMillionths, splitByWeights, toMinor } from './money.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

describe('splitting', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [10, [1, 2, 3], [2, 3, 5]],
    [1, [500_000, 500_000], [1, 0]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [0, [1, 2], [0, 0]],
    [7, [3], [7]],
    [Number.MAX_SAFE_INTEGER, [1, 1], [4_503_599_627_370_496, 4_503_599_627_370_495]],
  ])('[F6] %d by %j is %j', (whole, weights, parts) => {
    expect(splitByWeights(whole, weights)).toEqual(parts)
  })

  test('[F6] parts add up to the whole, each within one of its exact part, none on the other side of zero', () => {
    const whole = fc.maxSafeInteger()
    const weights = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(whole, weights, (amount, by) => {
        const parts = splitByWeights(amount, by)
        expect(parts.reduce((total, part) => total + BigInt(part), 0n)).toBe(BigInt(amount))
        const all = BigInt(sum(by))
        parts.forEach((part, index) => {
          const off = BigInt(part) * all - BigInt(amount) * BigInt(by[index] ?? 0)
          expect(off < all && off > -all).toBe(true)
          expect(part * Math.sign(amount)).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })

  test('[F6] nothing is split into zeros without a sign', () => {
    expect(splitByWeights(-1, [1, 1]).map((part) => Object.is(part, -0))).toEqual([false, false])
  })
})

describe('shares', () => {
  test.each([
    [
      [0.5, 0.5],
      [500_000, 500_000],
    ],
    [
      [0.3333333, 0.3333333, 0.3333334],
      [333_333, 333_333, 333_334],
    ],
    [[1], [1_000_000]],
    [[0.2], [1_000_000]],
  ])('[F7] %j are %j millionths', (shares, millionths) => {
    expect(sharesInMillionths(shares)).toEqual(millionths)
  })

  test('[F7] they sum to one million whatever was written', () => {
    const share = fc.double({ min: 1e-12, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 50 }), (shares) => {
        expect(sum(sharesInMillionths(shares))).toBe(1_000_000)
      }),
    )
  })
})

describe('minor units', () => {
  test.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['IDR', 2],
    ['HUF', 2],
  ])('[G11] %s has %d decimals', (currency, decimals) => {
    expect(exponentOf(currency)).toBe(decimals)
    expect(toMinor(12, currency)).toBe(12 * 10 ** decimals)
  })

  test('[G11] whole units become the nearest minor ones', () => {
    expect(toMinor(0.29, 'USD')).toBe(29)
    expect(toMinor(1.005, 'JPY')).toBe(1)
  })
})

describe('conversion', () => {
  const { convert } = createConverter({
    currency: 'USD',
    rates: [
      { currency: 'EUR', from: '2026-07-01', rate: 1.1 },
      { currency: 'EUR', from: '2026-01-01', rate: 1.05 },
      { currency: 'JPY', from: '2026-01-01', rate: 0.0065 },
      { currency: 'KWD', from: '2026-01-01', rate: 3.25 },
      { currency: 'IDR', from: '2026-01-01', rate: 6e-5 },
    ],
  })

  test.each([
    [100, 'EUR', '2026-06-30', 105],
    [100, 'EUR', '2026-07-01', 110],
    [1000, 'JPY', '2026-02-01', 650],
    [1000, 'KWD', '2026-02-01', 325],
    [1_000_000, 'IDR', '2026-02-01', 60],
    [10, 'EUR', '2026-01-01', 11],
    [-10, 'EUR', '2026-01-01', -11],
    [9, 'EUR', '2026-01-01', 9],
    [77, 'USD', '1999-01-01', 77],
    [9_007_199_254_740_990, 'EUR', '2026-01-01', 9_457_559_217_478_040],
  ])('[F10] %d %s on %s is %d US cents', (minor, currency, date, cents) => {
    expect(convert(minor, currency, parseDay(date))).toBe(cents)
  })

  test.each([
    ['EUR', '2025-12-31'],
    ['GBP', '2026-02-01'],
  ])('[F11] %s has no rate on %s', (currency, date) => {
    expect(convert(1, currency, parseDay(date))).toBeNull()
  })
})
