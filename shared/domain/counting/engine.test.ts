import { describe, expect, test } from 'vitest'
import { Fact } from '../../wire/fact.ts'
import { dayOfStay, stayAt } from '../people/roster.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
  wins,
} from '../test-support/test-floor.ts'
import { parseDay } from '../time/calendar-date.ts'
import { createEngine, engineOnFloor } from './engine.ts'
import { createFloorModel, refuseFact } from './floor-model.ts'

const ny = 'America/New_York'
const people = [person('ana', { team: 'east' }), person('bo', { team: 'north' }), person('cy')]
const teams = [team('east', { timeZone: ny }), team('north', { parent: 'east', timeZone: 'Asia/Kathmandu' })]
const noon = '2026-11-20T12:00:00Z'

const floor = (more: { floor?: object } & Record<string, unknown> = {}) =>
  createTestFloor(floorOf({ people, teams, metrics: [calls, wins, revenue], ...more }))

describe('a fact', () => {
  test('[F1] written again replaces the one before, and withdrawn leaves no trace', () => {
    const { write, withdraw, value } = floor()
    const deal = win('ana', '2026-11-20', 100)
    write(deal, { ...deal, amount: { minor: 70, currency: 'USD' } })
    expect(value('revenue', 'east', 'day', noon)).toBe(70)
    expect(value('wins', 'org', 'day', noon)).toBe(1)
    write({ ...deal, status: 'lost' })
    expect(value('wins', 'org', 'day', noon)).toBe(0)
    write(deal)
    withdraw(Fact.parse(deal).id)
    expect(value('revenue', 'ana', 'year', noon)).toBe(0)
    expect(value('wins', 'org', 'all', noon)).toBe(0)
  })

  test('[F2] an instant is dated where its rep is', () => {
    const { write, value } = floor()
    write(
      call('ana', '2026-11-20T04:30:00Z'),
      call('bo', '2026-11-19T18:30:00Z'),
      call('cy', '2026-11-19T23:59:59Z'),
    )
    expect(value('calls', 'ana', '2026-11-19..2026-11-20', noon)).toBe(1)
    expect(value('calls', 'bo', '2026-11-20..2026-11-21', noon)).toBe(1)
    expect(value('calls', 'cy', '2026-11-19..2026-11-20', noon)).toBe(1)
  })

  test('[F2] a plain date is that day in every zone', () => {
    const { write, value } = floor()
    write(call('ana', '2026-11-20'), call('bo', '2026-11-20'), call('cy', '2026-11-20'))
    expect(value('calls', 'org', '2026-11-20..2026-11-21', noon)).toBe(3)
  })

  test('[F4] counts for the team of its day and those above it', () => {
    const moved = [person('ana', { team: [{ team: 'east' }, { team: 'north', from: '2026-11-10' }] })]
    const { write, value } = floor({ people: moved })
    write(call('ana', '2026-11-09'), call('ana', '2026-11-10'))
    expect(value('calls', 'north', 'month', noon)).toBe(1)
    expect(value('calls', 'east', 'month', noon)).toBe(2)
  })

  test('[F3] moving west, the last day in the old office lasts until the first begins in the new one', () => {
    const offices = [team('east', { timeZone: 'Europe/London' }), team('west', { timeZone: ny })]
    const moved = [person('ana', { team: [{ team: 'east' }, { team: 'west', from: '2026-11-10' }] })]
    const { write, value, numbers } = floor({ people: moved, teams: offices })
    write(call('ana', '2026-11-10T03:00:00Z'), call('ana', '2026-11-10T05:00:00Z'))
    expect(value('calls', 'east', '2026-11-09..2026-11-10', noon)).toBe(1)
    expect(value('calls', 'west', '2026-11-10..2026-11-11', noon)).toBe(1)
    const ana = numbers.model.roster.find('ana')
    const dates = ['2026-11-10T04:59:59Z', '2026-11-10T05:00:00Z'].map(
      (at) => ana && dayOfStay(stayAt(ana, Date.parse(at)), Date.parse(at)),
    )
    expect(dates).toEqual([parseDay('2026-11-09'), parseDay('2026-11-10')])
  })

  test('[F5] is credited by id or alias, whatever the case; a stranger’s counts for the org', () => {
    const known = [person('ana', { aliases: ['Ana.Lopez@Floor.test'] })]
    const { write, value, engine } = floor({ people: known })
    write(
      call(' ana.lopez@floor.TEST', noon),
      call('ANA', noon),
      call('Zed', noon),
      call('Zed', noon),
      call('Abe', noon),
    )
    expect(value('calls', 'ana', 'day', noon)).toBe(2)
    expect(value('calls', 'org', 'day', noon)).toBe(5)
    expect(value('calls', 'unassigned', 'day', noon)).toBe(3)
    expect(engine.unassigned()).toEqual([
      { rep: 'Zed', facts: 2 },
      { rep: 'Abe', facts: 1 },
    ])
  })

  test('[W10] without the metric’s date is in all and nowhere else', () => {
    const { write, value } = floor()
    write({ ...win('ana', noon, 5), closedAt: null })
    expect(value('wins', 'east', 'all', noon)).toBe(1)
    for (const window of ['year', 'overdue', '..2030-01-01', '1970-01-01..'])
      expect(value('wins', 'east', window, noon)).toBe(0)
  })
})

describe('credits', () => {
  const shared = (credits: object[], dollars = 100) => win('', noon, dollars, { credits })

  test('[F6][M1] split: parts of the amount add up, counts are shares', () => {
    const { write, value } = floor()
    write(
      shared(
        [
          { rep: 'ana', share: 1 / 3 },
          { rep: 'bo', share: 1 / 3 },
          { rep: 'cy', share: 1 / 3 },
        ],
        1,
      ),
    )
    expect(['ana', 'bo', 'cy'].map((rep) => value('revenue', rep, 'day', noon))).toEqual([34, 33, 33])
    expect(value('revenue', 'org', 'day', noon)).toBe(100)
    expect(value('wins', 'east', 'day', noon)).toBe(0.666667)
    expect(value('wins', 'org', 'day', noon)).toBe(1)
  })

  test('[F8] full: everybody gets the whole, teams and the org count it once', () => {
    const { write, value } = floor({ floor: { credit: 'full' } })
    write(shared([{ rep: 'ana' }, { rep: 'bo' }, { rep: 'ana', role: 'assist' }]))
    expect(
      ['ana', 'bo', 'north', 'east', 'org'].map((subject) => value('revenue', subject, 'day', noon)),
    ).toEqual([10_000, 10_000, 10_000, 10_000, 10_000])
    expect(value('wins', 'ana', 'day', noon)).toBe(1)
  })

  test('[F9] a metric of owners counts owners’ shares, and no role is an owner’s', () => {
    const owned = metricOf('owned', {
      from: 'deal',
      where: [{ field: 'credit', is: 'owner' }],
      date: 'closedAt',
    })
    const assisted = metricOf('assisted', {
      from: 'deal',
      where: [{ field: 'credit', is: 'assist' }],
      date: 'closedAt',
    })
    const { write, value } = floor({ metrics: [owned, assisted] })
    write(
      shared([
        { rep: 'ana', share: 0.75 },
        { rep: 'bo', share: 0.25, role: 'assist' },
      ]),
    )
    expect(['ana', 'bo', 'org'].map((subject) => value('owned', subject, 'day', noon))).toEqual([
      0.75, 0, 0.75,
    ])
    expect(['ana', 'bo', 'org'].map((subject) => value('assisted', subject, 'day', noon))).toEqual([
      0, 0.25, 0.25,
    ])
  })

  test.each([
    ['split', [{ rep: 'ana', share: 0.5 }], 'credits[0].share: shares must sum to 1, these sum to 0.5'],
    [
      'split',
      [
        { rep: 'ana', share: 0.5 },
        { rep: 'bo', share: 0.4 },
      ],
      'credits: shares must sum to 1, these sum to 0.9',
    ],
    [
      'split',
      [{ rep: 'ana', share: 0.5 }, { rep: 'bo' }],
      'credits: a fact with several credits needs a share for each of them',
    ],
    [
      'split',
      [
        { rep: 'ana', share: 0.333333 },
        { rep: 'bo', share: 0.666667 },
      ],
      null,
    ],
    ['split', [{ rep: 'ana' }], null],
    ['full', [{ rep: 'ana', share: 0.5 }, { rep: 'bo' }], null],
  ])('[F12] with %s credit, %j: %s', (credit, credits, refusal) => {
    const model = createFloorModel(floorOf({ floor: { credit } }))
    expect(refuseFact(model, Fact.parse(shared(credits)))).toBe(refusal)
  })

  test('[F7] shares that never summed to 1 are taken in proportion once a floor splits', () => {
    const { write, value } = floor()
    write(shared([{ rep: 'ana', share: 1 }, { rep: 'bo', share: 1e-9 }, { rep: 'cy' }]))
    expect(value('wins', 'org', 'day', noon)).toBe(1)
    expect(value('wins', 'cy', 'day', noon)).toBe(0.5)
  })
})

describe('currencies', () => {
  const rates = [
    { currency: 'EUR', from: '2026-01-01', rate: 1 },
    { currency: 'EUR', from: '2026-04-01', rate: 2 },
  ]
  const euros = (closedAt: string) => win('ana', closedAt, 0, { amount: { minor: 100, currency: 'EUR' } })

  test.each([
    ['2026-03-31', 100],
    ['2026-04-01', 200],
    ['2026-04-01T03:59:59Z', 100],
    ['2026-03-31T23:30:00-05:00', 200],
    ['2026-04-01T00:30:00+05:00', 100],
  ])('[F10] a deal closed at %s is converted by the day in the floor’s zone: %d', (closedAt, cents) => {
    const { write, value } = floor({ floor: { timeZone: ny, rates } })
    write(euros(closedAt))
    expect(value('revenue', 'ana', 'all', noon)).toBe(cents)
  })

  test('[F10] an open deal takes the day of its expected close, else of its creation', () => {
    const total = metricOf(
      'total',
      { from: 'deal', date: 'createdAt', measure: { sum: 'amount' } },
      { unit: 'money' },
    )
    const { write, value } = floor({ floor: { rates }, metrics: [total] })
    write({
      ...euros(noon),
      status: 'open',
      closedAt: null,
      expectedCloseOn: '2026-06-01',
      createdAt: '2026-01-01',
    })
    write({ ...euros(noon), status: 'open', closedAt: null, createdAt: '2026-01-01' })
    expect(value('total', 'ana', 'all', noon)).toBe(300)
  })

  test('[F11] a currency without a rate is refused with its place', () => {
    const model = createFloorModel(floorOf({ floor: { rates } }))
    const refusal = (fact: object) => refuseFact(model, Fact.parse(fact))
    expect(refusal(euros('2025-12-31'))).toMatch(
      /^amount\.currency: the floor counts in USD and has no rate for EUR/,
    )
    expect(refusal(euros('2026-12-31'))).toBeNull()
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' }
    expect(refusal(win('ana', noon, 0, { amount: most }))).toBe('amount: is too large to count in USD')
  })
})

describe('measures', () => {
  const measured = (id: string, measure: unknown, more: object = {}) =>
    metricOf(id, { from: 'deal', date: 'closedAt', measure }, more)
  const cycle = measured('cycle', { meanDays: ['createdAt', 'closedAt'] }, { unit: 'days' })
  const average = measured('average', { mean: 'amount' }, { unit: 'money' })
  const seats = measured('seats', { sum: 'fields.seats' })

  test('[M3] a mean is the sum by the count, unknown without any', () => {
    const { write, value } = floor({ metrics: [average] })
    expect(value('average', 'ana', 'day', noon)).toBeNull()
    write(win('ana', noon, 1), win('ana', noon, 2), win('ana', noon, 2), {
      ...win('ana', noon, 9),
      amount: null,
    })
    expect(value('average', 'ana', 'day', noon)).toBe(500 / 3)
  })

  test.each([
    ['2026-11-01T00:00:00Z', '2026-11-02T12:00:00Z', 1.5],
    ['2026-11-01', '2026-11-20', 19],
    ['2026-10-31', '2026-11-02', 2],
    ['2026-11-02T03:00:00Z', '2026-11-03', 2],
    ['2026-11-20', '2026-11-01', -19],
  ])('[M4] from %s to %s are %d days', (createdAt, closedAt, days) => {
    const { write, value } = floor({ metrics: [cycle] })
    write({ ...win('ana', closedAt, 1), createdAt })
    expect(value('cycle', 'ana', 'all', noon)).toBe(days)
  })

  test('[M2][M5] numbers add up exactly in any order', () => {
    const { write, value } = floor({ metrics: [seats] })
    for (const count of [0.1, 0.2, 0.3, 1e9, -0.1])
      write({ ...win('ana', noon, 1), fields: { seats: count } })
    write({ ...win('ana', noon, 1), fields: { seats: 'many' } })
    expect(value('seats', 'ana', 'day', noon)).toBe(1_000_000_000.5)
  })

  test('[M7] sums up to 2^53 are exact, and what is taken back leaves exactly what was there', () => {
    const { write, withdraw, value } = floor()
    const most = Number.MAX_SAFE_INTEGER - 1
    const huge = win('ana', noon, 0, { amount: { minor: most, currency: 'USD' } })
    write(win('ana', noon, 0, { amount: { minor: 1, currency: 'USD' } }), huge)
    expect(value('revenue', 'org', 'day', noon)).toBe(Number.MAX_SAFE_INTEGER)
    withdraw(Fact.parse(huge).id)
    expect(value('revenue', 'org', 'day', noon)).toBe(1)
  })

  test('[R3] a sum is reached by the last amount, not by a fact without one; a count by the last fact', () => {
    const { write, engine, numbers } = floor()
    write(win('ana', '2026-11-18T10:00:00Z', 5), win('ana', '2026-11-19T10:00:00Z', 0))
    const subject = numbers.model.roster.subjectOf('ana') ?? -1
    const cells = [{ subject, days: { from: parseDay('2026-11-01'), to: parseDay('2026-12-01') } }]
    const reached = (metric: string) => engine.reachedAt(numbers.model.metric(metric)?.index ?? -1, cells)
    expect(reached('revenue')).toBe(Date.parse('2026-11-18T10:00:00Z'))
    expect(reached('wins')).toBe(Date.parse('2026-11-19T10:00:00Z'))
    expect(reached('calls')).toBeNull()
  })

  test('[X1][X2] a ratio is taken after summing, and unknown with nothing below the line', () => {
    const decided = metricOf('decided', {
      from: 'deal',
      where: [{ field: 'status', in: ['won', 'lost'] }],
      date: 'closedAt',
    })
    const rate = metricOf('rate', { ratio: ['wins', 'decided'] }, { unit: 'percent' })
    const { write, value } = floor({ metrics: [wins, decided, rate] })
    expect(value('rate', 'east', 'day', noon)).toBeNull()
    write(win('ana', noon, 1), ...[1, 2, 3].map(() => ({ ...win('bo', noon, 1), status: 'lost' })))
    expect(value('rate', 'ana', 'day', noon)).toBe(1)
    expect(value('rate', 'bo', 'day', noon)).toBe(0)
    expect(value('rate', 'east', 'day', noon)).toBe(0.25)
  })

  test('[X3] points add weighted values, money in whole units; the unknown adds nothing', () => {
    const points = metricOf(
      'points',
      {
        points: [
          ['calls', 2],
          ['revenue', 0.5],
          ['average', 10],
        ],
      },
      { unit: 'points' },
    )
    const only = metricOf('only', { points: [['average', 1]] }, { unit: 'points' })
    const { write, value } = floor({ metrics: [calls, revenue, average, points, only] })
    write(call('ana', noon))
    expect(value('points', 'ana', 'day', noon)).toBe(2)
    expect(value('only', 'ana', 'day', noon)).toBeNull()
    write(win('ana', noon, 10))
    expect(value('points', 'ana', 'day', noon)).toBe(2 + 5 + 100)
  })

  test('[F19] history counts only where its kind is named', () => {
    const slips = metricOf('slips', {
      from: 'activity',
      where: [{ field: 'kind', is: 'deal.slipped' }],
      date: 'at',
    })
    const everything = metricOf('everything', { from: 'activity', date: 'at' })
    const { write, withdraw, value } = floor({ metrics: [calls, slips, everything] })
    const deal = { ...win('ana', noon, 1), status: 'open', expectedCloseOn: '2026-11-30' }
    write(deal, { ...deal, expectedCloseOn: '2026-12-31' }, call('ana', noon))
    expect(['calls', 'slips', 'everything'].map((metric) => value(metric, 'ana', 'day', noon))).toEqual([
      1, 1, 1,
    ])
    withdraw(Fact.parse(deal).id)
    expect(['calls', 'slips', 'everything'].map((metric) => value(metric, 'ana', 'day', noon))).toEqual([
      1, 0, 1,
    ])
  })
})

describe('an engine', () => {
  test('[T2] comes back from its snapshot as it was, and the snapshot stays as it was taken', () => {
    const { write, engine } = floor()
    write(call('ana', noon), win('bo', noon, 5), call('nobody', noon))
    const snapshot = engine.snapshot()
    const taken = structuredClone(snapshot)
    write(call('ana', noon), win('bo', noon, 5), call('nobody', noon))
    expect(snapshot).toEqual(taken)
    const restored = createEngine(engine.model, taken)
    expect(restored.snapshot()).toEqual(taken)
    expect(restored.wonDeals.recent.all()).toHaveLength(1)
    expect(restored.unassigned()).toEqual([{ rep: 'nobody', facts: 1 }])
  })

  test('goes on as it was on an edited floor that counts alike', () => {
    const { write, engine } = floor()
    write(call('ana', noon))
    const model = createFloorModel({ ...engine.model.file, screens: [] })
    const edited = engineOnFloor(engine, model)
    write(call('bo', noon))
    expect(edited.model).toBe(model)
    expect(edited.snapshot()).toEqual(engine.snapshot())
    expect(edited.sources.entries()).toEqual(engine.sources.entries())
  })

  test('tells which metrics were touched, once, and when', () => {
    const { write, engine } = floor()
    expect(engine.changedAt(0)).toBeNull()
    write(call('ana', noon))
    expect(engine.takeTouched()).toEqual([0])
    expect(engine.takeTouched()).toEqual([])
    expect(engine.changedAt(0)).toBe(Date.parse('2026-11-20T12:00:00Z'))
    expect(engine.changedAt(1)).toBeNull()
  })

  test('[B10] dates its numbers by the latest change, in whatever order facts come', () => {
    const { engine } = floor()
    const stored = (at: number) => ({ fact: Fact.parse(call('ana', noon)), history: [], receivedAt: at })
    for (const at of [5, 9, 7]) engine.apply(null, stored(at), at)
    expect(engine.changedAt(0)).toBe(9)
  })
})
