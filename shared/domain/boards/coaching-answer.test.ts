import { describe, expect, test } from 'vitest'
import type { Plan } from '../../wire/plan.ts'
import { drawPlan, isPlan } from '../formula/draw-plan.ts'
import { createNumbers } from '../standing/numbers.ts'
import { call, createTestFloor, floorOf, metricOf, person, win } from '../test-support/test-floor.ts'
import { answerCoaching, coachedOf } from './coaching-answer.ts'

const deals = (id: string, where: object[], date: string) =>
  metricOf(id, { from: 'deal', where, date, measure: { sum: 'amount' } }, { unit: 'money' })

const file = floorOf({
  roles: [
    { id: 'sdr', name: 'SDR' },
    { id: 'ae', name: 'AE' },
  ],
  people: [
    person('ana', { role: [{ role: 'sdr' }, { role: 'ae', from: '2026-11-02' }] }),
    person('bo', { role: 'ae' }),
  ],
  metrics: [
    metricOf('dials', { from: 'activity', where: [{ field: 'kind', is: 'dial' }], date: 'at' }),
    deals('pipeline', [], 'createdAt'),
    deals('booked', [{ field: 'status', is: 'won' }], 'closedAt'),
    deals('decided', [{ field: 'status', in: ['won', 'lost'] }], 'closedAt'),
    metricOf('win-rate', { ratio: ['booked', 'decided'] }, { unit: 'percent' }),
  ],
  goals: [{ metric: 'booked', window: 'quarter', role: 'ae', value: 90_000 }],
  formulas: [
    {
      id: 'ae',
      role: 'ae',
      steps: ['dials', 'pipeline', { metric: 'booked', rate: 'win-rate' }],
      leastAttempts: 1,
    },
  ],
})

/** A Monday, a week after Ana became an AE. */
const now = Date.parse('2026-11-09T15:00:00Z')

const floorWith = (...facts: object[]) => {
  const floor = createTestFloor(file)
  floor.write(
    call('bo', '2026-08-12T10:00:00Z', { kind: 'dial' }),
    win('bo', '2026-08-20', 100, { createdAt: '2026-08-01T10:00:00Z' }),
    ...facts,
  )
  const coached = coachedOf(floor.numbers, 'ana', now)
  if (!coached) throw new Error('nobody coaches Ana')
  const plan = drawPlan(floor.numbers, coached.compiled, {
    member: coached.member,
    ms: now,
    version: 1,
    reason: null,
  })
  if (!isPlan(plan)) throw new Error(plan.kind)
  const plans: readonly Plan[] = [plan]
  const book = { of: () => plans, on: (id: string) => (id === 'ana' ? plan : null) }
  return createNumbers(floor.engine, undefined, undefined, book)
}

test('[L11] what is done beside a plan is of the days in its role alone, and so are the days', () => {
  const numbers = floorWith(
    call('ana', '2026-10-20T10:00:00Z', { kind: 'dial' }),
    call('ana', '2026-11-03T10:00:00Z', { kind: 'dial' }),
    call('ana', '2026-11-09T10:00:00Z', { kind: 'dial' }),
  )
  const answer = answerCoaching(numbers, 'ana', now, true)
  // 2 to 6 November, and the Monday after it.
  expect(answer?.done).toEqual({ days: 6, amounts: [2, 0, 0] })
  expect(answer?.readings[0]?.now.from).toBe(2)
})

test('[L11] a rate by a ratio of the formula’s is told by what stands above and below its line', () => {
  const lost = { status: 'lost', createdAt: '2026-07-01T10:00:00Z' }
  const answer = answerCoaching(
    floorWith(
      win('ana', '2026-11-04', 40, { createdAt: '2026-07-01T10:00:00Z' }),
      win('ana', '2026-11-05', 60, lost),
    ),
    'ana',
    now,
    true,
  )
  expect(answer?.readings[1]).toMatchObject({
    from: 'pipeline',
    now: { made: 4000, from: 10_000, value: 0.4 },
    counted: { made: { id: 'booked' }, from: { id: 'decided' } },
  })
  expect(answer?.readings[0]?.counted).toMatchObject({ made: { id: 'pipeline' }, from: { id: 'dials' } })
})

test('[L15] the whole period before stands beside this one, of the days in the role', () => {
  const numbers = floorWith(
    call('ana', '2026-11-03T10:00:00Z', { kind: 'dial' }),
    call('ana', '2026-08-03T10:00:00Z', { kind: 'dial' }),
  )
  // Ana held another role in the quarter before.
  expect(answerCoaching(numbers, 'ana', now, true)?.last).toBeNull()
  expect(answerCoaching(numbers, 'bo', now, true)?.last).toMatchObject({
    label: 'Q3 2026',
    counts: [
      { made: 10_000, from: 1 },
      { made: 10_000, from: 10_000, value: 1 },
    ],
  })
})

test('[L27] what is known by now of a plan’s history stands beside it; what is set by hand rests on none', () => {
  const floor = createTestFloor(file)
  floor.write(
    call('bo', '2026-08-12T10:00:00Z', { kind: 'dial' }),
    call('bo', '2026-08-13T10:00:00Z', { kind: 'dial' }),
    win('bo', '2026-08-20', 100, { createdAt: '2026-08-01T10:00:00Z' }),
  )
  const coached = coachedOf(floor.numbers, 'bo', now)
  if (!coached) throw new Error('nobody coaches Bo')
  const draw = (changes = {}): Plan => {
    const { compiled, member } = coached
    const plan = drawPlan(floor.numbers, compiled, { member, ms: now, version: 1, reason: null, changes })
    if (!isPlan(plan)) throw new Error(plan.kind)
    return plan
  }
  const plan = draw()
  const byHand = draw({ rates: { pipeline: 7000 } })
  const correctedOf = (held: Plan) =>
    answerCoaching(
      createNumbers(floor.engine, undefined, undefined, { of: () => [held], on: () => held }),
      'bo',
      now,
      true,
    )?.corrected
  expect(correctedOf(plan)).toEqual([])
  // A dial of August that was not there when the plan was drawn up, and one of this quarter, which is no part of its history.
  floor.write(
    call('bo', '2026-08-14T10:00:00Z', { kind: 'dial' }),
    call('bo', '2026-11-03T10:00:00Z', { kind: 'dial' }),
  )
  expect(correctedOf(plan)).toEqual([
    { metric: 'pipeline', made: 10_000, from: 3, attempts: 3, value: 10_000 / 3 },
  ])
  expect(plan.steps[1]?.rate).toMatchObject({ made: 10_000, from: 2 })
  expect(correctedOf(byHand)).toEqual([])
})

describe('somebody who moves in the middle of a plan', () => {
  /** Ana's plan was drawn up on 1 October, as an SDR's, of steps that an AE does not have. */
  const ofSdr = (steps: readonly string[], more: Partial<Plan> = {}): Plan => ({
    ...{ person: 'ana', role: 'sdr', window: 'quarter', from: '2026-10-01', to: '2027-01-01', version: 1 },
    ...{ history: { from: '2026-07-01', to: '2026-10-01' }, quota: 40, won: 0, days: 66, reason: null },
    holdsFrom: '2026-10-01',
    steps: steps.map((metric, index) => ({
      metric,
      need: 10,
      rate: index === 0 ? null : { of: 'own', value: 0.5, made: 20, from: 40, attempts: 40 },
    })),
    ...more,
  })
  const answerWith = (plan: Plan, floor = createTestFloor(file)) => {
    const book = { of: () => [plan], on: () => plan }
    const numbers = createNumbers(floor.engine, undefined, undefined, book)
    return answerCoaching(numbers, 'ana', now, true)
  }

  test('[F118] keeps the plan of the role before, is told since when, and has no need worked out from its rates', () => {
    const answer = answerWith(ofSdr(['dials', 'decided']))
    expect(answer?.moved).toEqual({ what: 'role', from: 'SDR', on: '2026-11-02' })
    expect([answer?.plans[0]?.role, answer?.live]).toEqual(['sdr', null])
    // Of the same steps the need can be told; it is a move all the same.
    const alike = answerWith(ofSdr(['dials', 'pipeline', 'booked']))
    expect([alike?.moved?.what, alike?.live === null]).toEqual(['role', false])
  })

  test('[F118] a re-plan is of the new role for the days that are left, and nothing is said any more', () => {
    expect(
      answerWith(ofSdr(['dials', 'pipeline', 'booked'], { role: 'ae', holdsFrom: '2026-11-09' }))?.moved,
    ).toBeNull()
    // Before the plan held is no move.
    expect(
      answerWith(ofSdr(['dials', 'pipeline', 'booked'], { role: 'ae', holdsFrom: '2026-11-02' }))?.moved,
    ).toBeNull()
  })

  test('[F118] of a change of teams it says so too, and the plan goes on', () => {
    const { people, ...rest } = file
    const teams = [
      { id: 'east', name: 'East' },
      { id: 'west', name: 'West' },
    ]
    const moved = floorOf({
      ...rest,
      teams,
      people: [
        person('ana', { role: 'ae', team: [{ team: 'east' }, { team: 'west', from: '2026-11-03' }] }),
        ...people.slice(1),
      ],
    })
    const answer = answerWith(ofSdr(['dials', 'pipeline', 'booked'], { role: 'ae' }), createTestFloor(moved))
    expect(answer?.moved).toEqual({ what: 'team', from: 'East', on: '2026-11-03' })
    expect(answer?.live).not.toBeNull()
  })
})
