import { describe, expect, test } from 'vitest'
import type { Plan } from '../../wire/plan.ts'
import { wholeAmount } from '../standing/attainment.ts'
import { createNumbers } from '../standing/numbers.ts'
import type { PlanBook } from '../standing/plan-book.ts'
import {
  call,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  type TestFloor,
  win,
} from '../test-support/test-floor.ts'
import { parseDay } from '../time/calendar-date.ts'
import { coachingPointOf, readSteps } from './coaching-point.ts'
import { drawPlan, isPlan } from './draw-plan.ts'
import { compileFormula } from './formula-steps.ts'
import { createConversions, unloggedBefore } from './known-rates.ts'
import { liveNeed } from './live-need.ts'

const activity = (id: string, kind: string) =>
  metricOf(
    id,
    { from: 'activity', where: [{ field: 'kind', is: kind }], date: 'at' },
    { indicator: 'input', question: 'activity' },
  )
const deals = (
  id: string,
  where: object[],
  date: string,
  measure: object | string = 'count',
  more: object = {},
) => metricOf(id, { from: 'deal', where, date, measure }, more)

const metrics = [
  activity('dials', 'dial'),
  activity('talks', 'talk'),
  deals('opportunities', [], 'createdAt'),
  deals('pipeline', [], 'createdAt', { sum: 'amount' }, { unit: 'money' }),
  revenue,
  deals(
    'decided',
    [{ field: 'status', in: ['won', 'lost'] }],
    'closedAt',
    { sum: 'amount' },
    { unit: 'money' },
  ),
  deals('due', [{ field: 'status', is: 'open' }], 'expectedCloseOn', { sum: 'amount' }, { unit: 'money' }),
  metricOf('win-rate', { ratio: ['revenue', 'decided'] }, { unit: 'percent' }),
]

const steps = [
  'dials',
  'talks',
  'opportunities',
  { metric: 'pipeline', open: 'due' },
  { metric: 'revenue', rate: 'win-rate' },
]

const floorFile = (more: Readonly<Record<string, unknown>> = {}) =>
  floorOf({
    roles: [{ id: 'ae', name: 'AE', ramp: [0.5] }],
    people: [
      person('ana', { role: 'ae' }),
      person('bo', { role: 'ae' }),
      person('new', { role: 'ae', startedOn: '2026-07-01' }),
    ],
    metrics,
    goals: [
      { metric: 'revenue', window: 'quarter', role: 'ae', value: 90_000 },
      { metric: 'dials', window: 'day', role: 'ae', value: 'from-formula' },
      { metric: 'dials', window: 'week', role: 'ae', value: 'from-formula' },
    ],
    formulas: [{ id: 'ae', role: 'ae', steps, leastAttempts: 2 }],
    ...more,
  })

/** `count` of a kind of activity by somebody, on a date. */
const activities = (rep: string, kind: string, on: string, count: number): object[] =>
  Array.from({ length: count }, () => call(rep, `${on}T10:00:00Z`, { kind }))

/** A quarter of rep A: 315 dials, 30 conversations, 5 opportunities of 10,000, of which two of decided 50,000 are won. */
const history = (rep: string, on = '2026-08-12'): object[] => [
  ...activities(rep, 'dial', on, 315),
  ...activities(rep, 'talk', on, 30),
  ...[0, 1, 2, 3, 4].map((nth) =>
    win(rep, on, 10_000, {
      status: nth < 2 ? 'won' : 'lost',
      createdAt: `${on}T09:00:00Z`,
      id: `${rep}${on}${nth}`,
    }),
  ),
]

const compiledOf = (floor: TestFloor) => {
  const { model } = floor.numbers
  const [formula] = model.file.formulas
  const compiled = formula ? compileFormula(model, formula) : null
  if (!compiled) throw new Error('no formula')
  return compiled
}

const memberOf = (floor: TestFloor, id: string) => {
  const member = floor.numbers.model.roster.find(id)
  if (!member) throw new Error(`no ${id}`)
  return member
}

const october = Date.parse('2026-10-01T08:00:00Z')

const draw = (floor: TestFloor, id: string, ms = october, version = 1, changes = {}) =>
  drawPlan(floor.numbers, compiledOf(floor), {
    member: memberOf(floor, id),
    ms,
    version,
    reason: version === 1 ? null : 'leave',
    changes,
  })

const planOf = (floor: TestFloor, id: string, ms = october, version = 1, changes = {}): Plan => {
  const drawn = draw(floor, id, ms, version, changes)
  if (!isPlan(drawn)) throw new Error(drawn.kind)
  return drawn
}

const floorWith = (facts: readonly object[], more: Readonly<Record<string, unknown>> = {}): TestFloor => {
  const floor = createTestFloor(floorFile(more))
  floor.write(...facts)
  return floor
}

const roundedNeeds = ({ steps: each }: Plan) => each.map(({ need }) => wholeAmount(need, 'count'))

describe('a plan', () => {
  test('[L1][L3] is the quota worked backwards through the rep’s own last quarter', () => {
    // 90,000 at 40 % are 225,000, 22.5 opportunities, 135 conversations, 1,417.5 dials; 66 working days from 1 October on.
    const plan = planOf(floorWith(history('ana')), 'ana')
    expect(plan).toMatchObject({ quota: 9_000_000, won: 0, days: 66, version: 1, reason: null })
    expect(plan).toMatchObject({ from: '2026-10-01', to: '2027-01-01', holdsFrom: '2026-10-01' })
    expect(plan.history).toEqual({ from: '2026-07-01', to: '2026-10-01' })
    expect(roundedNeeds(plan)).toEqual([1418, 135, 23, 22_500_000, 9_000_000])
    expect(plan.steps.map(({ rate }) => rate?.of)).toEqual([undefined, 'own', 'own', 'own', 'own'])
    expect(plan.steps[1]?.rate).toMatchObject({ made: 30, from: 315, attempts: 315 })
    expect(plan.steps[4]?.rate).toMatchObject({ value: 0.4, made: 2_000_000, from: 5_000_000, attempts: 5 })
  })

  test('[L4] of somebody with less than three full months at the full goal rests on the role’s rates', () => {
    const floor = floorWith([...history('ana'), ...history('bo'), ...history('new')])
    expect(planOf(floor, 'new').steps.map(({ rate }) => rate?.of)).toEqual([
      undefined,
      'role',
      'role',
      'role',
      'role',
    ])
    expect(planOf(floor, 'new').steps[1]?.rate).toMatchObject({ made: 90, from: 945 })
    // Ramped through July, three full months until the end of October: by their own in the quarter after.
    floor.write(...history('new', '2026-11-12'))
    const next = planOf(floor, 'new', Date.parse('2027-01-04T08:00:00Z'))
    expect(next.steps[1]?.rate).toMatchObject({ of: 'own', made: 30, from: 315 })
  })

  test('[L4] too few attempts, and a rate of 0, give way to the role’s and then to the floor’s', () => {
    const onlyDials = [...activities('bo', 'dial', '2026-08-12', 400), ...history('ana')]
    const plan = planOf(floorWith(onlyDials), 'bo')
    expect(plan.steps[1]?.rate).toMatchObject({ of: 'role', made: 30, from: 715 })
    const outside = floorWith(history('lead'), { people: [person('bo', { role: 'ae' }), person('lead')] })
    expect(planOf(outside, 'bo').steps.map(({ rate }) => rate?.of)).toEqual([
      undefined,
      'floor',
      'floor',
      'floor',
      'floor',
    ])
  })

  test('[L5] where a rate is nobody’s there is none, and it says which', () => {
    expect(draw(floorWith([]), 'ana')).toEqual({ kind: 'no rate', metric: 'talks', from: 'dials' })
    const noTalks = history('ana').filter((fact) => !JSON.stringify(fact).includes('"talk"'))
    const floor = floorWith(noTalks)
    expect(draw(floor, 'ana')).toEqual({ kind: 'no rate', metric: 'talks', from: 'dials' })
    const days = { from: parseDay('2026-07-01'), to: parseDay('2026-10-01') }
    expect(unloggedBefore(floor.numbers, compiledOf(floor), memberOf(floor, 'ana'), days)).toEqual(['talks'])
  })

  test('[L5] nor is there one without a quota, or where leave takes all of the period; a quota of 0 asks nothing', () => {
    expect(draw(floorWith(history('ana'), { goals: [] }), 'ana')).toEqual({ kind: 'no quota' })
    const away = [person('ana', { role: 'ae', leave: [{ from: '2026-09-01', until: '2027-03-01' }] })]
    expect(draw(floorWith(history('ana'), { people: away }), 'ana')).toEqual({ kind: 'no days' })
    const nothing = [{ metric: 'revenue', window: 'quarter', role: 'ae', value: 0 }]
    expect(roundedNeeds(planOf(floorWith(history('ana'), { goals: nothing }), 'ana'))).toEqual([
      0, 0, 0, 0, 0,
    ])
  })

  test('[L6] leave and part-time days make fewer days of the same chain', () => {
    const people = [
      person('ana', { role: 'ae', leave: [{ from: '2026-10-05', until: '2026-10-16' }] }),
      person('bo', { role: 'ae', workingDays: ['monday', 'tuesday'] }),
    ]
    const floor = floorWith([...history('ana'), ...history('bo')], { people })
    expect(planOf(floor, 'ana').days).toBe(56)
    expect(planOf(floor, 'bo').days).toBe(26)
    expect(roundedNeeds(planOf(floor, 'bo'))).toEqual([1418, 135, 23, 22_500_000, 9_000_000])
  })

  test('[L7] a re-plan is for the days that are left, and takes off what is won and what is open', () => {
    const facts = [
      ...history('ana'),
      win('ana', '2026-10-20', 30_000, { createdAt: '2026-09-01T09:00:00Z' }),
      win('ana', '2026-10-20', 50_000, {
        status: 'open',
        closedAt: undefined,
        createdAt: '2026-07-02T09:00:00Z',
        expectedCloseOn: '2026-12-01',
      }),
    ]
    const floor = floorWith(facts)
    const replan = planOf(floor, 'ana', Date.parse('2026-11-02T08:00:00Z'), 2)
    expect(replan).toMatchObject({ holdsFrom: '2026-11-02', won: 3_000_000, days: 44, reason: 'leave' })
    // 60,000 at what is now the rate of the quarter before; 50,000 of the pipeline is there.
    expect(replan.steps[4]).toMatchObject({ need: 6_000_000 })
    const [, , opportunities, pipeline] = replan.steps
    expect(opportunities?.need).toBeCloseTo(
      ((pipeline?.need ?? 0) - 5_000_000) / (pipeline?.rate?.value ?? 0),
      6,
    )
  })

  test('[L7] a manager may set the quota and rates by hand', () => {
    const plan = planOf(floorWith(history('ana')), 'ana', october, 2, {
      quota: 4_500_000,
      rates: { talks: 0.5 },
    })
    expect(plan.quota).toBe(4_500_000)
    expect(plan.steps[1]?.rate).toEqual({ of: 'manager', value: 0.5, made: 0, from: 0, attempts: 0 })
    expect(roundedNeeds(plan)[1]).toBe(68)
  })
})

const bookOf = (...plans: readonly Plan[]): PlanBook => ({
  of: () => plans,
  on: (id) => plans.findLast((plan) => plan.person === id) ?? null,
})

describe('a goal from the formula', () => {
  const goalOn = (floor: TestFloor, plan: Plan, window: 'day' | 'week', at: string): number | null => {
    const numbers = createNumbers(floor.engine, undefined, undefined, bookOf(plan))
    const dials = numbers.model.metric('dials')
    const subject = memberOf(floor, plan.person).subject
    if (!dials) throw new Error('no dials')
    return numbers.goalOf(dials, { kind: 'period', grain: window, offset: 0 }, subject, Date.parse(at))
  }

  test('[L8] is the day’s share, rounded up once, and none on a day on which they do not work', () => {
    const people = [person('ana', { role: 'ae', leave: [{ from: '2026-10-15', until: '2026-10-16' }] })]
    const floor = floorWith(history('ana'), { people })
    const plan = planOf(floor, 'ana')
    // 1,417.5 over 64 days are 22.15.
    expect(goalOn(floor, plan, 'day', '2026-10-14T10:00:00Z')).toBe(23)
    expect(goalOn(floor, plan, 'day', '2026-10-15T10:00:00Z')).toBeNull()
    expect(goalOn(floor, plan, 'day', '2026-10-17T10:00:00Z')).toBeNull()
    expect(goalOn(floor, plan, 'week', '2026-10-14T10:00:00Z')).toBe(67)
    expect(goalOn(floor, plan, 'week', '2026-10-07T10:00:00Z')).toBe(111)
  })

  test('[L8] without a plan there is none', () => {
    const floor = floorWith(history('ana'))
    const dials = floor.numbers.model.metric('dials')
    if (!dials) throw new Error('no dials')
    expect(
      floor.numbers.goalOf(
        dials,
        { kind: 'period', grain: 'day', offset: 0 },
        memberOf(floor, 'ana').subject,
        october,
      ),
    ).toBeNull()
  })
})

describe('the live need', () => {
  test('[L7] is the plan’s own rates over what is left, with today won and still to come', () => {
    const floor = floorWith(history('ana'))
    const plan = planOf(floor, 'ana')
    const now = Date.parse('2026-11-16T15:00:00Z')
    const need = () => liveNeed(floor.numbers, compiledOf(floor), memberOf(floor, 'ana'), plan, now)
    expect(need()).toMatchObject({ won: 0, days: 34 })
    expect(need().needs[0]).toBeCloseTo(1417.5, 6)
    floor.write(win('ana', '2026-11-16', 45_000))
    expect(need().won).toBe(4_500_000)
    expect(need().needs[0]).toBeCloseTo(1417.5 / 2, 6)
    floor.write(win('ana', '2026-11-16', 90_000))
    expect(need().needs[0]).toBe(0)
  })
})

describe('the coaching point', () => {
  const days = { from: parseDay('2026-10-01'), to: parseDay('2026-11-17') }
  const past = { from: parseDay('2026-07-01'), to: parseDay('2026-10-01') }
  const read = (floor: TestFloor, id = 'ana') => {
    const compiled = compiledOf(floor)
    return readSteps(floor.numbers.model, compiled, {
      member: memberOf(floor, id),
      now: createConversions(floor.numbers, compiled, days),
      past: createConversions(floor.numbers, compiled, past),
      history: past,
    })
  }
  const formulas = [{ id: 'ae', role: 'ae', steps }]
  const quarter = (rep: string, on: string, dials: number, talks: number): object[] => [
    ...activities(rep, 'dial', on, dials),
    ...activities(rep, 'talk', on, talks),
  ]

  test('[L9] is the first step whose interval lies below their own history, with what it cost', () => {
    const floor = floorWith(
      [...quarter('ana', '2026-08-12', 400, 100), ...quarter('ana', '2026-10-12', 400, 60)],
      { formulas },
    )
    const readings = read(floor)
    expect(readings[0]).toMatchObject({
      metric: 'talks',
      from: 'dials',
      own: 0.25,
      verdict: 'sank',
      short: 40,
    })
    expect(readings[1]).toMatchObject({ verdict: 'holds' })
    expect(coachingPointOf(readings)).toEqual({ kind: 'sank', link: 0 })
  })

  test('[L9] what may be chance has not sunk, and few attempts are too little to tell', () => {
    const floor = floorWith(
      [...quarter('ana', '2026-08-12', 400, 100), ...quarter('ana', '2026-10-12', 40, 8)],
      { formulas },
    )
    expect(read(floor)[0]?.verdict).toBe('holds')
    const few = floorWith(
      [...quarter('ana', '2026-08-12', 400, 100), ...quarter('ana', '2026-10-12', 10, 0)],
      { formulas },
    )
    expect(read(few)[0]?.verdict).toBe('too little to tell')
    expect(coachingPointOf(read(few))).toEqual({ kind: 'too little to tell' })
  })

  test('[L10] where nothing sank it is the step that lags the role’s median most', () => {
    const people = ['ana', 'bo', 'cy', 'dee'].map((id) => person(id, { role: 'ae' }))
    const others = ['bo', 'cy', 'dee'].flatMap((id) => quarter(id, '2026-10-12', 400, 200))
    const floor = floorWith(
      [...quarter('ana', '2026-08-12', 400, 60), ...quarter('ana', '2026-10-12', 400, 60), ...others],
      { formulas, people },
    )
    expect(read(floor)[0]).toMatchObject({ verdict: 'holds', role: 0.5 })
    expect(coachingPointOf(read(floor))).toEqual({ kind: 'lags', link: 0 })
  })
})
