import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoFloorText } from '../../main/feed/demo/demo-floor.ts'
import { createTimeline } from '../../main/feed/demo/world/timeline.ts'
import type { TimedFact } from '../../main/feed/demo/world/world.ts'
import { floorFileOf } from '../floors/open-test-floor.ts'
import { propertyRuns } from '../property-runs.ts'
import { storyFaults, storyOf } from './story.ts'

const file = floorFileOf(demoFloorText)
const hourMs = 3_600_000

/** Any second of a year around the people's own dates, weekends and nights among them. */
const opening = fc
  .integer({ min: Date.parse('2026-06-01T00:00:00Z') / 1000, max: Date.parse('2027-06-01T00:00:00Z') / 1000 })
  .map((seconds) => seconds * 1000)
const seeds = fc.integer({ min: 0, max: 1_000_000 })

describe('the simulated floor', () => {
  test('tells the same story for the same seed and opening, in however many steps it is listened to', () => {
    fc.assert(
      fc.property(
        seeds,
        opening,
        fc.array(fc.integer({ min: 1, max: 4 * hourMs }), { maxLength: 8 }),
        (seed, openedAt, steps) => {
          const until = openedAt + 6 * hourMs
          const timeline = createTimeline({ file, seed, openedAt, historyDays: 10 })
          const inSteps: TimedFact[] = []
          for (const step of steps) inSteps.push(...timeline.factsUntil(openedAt - hourMs + step))
          inSteps.push(...timeline.factsUntil(until))
          expect(JSON.stringify(inSteps)).toBe(JSON.stringify(storyOf(seed, openedAt, until, 10)))
        },
      ),
      { numRuns: propertyRuns(1) },
    )
  })

  test('keeps its facts possible: shapes, shares, dates and people', () => {
    fc.assert(
      fc.property(seeds, opening, (seed, openedAt) => {
        expect(storyFaults(storyOf(seed, openedAt, openedAt + 30 * hourMs, 30), seed)).toEqual([])
      }),
      { numRuns: propertyRuns(1) },
    )
  })

  test('is alive at any hour without ever being a flood', () => {
    fc.assert(
      fc.property(opening, (openedAt) => {
        const timeline = createTimeline({ file, seed: 2, openedAt, historyDays: 1 })
        for (const _ of timeline.factsUntil(openedAt));
        const live = [...timeline.factsUntil(openedAt + hourMs)]
        const gaps = live.map(({ at }, i) => at - (live[i - 1]?.at ?? openedAt))
        const wins = live.filter(({ fact }) => fact.type === 'deal' && fact.status === 'won')
        expect(Math.max(...gaps)).toBeLessThan(60_000)
        expect(live.length).toBeGreaterThan(300)
        expect(live.length).toBeLessThan(1_500)
        expect(wins.length).toBeGreaterThan(15)
        expect(wins.length).toBeLessThan(90)
      }),
      { numRuns: propertyRuns(2) },
    )
  })
})
