import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { addTo, amountOf, createSeries, createTally, packSeries, sumInto, unpackSeries } from './series.ts'

const day = fc.oneof(fc.integer({ min: -40, max: 140 }), fc.constantFrom(-2, -1, 0, 31, 32, 63, 64, 20_000))
const edge = fc.oneof(day, fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY))

describe('a series', () => {
  test('[W1] sums the days of any range as a list of them does, and so does its copy', () => {
    const entry = fc.record({
      day,
      weight: fc.integer({ min: -9, max: 9 }),
      amount: fc.integer({ min: -1e9, max: 1e9 }),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 80 }), edge, edge, (entries, from, to) => {
        const series = createSeries()
        for (const each of entries) addTo(series, each.day, each.weight, each.amount)
        const inRange = entries.filter((each) => each.day >= from && each.day < to)
        const expected = {
          weight: inRange.reduce((sum, { weight }) => sum + weight, 0),
          amount: inRange.reduce((sum, { amount }) => sum + amount, 0),
        }
        for (const one of [series, unpackSeries(packSeries(series))]) {
          const tally = createTally()
          sumInto(one, { from, to }, tally)
          expect({ weight: tally.weight + 0, amount: amountOf(tally) + 0 }).toEqual({
            weight: expected.weight + 0,
            amount: expected.amount + 0,
          })
        }
      }),
      { numRuns: propertyRuns(250) },
    )
  })

  test('[M7][F1] is exact beyond 2^53, in any order, and after what made it so large is gone', () => {
    const largest = Number.MAX_SAFE_INTEGER
    const amount = fc.oneof(
      fc.maxSafeInteger(),
      fc.constantFrom(largest, -largest, largest - 1, 2 ** 52, -(2 ** 52), 1, -1),
    )
    const entry = fc.record({ day: fc.integer({ min: 0, max: 70 }), amount, stays: fc.boolean() })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), edge, edge, (entries, from, to) => {
        const series = createSeries()
        for (const each of entries) addTo(series, each.day, 1, each.amount)
        for (const each of entries) if (!each.stays) addTo(series, each.day, -1, -each.amount)
        const exact = entries
          .filter((each) => each.stays && each.day >= from && each.day < to)
          .reduce((sum, each) => sum + BigInt(each.amount), 0n)
        for (const one of [series, unpackSeries(packSeries(series))]) {
          const tally = createTally()
          sumInto(one, { from, to }, tally)
          expect(amountOf(tally) + 0).toBe(Number(exact))
        }
      }),
      { numRuns: propertyRuns(250) },
    )
  })
})
