import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMoment, createMoments, lastMoment, packMoments, removeMoment, unpackMoments } from './moments.ts'

const week = 7 * 86_400_000
// Few instants, so that several fall on one, on both sides of the weeks that they are kept by.
const instant = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: 0, max: 40 }).map((at) => at * (week / 8) - week),
)
const edge = fc.oneof(instant, fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY))

describe('moments', () => {
  test('[R3] the last one in a range is the last of all that were added and not taken back', () => {
    const step = fc.record({ ms: instant, isTakenBack: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(fc.tuple(edge, edge), { maxLength: 10 }),
        (steps, ranges) => {
          const moments = createMoments()
          const all: number[] = []
          for (const { ms, isTakenBack } of steps) {
            if (!isTakenBack) {
              addMoment(moments, ms)
              all.push(ms)
              continue
            }
            removeMoment(moments, ms)
            if (all.includes(ms)) all.splice(all.indexOf(ms), 1)
          }
          const restored = unpackMoments(packMoments(moments))
          for (const [from, to] of ranges) {
            const inRange = all.filter((ms) => ms >= from && ms < to)
            const last = inRange.length === 0 ? null : Math.max(...inRange)
            expect(lastMoment(moments, from, to)).toBe(last)
            expect(lastMoment(restored, from, to)).toBe(last)
          }
        },
      ),
    )
  })

  test('[F1] nothing is left of what was taken back', () => {
    const moments = createMoments()
    for (const ms of [1, 1, week, -1]) addMoment(moments, ms)
    for (const ms of [1, week, 1, -1]) removeMoment(moments, ms)
    expect(moments.size).toBe(0)
  })
})
