import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfStay, stayAt } from '../../../../shared/domain/people/roster.ts'
import { parseDay } from '../../../../shared/domain/time/calendar-date.ts'
import { type Deal, Fact } from '../../../../shared/wire/fact.ts'
import { readFloorFile } from '../../floor-file/read-floor-file.ts'
import { demoFloorText } from '../demo-floor.ts'
import { createStaff, isEmployed } from './staff.ts'
import { createTimeline } from './timeline.ts'
import type { TimedFact } from './world.ts'

const reading = readFloorFile(demoFloorText)
if (!reading.ok) throw new Error('the demo floor does not hold together')
const { file } = reading
const hourMs = 3_600_000

const storyOf = (seed: number, openedAt: number, until: number, historyDays = 365): TimedFact[] => [
  ...createTimeline({ file, seed, openedAt, historyDays }).factsUntil(until),
]

/** Any second of a year around the people's own dates, weekends and nights among them. */
const opening = fc
  .integer({ min: Date.parse('2026-06-01T00:00:00Z') / 1000, max: Date.parse('2027-06-01T00:00:00Z') / 1000 })
  .map((seconds) => seconds * 1000)
const seeds = fc.integer({ min: 0, max: 1_000_000 })

const instantsOf = (deal: Deal): number[] =>
  [deal.createdAt, deal.stageEnteredAt, deal.closedAt].flatMap((when) =>
    when == null ? [] : [Date.parse(when)],
  )

const faultsOf = (story: readonly TimedFact[], seed: number): string[] => {
  const employees = new Map(createStaff(file, seed).employees.map((employee) => [employee.id, employee]))
  const worksOn = (rep: string, at: number): boolean => {
    const employee = employees.get(rep)
    if (!employee) return false
    return isEmployed(employee, dayOfStay(stayAt(employee.member, at), at))
  }
  const faults: string[] = []
  const seen = new Set<string>()
  let lastAt = 0
  const lastIds = new Map<string, string>()
  for (const { at, fact } of story) {
    const check = (holds: boolean, rule: string) => {
      if (!holds && faults.length < 5) faults.push(`${rule}: ${JSON.stringify(fact)}`)
    }
    check(Fact.safeParse(fact).success, 'a fact of the contract')
    check(at >= lastAt, 'told in order')
    check(
      Math.abs(fact.credits.reduce((sum, { share }) => sum + (share ?? 1), 0) - 1) < 1e-9,
      'shares sum to 1',
    )
    // A lead that was given before the history began is told when somebody gets in touch.
    const again = fact.type === 'activity' && fact.kind === 'assigned' && Date.parse(fact.at) < at
    if (!seen.has(fact.id) && fact.type === 'activity' && !again) {
      const series = fact.id.replace(/\d+$/, '')
      check(fact.id > (lastIds.get(series) ?? ''), 'ids grow')
      lastIds.set(series, fact.id)
    }
    seen.add(fact.id)
    lastAt = at
    if (fact.type === 'activity') {
      check(again || Date.parse(fact.at) === at, 'told when it happened')
      check(
        fact.credits.every(({ rep }) => worksOn(rep, at)),
        'done by somebody who works here',
      )
    } else {
      const instants = [...instantsOf(fact), at]
      check(
        instants.every((instant, i) => i === 0 || instant >= (instants[i - 1] ?? 0)),
        'created ≤ stage ≤ closed ≤ now',
      )
      check(worksOn(fact.credits[0]?.rep ?? '', at), 'owned by somebody who works here')
      check(
        (fact.status === 'open') === (fact.closedAt == null),
        'closed deals have their date, open ones have none',
      )
      check(
        fact.status !== 'open' || parseDay(fact.expectedCloseOn ?? '') > 0,
        'open deals have a close date',
      )
    }
  }
  return faults
}

describe('the simulated floor', () => {
  test('tells the same story for the same seed and opening, in however many steps it is listened to', () => {
    fc.assert(
      fc.property(
        seeds,
        opening,
        fc.array(fc.integer({ min: 1, max: 4 * hourMs }), { maxLength: 8 }),
        (seed, openedAt, steps) => {
          const until = openedAt + 6 * hourMs
          const timeline = createTimeline({ file, seed, openedAt, historyDays: 30 })
          const inSteps: TimedFact[] = []
          for (const step of steps) inSteps.push(...timeline.factsUntil(openedAt - hourMs + step))
          inSteps.push(...timeline.factsUntil(until))
          expect(JSON.stringify(inSteps)).toBe(JSON.stringify(storyOf(seed, openedAt, until, 30)))
        },
      ),
      { numRuns: 2 },
    )
  }, 120_000)

  test('keeps its facts possible: shapes, shares, dates and people', () => {
    fc.assert(
      fc.property(seeds, opening, (seed, openedAt) => {
        expect(faultsOf(storyOf(seed, openedAt, openedAt + 30 * hourMs, 60), seed)).toEqual([])
      }),
      { numRuns: 3 },
    )
  }, 120_000)

  test('leaves a leaver’s deals alone on the weekend before others take them over', () => {
    const openedAt = Date.parse('2026-06-27T12:00:00Z')
    for (const seed of [2, 3])
      expect(faultsOf(storyOf(seed, openedAt, openedAt + 12 * hourMs, 60), seed)).toEqual([])
  }, 60_000)

  test('gives a newcomer in New York no work on the evening before their first day, when London has it already', () => {
    const openedAt = Date.parse('2026-09-13T23:50:00Z')
    for (const seed of [0, 1, 2])
      expect(faultsOf(storyOf(seed, openedAt, openedAt + 5 * hourMs, 20), seed)).toEqual([])
  }, 60_000)

  test('brings a year of 60,000 to 130,000 possible facts, up to the opening', () => {
    const openedAt = Date.parse('2026-11-20T17:00:00Z')
    const story = storyOf(2, openedAt, openedAt)
    expect(story.length).toBeGreaterThan(60_000)
    expect(story.length).toBeLessThan(130_000)
    expect(story[0]?.at).toBeLessThan(Date.parse('2025-11-22T00:00:00Z'))
    expect(story.at(-1)?.at).toBeGreaterThan(openedAt - hourMs)
    expect(faultsOf(story, 2)).toEqual([])
  }, 60_000)

  test('loses, takes back, reopens, puts off, resizes and hands over deals', () => {
    const openedAt = Date.parse('2026-11-20T17:00:00Z')
    const versions = new Map<string, Deal>()
    const seen = { lost: 0, takenBack: 0, reopened: 0, slipped: 0, shrunk: 0, grown: 0, handedOver: 0 }
    for (const { fact } of storyOf(2, openedAt, openedAt)) {
      if (fact.type !== 'deal') continue
      const before = versions.get(fact.id)
      versions.set(fact.id, fact)
      if (!before) continue
      if (fact.status === 'lost' && before.status === 'open') seen.lost++
      if (fact.status === 'lost' && before.status === 'won') seen.takenBack++
      if (fact.status === 'open' && before.status !== 'open') seen.reopened++
      if ((fact.expectedCloseOn ?? '') > (before.expectedCloseOn ?? '') && before.status === 'open')
        seen.slipped++
      if ((fact.amount?.minor ?? 0) < (before.amount?.minor ?? 0)) seen.shrunk++
      if ((fact.amount?.minor ?? 0) > (before.amount?.minor ?? 0)) seen.grown++
      if (fact.credits[0]?.rep !== before.credits[0]?.rep) seen.handedOver++
    }
    expect(Object.entries(seen).filter(([, times]) => times < 3)).toEqual([])
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
      { numRuns: 4 },
    )
  }, 120_000)
})
