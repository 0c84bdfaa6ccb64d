import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FloorLimits, noLimits } from '../../../shared/wire/floor-limits.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { LogEntry } from '../store/log.ts'
import { LimitReached } from './limit-reached.ts'
import { createLimits } from './limits.ts'

const start = Date.parse('2026-11-20T20:00:00Z')
const facts = (count: number): readonly LogEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ kind: 'fact', seq: index, at: start, by: 'test', before: null },
    after: {
      fact: { source: 'a', id: `${index}`, type: 'activity', kind: 'call', at: '2026-11-20', credits: [] },
      ...{ history: [], receivedAt: start },
    },
  }))

const limited = (first: Partial<FloorLimits>) => {
  const state = { now: start, used: 0, limits: { ...noLimits, ...first }, slept: 0 }
  const limits = createLimits({
    limits: () => state.limits,
    usage: () => state.used,
    clock: { now: () => state.now },
    sleep: async (ms) => {
      state.now += ms
      state.slept += ms
    },
  })
  const said = (work: () => void): LimitReached | null => {
    try {
      work()
      return null
    } catch (error) {
      if (error instanceof LimitReached) return error
      throw error
    }
  }
  return {
    state,
    limits,
    refused: () => said(limits.admitFacts),
    refusedBytes: (n: number) => said(() => limits.admitBytes(n)),
  }
}

test('[Q78] a minute’s facts come in at once, and the next as they are waited off', () => {
  const { state, limits, refused } = limited({ factsAMinute: 60 })
  limits.note(facts(59))
  expect(refused()).toBeNull()
  limits.note(facts(1))
  expect(refused()).toMatchObject({ of: 'facts', retryAfterSeconds: 1 })
  state.now += 1000
  expect(refused()).toBeNull()
  // One large request is taken, and waited off.
  limits.note(facts(600))
  expect(refused()?.message).toBe('This floor takes 60 facts a minute: send the rest in 600 s.')
  state.now += 599_000
  expect(refused()).toMatchObject({ retryAfterSeconds: 1 })
  state.now += 1000
  expect(refused()).toBeNull()
  state.limits = noLimits
  limits.note(facts(1000))
  expect(refused()).toBeNull()
})

test('[Q78] a clock that is put back gives nothing, and a raised limit is heard of at once', () => {
  const { state, limits, refused } = limited({ factsAMinute: 10 })
  limits.note(facts(10))
  state.now -= 3_600_000
  expect(refused()).not.toBeNull()
  state.limits = { ...noLimits, factsAMinute: 100 }
  expect(refused()).toBeNull()
})

test('[Q79] what waits goes on in time, once the feed closes, and not at all where the disk is full', async () => {
  const { state, limits } = limited({ factsAMinute: 60 })
  limits.note(facts(90))
  await limits.waitForFacts()
  expect(state.slept).toBeGreaterThanOrEqual(30_000)
  limits.note(facts(10_000))
  const waiting = limits.waitForFacts()
  limits.close()
  await waiting
  expect(state.slept).toBeLessThan(60_000)
  state.limits = { ...noLimits, bytes: 100 }
  state.used = 101
  await expect(limits.waitForFacts()).rejects.toMatchObject({ of: 'bytes', retryAfterSeconds: null })
})

test('[Q80] more bytes than it may keep, and more TVs than it may have', () => {
  const { state, limits, refused, refusedBytes } = limited({ bytes: 2_000_000_000, tvs: 2 })
  state.used = 1_999_000_000
  expect(refusedBytes(1_000_000)).toBeNull()
  expect(refusedBytes(1_000_001)?.message).toBe(
    'This floor keeps 1,999 MB of the 2,000 MB that it may: nothing more is taken. Delete pictures that nothing shows, or ask whoever runs Floorboard here for more room.',
  )
  expect(refused()).toBeNull()
  state.used = 2_000_000_001
  expect(refused()).toMatchObject({ of: 'bytes' })
  expect([0, 1, 2, 3].map(limits.mayShowOn)).toEqual([true, true, false, false])
  state.limits = noLimits
  expect(limits.mayShowOn(100_000)).toBe(true)
})

test('[Q78] over any time no more comes in than the limit, a minute’s worth and one request', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.array(
        fc.record({ wait: fc.integer({ min: 0, max: 90_000 }), count: fc.integer({ min: 1, max: 50 }) }),
        {
          maxLength: 200,
        },
      ),
      (factsAMinute, requests) => {
        const { state, limits, refused } = limited({ factsAMinute })
        let taken = 0
        for (const { wait, count } of requests) {
          state.now += wait
          const refusal = refused()
          if (refusal === null) {
            limits.note(facts(count))
            taken += count
          } else {
            // What it says is true: after so long, and not before, it is taken.
            const retry = refusal.retryAfterSeconds ?? 0
            expect(retry).toBeGreaterThan(0)
            state.now += retry * 1000
            expect(refused()).toBeNull()
          }
          expect(taken).toBeLessThan(factsAMinute * (1 + (state.now - start) / 60_000) + 50)
        }
      },
    ),
    { numRuns: propertyRuns(200) },
  )
})
