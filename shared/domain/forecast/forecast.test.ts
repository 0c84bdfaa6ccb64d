import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, dayOf, weekdayOf } from '../time/calendar-date.ts'
import { createDealDays, type DealLife } from './deal-days.ts'
import { type Forecast, forecast } from './forecast.ts'
import { createForecastPast, type ForecastPast } from './forecast-past.ts'
import { isEstimate, runRate, sameWeeks, stagePipeline } from './methods.ts'
import { combinedErrors, leastErrors, spreadOf, weightsOf } from './spread.ts'

const first = dayOf(2025, 1, 1)
const isWorkingDay = (day: Day): boolean => weekdayOf(day) % 7 !== 0 && weekdayOf(day) % 7 !== 6
/** Periods of 28 days, the first of which begins on `first`. */
const periodAt = (day: Day, offset: number) => {
  const from = first + (Math.floor((day - first) / 28) + offset) * 28
  return { from, to: from + 28 }
}

const pastOf = (today: Day, amountOn: (day: Day) => number, deals: readonly DealLife[] = []): ForecastPast =>
  createForecastPast({ first, today, amountOn, deals, isWorkingDay, periodAt }, today + 100)

/** A year: the middle of the fourteenth period. */
const today = first + 13 * 28 + 14
const period = periodAt(today, 0)

/** Open from a day on, in a stage; won after `days` where there are any. */
const life = (from: Day, days: number | null, stage: string | null = 'Proposal', amount = 100): DealLife => ({
  stays: [{ stage, from, to: days === null ? Number.POSITIVE_INFINITY : from + days }],
  wonOn: days === null ? null : from + days,
  amountMinor: days === null ? null : amount,
})

const figuresOf = ({ range, methods, lookedBack, soFar }: Forecast): number[] => [
  soFar,
  ...(range ? [range.p10, range.p50, range.p90] : []),
  ...methods.flatMap((said) => (said.why === null ? [said.range.p10, said.range.p90, said.weight] : [])),
  ...lookedBack.flatMap(({ range: { p10, p50, p90 }, came }) => [p10, p50, p90, came]),
]

describe('each method', () => {
  test('[O2] run-rate is what came in a working day, for each working day to come', () => {
    const past = pastOf(today, (day) => (isWorkingDay(day) ? 70 : 0))
    expect(runRate(past, { from: 0, to: 14 }, 14).at(today)).toEqual({
      amount: 700,
      on: { method: 'run-rate', amount: 700, workingDays: 10 },
    })
    expect(runRate(past, { from: 0, to: 14 }, 14).at(first + 7)).toBe('too short')
    expect(runRate(past, { from: 0, to: 14 }, 0).at(today)).toBe('no working days')
  })

  test('[O2] the same weeks are those as far from their period’s end, of periods that are over', () => {
    // The last week of each period brings more than the others, and more each time.
    const past = pastOf(today, (day) => (periodAt(day, 0).to - day <= 7 ? (day - first) / 28 : 0))
    const said = sameWeeks(past, { from: 7, to: 14 }).at(today)
    if (!isEstimate(said) || said.on.method !== 'same-weeks') throw new Error('no estimate')
    expect(said.on.amounts).toHaveLength(8)
    const [nearest = 0, next = 0] = said.on.amounts
    expect(nearest - next).toBeCloseTo(7)
    expect(said.amount).toBeCloseTo(said.on.amounts.reduce((sum, each) => sum + each, 0) / 8)
    expect(sameWeeks(past, { from: 7, to: 14 }).at(first + 10)).toBe('no earlier period')
  })

  test('[O2] open deals count by their stage, at what deals in it brought in as many days, with what was not there yet', () => {
    // Each week a deal comes that is won after 10 days, one that is never won, and 5 of another sort that no deal was open for.
    const weeks = Array.from({ length: 60 }, (_, week) => first + 7 * week)
    const deals = weeks.flatMap((day) => [life(day, 10, 'Late'), life(day, null, 'Early')])
    const wonOn = new Map(deals.map(({ wonOn: day }) => [day, 100]))
    const past = pastOf(
      today,
      (day) => (wonOn.get(day) ?? 0) + ((day - first) % 7 === 5 ? 5 : 0),
      deals.filter(({ stays }) => (stays[0]?.from ?? 0) < today),
    )
    const said = stagePipeline(past, { from: 0, to: 14 }).at(today)
    if (!isEstimate(said) || said.on.method !== 'pipeline') throw new Error('no estimate')
    const { stages, ofOpen, ofNew } = said.on
    const late = stages.find(({ stage }) => stage === 'Late')
    // Won within 10 days of a week's beginning: one of the day before stays open, one of 8 days before closes in 3.
    expect(late).toMatchObject({ open: 1, won: late?.seen })
    expect(stages.find(({ stage }) => stage === 'Early')).toMatchObject({ won: 0 })
    expect(ofOpen).toBeCloseTo(100)
    // One more came and went within the fourteen days, and twice 5 without a deal.
    expect(ofNew).toBeCloseTo(110)
    expect(
      stagePipeline(
        pastOf(today, () => 1),
        { from: 0, to: 14 },
      ).at(today),
    ).toBe('no deals')
  })

  test('[O3] what is known of deals on a day agrees with a count of each deal on each day', () => {
    const lives = fc.array(
      fc
        .tuple(fc.nat(60), fc.nat(40), fc.nat(40), fc.boolean(), fc.constantFrom('A', 'B', null))
        .map(([start, a, b, isWon, stage]): DealLife => {
          const [from, mid, to] = [first - 10 + start, first - 10 + start + a, first - 10 + start + a + b]
          return {
            stays: [
              { stage: 'A', from, to: mid },
              { stage, from: mid, to },
            ],
            wonOn: isWon ? to : null,
            amountMinor: isWon ? 7 : null,
          }
        }),
      { maxLength: 12 },
    )
    const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
    fc.assert(
      fc.property(lives, fc.nat(20), fc.integer({ min: 1, max: 30 }), (deals, from, length) => {
        const ahead = { from, to: from + length }
        const days = createDealDays(deals, first, first + 60, ahead)
        for (let day = first; day <= first + 60; day++)
          for (const stage of ['A', 'B', null]) {
            const open = deals.flatMap((deal) =>
              deal.stays.flatMap((stay) =>
                stay.stage === stage && stay.from < day && day <= stay.to ? [deal] : [],
              ),
            )
            const won = open.filter(
              ({ wonOn }) => wonOn !== null && wonOn >= day + ahead.from && wonOn < day + ahead.to,
            )
            expect([day, stage, days.at(stage, day)]).toEqual([
              day,
              stage,
              { open: open.length, won: won.length, amountMinor: 7 * won.length },
            ])
          }
      }),
      { seed, numRuns: 60 },
    )
  })
})

describe('from errors to a range', () => {
  test('[O4] a method weighs by the inverse of its squared error; a day’s error uses the weights of the others', () => {
    const [exact = 0, rough = 0] = weightsOf([
      [0.1, -0.1, 0.1],
      [0.2, 0.2, -0.2],
    ])
    expect(exact + rough).toBeCloseTo(1)
    expect(exact / rough).toBeCloseTo((0.04 + 1e-4) / (0.01 + 1e-4))
    // The second method failed on one day alone, and without that day it is the better one.
    const [failed = 0] = combinedErrors([
      [0.3, 0.3, 0.3],
      [9, 0, 0],
    ])
    expect(failed).toBeGreaterThan(8)
  })

  test('[O4] the fewer stretches have nothing in common, the wider; fewer than nine errors, or two such stretches, are too little', () => {
    const errors = Array.from({ length: 19 }, (_, at) => (at - 9) / 9)
    const [apart, overlapping] = [spreadOf(errors, 1), spreadOf(errors, 0.2)]
    if (!apart || !overlapping) throw new Error('no spread')
    expect(apart.middle).toBe(0)
    expect(overlapping.high).toBeGreaterThan(apart.high)
    expect(overlapping.low).toBeLessThan(apart.low)
    // t of 18 degrees of freedom at 90 % is 1.330; the rank is the 18th of 19.
    expect(apart.high).toBeCloseTo((8 / 9) * ((1.33 * Math.sqrt(1 + 1 / 19)) / 1.2816), 2)
    expect(spreadOf(errors.slice(0, leastErrors - 1), 1)).toBeNull()
    expect(spreadOf(errors.slice(0, leastErrors), 0.1)).toBeNull()
    expect(spreadOf(errors.slice(0, leastErrors), 1)).not.toBeNull()
  })
})

describe('a forecast', () => {
  const steady = (day: Day): number => (isWorkingDay(day) ? 1000 : 0)

  test('[O1] of a floor that sells the same each day hardly differs; what came in is part of it', () => {
    const { range, soFar, lookedBack } = forecast(pastOf(today, steady), { period })
    expect(soFar).toBe(10_000)
    expect([range?.p10, range?.p50, range?.p90].map((each) => Math.round(each ?? 0))).toEqual([
      20_000, 20_000, 20_000,
    ])
    expect(lookedBack.length).toBeGreaterThan(20)
  })

  test('[O1] of the next period none of it is there yet', () => {
    const { range, soFar } = forecast(pastOf(today, steady), { period: periodAt(today, 1) })
    expect(soFar).toBe(0)
    expect(Math.round(range?.p50 ?? 0)).toBe(20_000)
  })

  test('[O5] with too little history, with nothing sold, or without a working day there is none, and no figure is made up', () => {
    const young = forecast(pastOf(first + 40, steady), { period: periodAt(first + 40, 0) })
    expect(young.range).toBeNull()
    const idle = forecast(
      pastOf(today, () => 0),
      { period },
    )
    expect(idle.range).toBeNull()
    const closed = createForecastPast(
      { first, today, amountOn: () => 5, deals: [], isWorkingDay: () => false, periodAt },
      today + 100,
    )
    const none = forecast(closed, { period })
    expect(none.range).toBeNull()
    expect(none.methods.map(({ why }) => why)).not.toContain(null)
    for (const each of [young, idle, none]) expect(figuresOf(each).every(Number.isFinite)).toBe(true)
  })

  test('[O3] nothing that comes later changes what is said today, nor what is said of a past day; all of it is in order and finite', () => {
    const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
    const figures = fc.array(fc.integer({ min: -20, max: 400 }), { minLength: 420, maxLength: 420 })
    const starts = fc.array(fc.tuple(fc.nat(400), fc.nat(90), fc.boolean()), { maxLength: 80 })
    fc.assert(
      fc.property(figures, figures, starts, fc.nat(27), (known, later, deals, into) => {
        const now = first + 12 * 28 + into
        const amountIn = (days: readonly number[], others: readonly number[]) => (day: Day) =>
          (day < now ? days : others)[day - first] ?? 0
        const lives = deals.map(([from, days, isWon]) => life(first + from, isWon ? days : null))
        /** As the source knew it on that day. */
        const then = lives.flatMap(({ stays, wonOn, amountMinor }): DealLife[] => {
          const seen = stays.filter(({ from }) => from < now)
          if (seen.length === 0) return []
          return wonOn !== null && wonOn >= now
            ? [
                {
                  stays: seen.map((stay) => ({ ...stay, to: Number.POSITIVE_INFINITY })),
                  wonOn: null,
                  amountMinor: null,
                },
              ]
            : [{ stays: seen, wonOn, amountMinor }]
        })
        const asked = { period: periodAt(now, 0) }
        const one = forecast(pastOf(now, amountIn(known, later), lives), asked)
        expect(forecast(pastOf(now, amountIn(known, known), then), asked)).toEqual(one)
        expect(figuresOf(one).every(Number.isFinite)).toBe(true)
        const { range } = one
        if (range) expect(range.p10 <= range.p50 && range.p50 <= range.p90).toBe(true)
      }),
      { seed, numRuns: 12 },
    )
  })
})
