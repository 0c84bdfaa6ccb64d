import { describe, expect, test } from 'vitest'
import { createTestFloor, floorOf, metricOf, person, win } from '../test-support/test-floor.ts'

const weighted = metricOf(
  'forecast',
  {
    from: 'deal',
    where: [{ field: 'status', in: ['open', 'won', 'lost'] }],
    date: 'expectedCloseOn',
    measure: { sum: 'weightedAmount' },
  },
  { unit: 'money' },
)
const floor = floorOf({
  floor: {
    stages: ['Lead', 'Proposal', 'Verbal'],
    stageProbabilities: { Lead: 0.1, Proposal: 0.35, Verbal: 0.005 },
    rates: [{ currency: 'EUR', from: '2026-01-01', rate: 1.1 }],
  },
  people: [person('ana'), person('bo')],
  metrics: [weighted],
})

const deal = (minor: number, more: object = {}) =>
  win('ana', '2026-11-20', 0, {
    status: 'open',
    stage: 'Proposal',
    closedAt: null,
    expectedCloseOn: '2026-11-30',
    amount: { minor, currency: 'USD' },
    ...more,
  })
const forecastOf = (subject: string, ...deals: readonly object[]) => {
  const under = createTestFloor(floor)
  under.write(...deals)
  return under.value('forecast', subject, 'month', '2026-11-20T12:00:00Z')
}

describe('an amount weighted by its stage', () => {
  test.each([
    [deal(10_000), 3500],
    [deal(1), 0],
    // 0.5 cents: halves are rounded away from zero.
    [deal(100, { stage: 'Verbal' }), 1],
    [deal(-100, { stage: 'Verbal' }), -1],
    [deal(299, { stage: 'Verbal' }), 1],
    [deal(300, { stage: 'Verbal' }), 2],
    // 9,000,000,000,000,001 × 0.35 is no number that doubles multiply exactly.
    [deal(9_000_000_000_000_001), 3_150_000_000_000_000],
    [deal(1000, { amount: { minor: 1000, currency: 'EUR' } }), 385],
    [deal(1000, { status: 'won', closedAt: '2026-11-20' }), 1000],
    [deal(1000, { status: 'lost', closedAt: '2026-11-20' }), 0],
    [deal(1000, { stage: 'Elsewhere' }), 0],
    [deal(1000, { stage: null }), 0],
  ])('[M9] of %j is %i', (fact, value) => {
    expect(forecastOf('org', fact)).toBe(value)
  })

  test('[M9] is rounded for each deal, and not for their sum', () => {
    expect(forecastOf('org', deal(100, { stage: 'Verbal' }), deal(100, { stage: 'Verbal' }))).toBe(2)
  })

  test('[M9] is split once it is rounded, so that the parts add up', () => {
    const credits = [
      { rep: 'ana', share: 0.5 },
      { rep: 'bo', share: 0.5 },
    ]
    const shared = deal(100, { stage: 'Verbal', credits })
    expect([forecastOf('ana', shared), forecastOf('bo', shared), forecastOf('org', shared)]).toEqual([
      1, 0, 1,
    ])
  })

  test('[M9] goes with its stage', () => {
    const under = createTestFloor(floor)
    const forecast = () => under.value('forecast', 'ana', 'month', '2026-11-20T12:00:00Z')
    under.write(deal(1000, { id: 'a', stage: 'Lead' }))
    expect(forecast()).toBe(100)
    under.write(deal(1000, { id: 'a' }))
    expect(forecast()).toBe(350)
    under.withdraw('a')
    expect(forecast()).toBe(0)
  })
})
