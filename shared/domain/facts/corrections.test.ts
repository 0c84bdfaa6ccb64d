import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { Fact } from '../../wire/fact.ts'
import { createExplainer } from '../counting/explain.ts'
import { correctionFaults } from '../floor-file/correction-faults.ts'
import { orgSubject } from '../people/roster.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  win,
} from '../test-support/test-floor.ts'

const open = metricOf('proposals', {
  from: 'deal',
  where: [
    { field: 'status', is: 'open' },
    { field: 'stage', is: 'Proposal' },
  ],
  date: 'createdAt',
})
const advances = metricOf('advances', {
  from: 'activity',
  where: [{ field: 'kind', is: 'deal.advanced' }],
  date: 'at',
})
const winsHeld = metricOf('held', {
  from: 'activity',
  where: [{ field: 'kind', is: 'deal.won' }],
  date: 'at',
})
const on = (...corrections: readonly object[]) =>
  floorOf({
    floor: { stages: ['Lead', 'Proposal'] },
    people: [person('ana'), person('bo')],
    metrics: [calls, revenue, open, advances, winsHeld],
    corrections,
  })
type DealOf<A> = A extends fc.Arbitrary<infer Value> ? Value : never
const at = '2026-11-20T12:00:00Z'
const valuesOf = (file: ReturnType<typeof on>, facts: readonly object[]) => {
  const floor = createTestFloor(file)
  floor.write(...facts)
  const values = ['calls', 'revenue', 'proposals', 'advances', 'held'].map((metric) =>
    ['ana', 'bo'].map((who) => floor.value(metric, who, 'month', at)),
  )
  return { floor, values }
}

describe('what the floor reads otherwise', () => {
  test('[H96] a misread date counts in its own month, with the day on which it was won', () => {
    const misread = win('ana', '2027-03-02', 500, { id: 'd1' })
    const fix = {
      id: 'a',
      kind: 'fact',
      source: 'crm',
      fact: 'd1',
      field: 'closedAt',
      was: '2027-03-02',
      is: '2026-11-02',
    }
    expect(valuesOf(on(), [misread]).values[1]).toEqual([0, 0])
    const { values } = valuesOf(on(fix), [misread])
    expect([values[1], values[4]]).toEqual([
      [50_000, 0],
      [1, 0],
    ])
  })

  test('[H96] what the source corrects itself counts as the source says', () => {
    const fix = {
      ...{ id: 'a', kind: 'fact', source: 'crm', fact: 'd1', field: 'amount' },
      was: { minor: 5_000_000, currency: 'USD' },
      is: { minor: 50_000, currency: 'USD' },
    }
    const { floor, values } = valuesOf(on(fix), [win('ana', '2026-11-02', 50_000, { id: 'd1' })])
    expect(values[1]).toEqual([50_000, 0])
    floor.write(win('ana', '2026-11-02', 700, { id: 'd1' }))
    expect(floor.value('revenue', 'ana', 'month', at)).toBe(70_000)
  })

  test('[H96] deals without an amount count the amount that is said for them, or are right without one', () => {
    const deal = (id: string, source: string) => win('ana', '2026-11-02', 0, { id, source, amount: null })
    const facts = [deal('d1', 'crm'), deal('d2', 'other')]
    const usual = { id: 'a', kind: 'no-amount', status: 'won', source: 'crm', amount: 250 }
    const { floor, values } = valuesOf(on(usual), facts)
    expect(values[1]).toEqual([25_000, 0])
    expect(floor.engine.faults()).toMatchObject([{ fault: { code: 'no-amount' }, count: 1 }])
    const right = { id: 'b', kind: 'no-amount', status: 'won', amount: null }
    expect(valuesOf(on(right), facts).floor.engine.faults()).toEqual([])
  })

  test('[H96] a stage of another name is the stage that it is said to be', () => {
    const deal = win('ana', '2026-11-20', 100, {
      ...{ id: 'd1', status: 'open', closedAt: null, createdAt: '2026-11-02', stage: 'Angebot' },
    })
    const fix = { id: 'a', kind: 'stage', stage: 'Angebot', is: 'Proposal' }
    expect(valuesOf(on(), [deal]).values[2]).toEqual([0, 0])
    const { floor, values } = valuesOf(on(fix), [deal])
    expect(values[2]).toEqual([1, 0])
    expect(floor.engine.faults().map(({ fault }) => fault.code)).not.toContain('unknown-stage')
  })

  test('[H96] a name that is nobody’s is told no more: it counts for the whole floor, or nowhere', () => {
    const facts = [call('Partner GmbH', at), call('ana', at)]
    const nobody = (counts: string) => ({ id: 'a', kind: 'nobody', name: 'partner gmbh', counts })
    for (const [counts, whole] of [
      ['floor', 2],
      ['nowhere', 1],
    ] as const) {
      const { floor } = valuesOf(on(nobody(counts)), facts)
      expect([floor.value('calls', 'org', 'month', at), floor.value('calls', 'ana', 'month', at)]).toEqual([
        whole,
        1,
      ])
      expect([floor.engine.faults(), floor.engine.unassigned()]).toEqual([[], []])
    }
  })

  test('[H43] [H96] a number says that it leaves out what is nobody’s', () => {
    const file = on({ id: 'a', kind: 'nobody', name: 'Partner GmbH', counts: 'nowhere' })
    const days = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
    const explainer = createExplainer({ file }, 'calls', [{ subject: orgSubject, days }])
    const fact = Fact.parse(call('Partner GmbH', at))
    expect(explainer?.of({ fact, history: [], receivedAt: 0 })).toEqual({ adds: [], unused: 'unknown' })
  })
})

test('[H96] for any facts, a floor with corrections counts what one without them counts of corrected facts', () => {
  const file = on(
    { id: 'a', kind: 'nobody', name: 'Partner GmbH', counts: 'nowhere' },
    { id: 'b', kind: 'stage', stage: 'Angebot', is: 'Proposal' },
    { id: 'c', kind: 'no-amount', status: 'won', amount: 250 },
    {
      id: 'd',
      kind: 'fact',
      source: 'crm',
      fact: '1',
      field: 'closedAt',
      was: '2027-03-02',
      is: '2026-11-02',
    },
  )
  const deal = fc.record({
    id: fc.constantFrom('1', '2', '3', '4'),
    rep: fc.constantFrom('ana', 'bo', 'Partner GmbH'),
    status: fc.constantFrom('open', 'won', 'lost'),
    stage: fc.constantFrom('Lead', 'Proposal', 'Angebot', 'Nirgends'),
    closedAt: fc.constantFrom('2026-11-02', '2026-10-05', '2027-03-02'),
    minor: fc.option(fc.integer({ min: -1e6, max: 1e6 })),
  })
  const sent = ({ id, rep, status, stage, closedAt, minor }: DealOf<typeof deal>) => ({
    ...{ source: 'crm', id, type: 'deal', status, stage, credits: [{ rep }], createdAt: '2026-11-01' },
    closedAt: status === 'open' ? null : closedAt,
    amount: minor === null ? null : { minor, currency: 'USD' },
  })
  const byHand = (fact: ReturnType<typeof sent>) => ({
    ...fact,
    stage: fact.stage === 'Angebot' ? 'Proposal' : fact.stage,
    closedAt: fact.id === '1' && fact.closedAt === '2027-03-02' ? '2026-11-02' : fact.closedAt,
    amount: fact.amount ?? (fact.status === 'won' ? { minor: 25_000, currency: 'USD' } : null),
  })
  fc.assert(
    fc.property(fc.uniqueArray(deal, { selector: ({ id }) => id }), (deals) => {
      const facts = deals.map(sent)
      const kept = facts.filter(({ credits }) => credits[0]?.rep !== 'Partner GmbH')
      expect(valuesOf(file, facts).values).toEqual(valuesOf(on(), kept.map(byHand)).values)
      // What was counted is taken back to the last cent.
      const { floor } = valuesOf(file, facts)
      for (const { id } of facts) floor.withdraw(id)
      expect(floor.value('revenue', 'org', 'all', at)).toBe(0)
    }),
    { numRuns: propertyRuns(80) },
  )
})

test.each([
  [[{ id: 'a', kind: 'nobody', name: 'ANA', counts: 'floor' }], 'is a name of ana'],
  [[{ id: 'a', kind: 'stage', stage: 'Angebot', is: 'Offer' }], 'is none of floor.stages'],
  [[{ id: 'a', kind: 'stage', stage: 'Lead', is: 'Proposal' }], 'is one of floor.stages itself'],
  [
    ['a', 'b'].map((id) => ({ id, kind: 'no-amount', status: 'won', amount: 1 })),
    'is corrected by corrections[0] already',
  ],
  [
    [{ id: 'a', kind: 'fact', source: 'crm', fact: '1', field: 'amount', was: null, is: '2026-11-02' }],
    'an amount is corrected by an amount',
  ],
])('[H97] a correction that cannot be meant is a fault of the floor file: %j', (corrections, message) => {
  expect(
    correctionFaults(on(...corrections))
      .map((fault) => fault.message)
      .join(),
  ).toContain(message)
})
