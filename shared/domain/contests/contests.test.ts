import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { type Climber, createReigns } from './king.ts'
import { missingAbove, placesOf, type Score, winnersOf } from './places.ts'
import { runOf } from './relay.ts'
import { arrivedAt, reachedAt, totalOf } from './steps.ts'

const step = (at: number, adds = 1) => ({ at, adds })
const anySteps = fc
  .array(fc.record({ at: fc.integer({ min: 0, max: 200 }), adds: fc.integer({ min: -3, max: 5 }) }), {
    maxLength: 30,
  })
  .map((steps) => steps.toSorted((one, other) => one.at - other.at))

describe('what counted', () => {
  test('[K1] who fell below a line is there since they came again', () => {
    expect(reachedAt([step(1, 5), step(2, -1), step(3, 1), step(4, 1)], 5)).toBe(3)
    expect(reachedAt([step(1, 5), step(2, -1)], 5)).toBeNull()
    expect(reachedAt([step(1, 5), step(3, 2)], 2, 2)).toBe(3)
    expect([arrivedAt([step(1), step(2, 0)]), arrivedAt([])]).toEqual([1, null])
  })

  test('[K1] a line is reached exactly where the total stands at it', () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 1, max: 20 }), (steps, line) => {
        const at = reachedAt(steps, line)
        expect(at !== null).toBe(totalOf(steps) >= line)
        for (const [index, each] of steps.entries())
          if (at !== null && each.at > at)
            expect(totalOf(steps.slice(0, index + 1))).toBeGreaterThanOrEqual(line)
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})

describe('places', () => {
  const score = (id: string, own: number | null, at: number | null = 0): Score => ({ id, score: own, at })

  test('[K2] equal scores share a place, or stand by who was there first', () => {
    const all = [
      score('ana', 5, 30),
      score('bo', 7, 10),
      score('cy', 5, 20),
      score('di', null),
      score('ed', 1, 5),
    ]
    const placed = (ties: 'shared' | 'first') => placesOf(all, ties).map(({ id, place }) => `${id} ${place}`)
    expect(placed('shared')).toEqual(['bo 1', 'ana 2', 'cy 2', 'ed 4', 'di null'])
    expect(placed('first')).toEqual(['bo 1', 'cy 2', 'ana 3', 'ed 4', 'di null'])
  })

  test('[K3] all who share the last prize win it, and nobody wins with nothing', () => {
    const places = placesOf([score('ana', 3), score('bo', 3), score('cy', 1), score('di', 0)], 'shared')
    const winners = (prizes: number) => winnersOf(places, prizes).map(({ id }) => id)
    expect([winners(1), winners(3), winners(9)]).toEqual([
      ['ana', 'bo'],
      ['ana', 'bo', 'cy'],
      ['ana', 'bo', 'cy'],
    ])
  })

  test('[K4] to move up one has to pass the next better score', () => {
    const places = placesOf([score('ana', 9), score('bo', 6), score('cy', 6), score('di', 2)], 'shared')
    expect([...missingAbove(places, 1)]).toEqual([
      ['bo', 4],
      ['cy', 4],
      ['di', 5],
    ])
  })

  test('[K2] a place is one more than the number of better ones', () => {
    const scores = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { maxLength: 20 })
    fc.assert(
      fc.property(scores, (values) => {
        const all = values.map((value, at) => score(`p${at}`, value, at % 3))
        for (const { place, score: own } of placesOf(all, 'shared'))
          expect(place).toBe(
            own === null ? null : 1 + all.filter((each) => each.score !== null && each.score > own).length,
          )
        expect(new Set(placesOf(all, 'first').map(({ id }) => id)).size).toBe(all.length)
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})

const climber = (id: string, steps: Climber['steps']): Climber => ({ id, steps, per: 1 })

describe('king of the hill', () => {
  test('[K10] level does not take the hill, more does, and the clock goes on for who holds it', () => {
    const climbers = [climber('ana', [step(10), step(50)]), climber('bo', [step(20), step(30)])]
    const { heldMs, king } = createReigns()(climbers, 100)
    expect([...heldMs]).toEqual([
      ['ana', 20],
      ['bo', 70],
    ])
    expect(king).toBe('bo')
  })

  test('[K10] where the holder falls back, whoever leads then has it; with nothing nobody has', () => {
    const falls = [climber('ana', [step(10, 3), step(40, -3)]), climber('bo', [step(20, 2)])]
    expect(createReigns()(falls, 60)).toEqual({
      heldMs: new Map([
        ['ana', 30],
        ['bo', 20],
      ]),
      king: 'bo',
    })
    expect(createReigns()([climber('ana', [step(10), step(20, -1)])], 60).king).toBeNull()
  })

  test('[K10] all reigns together are the time since somebody first had something, less what nobody held', () => {
    fc.assert(
      fc.property(fc.array(anySteps, { minLength: 1, maxLength: 5 }), (all) => {
        const climbers = all.map((steps, at) => climber(`p${at}`, steps))
        const { heldMs } = createReigns()(climbers, 200)
        let held = 0
        for (let at = 0; at < 200; at += 1) {
          const now = all.map((steps) => totalOf(steps.filter((each) => each.at <= at)))
          if (Math.max(...now) > 0) held += 1
        }
        expect([...heldMs.values()].reduce((sum, ms) => sum + ms, 0)).toBe(held)
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  test('[K10] after whatever changes it is as if it were worked out from the beginning', () => {
    const change = fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      at: fc.integer({ min: 0, max: 4000 }),
      adds: fc.integer({ min: -2, max: 5 }),
      count: fc.constantFrom(1, 1, 1, 900),
      isTakenBack: fc.boolean(),
      per: fc.constantFrom(1, 1, 1, 2),
      now: fc.integer({ min: 0, max: 5000 }),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 14 }), (changes) => {
        const all = [0, 1, 2, 3].map((nth) => climber(`p${nth}`, []))
        const kept = createReigns()
        for (const { who, at, adds, count, isTakenBack, per, now } of changes) {
          const before = all[who] as Climber
          const fresh = Array.from({ length: count }, (_, nth) => step(at + nth, adds))
          const steps = isTakenBack
            ? before.steps.slice(0, -1)
            : [...before.steps, ...fresh].sort((one, other) => one.at - other.at)
          all[who] = { ...before, steps, per }
          const there = who === 3 && adds < 0 ? all.slice(0, 3) : all
          expect(kept(there, now)).toEqual(createReigns()(there, now))
        }
      }),
      { numRuns: propertyRuns(60) },
    )
  })
})

describe('a relay', () => {
  test('[K11] only what counts after the one before is done counts', () => {
    const legs = [
      { line: 2, steps: [step(10), step(20), step(90)] },
      { line: 2, steps: [step(5), step(20), step(30), step(40)] },
    ]
    expect(runOf(legs, 0)).toEqual({ done: 2, share: 0, finishedAt: 40 })
    expect(runOf(legs, 15)).toEqual({ done: 1, share: 0, finishedAt: null })
    expect(runOf([{ line: 4, steps: [step(1), step(2, 2)] }], 0)).toEqual({
      done: 0,
      share: 0.75,
      finishedAt: null,
    })
    expect(runOf([], 0)).toEqual({ done: 0, share: 0, finishedAt: null })
  })
})
