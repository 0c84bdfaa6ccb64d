import { describe, expect, test } from 'vitest'
import { createTestFloor, floorOf, metricOf, person, team } from '../test-support/test-floor.ts'
import { findExceptions } from './find-exceptions.ts'
import { createOpenDeals } from './open-deals.ts'

const dayMs = 86_400_000
const countOf = (kind: string) =>
  metricOf(kind, { from: 'activity', where: [{ field: 'kind', is: kind }], date: 'at' })

/** Friday noon; the ten working days before it began on Friday the 6th. */
const noon = '2026-11-20T12:00:00Z'

let nextId = 0
/** So many each working day of a range of dates, the last one included. */
const daily = (rep: string, kind: string, from: string, until: string, count: number, more: object = {}) => {
  const facts: object[] = []
  for (let ms = Date.parse(from); ms <= Date.parse(until); ms += dayMs) {
    const weekday = new Date(ms).getUTCDay()
    if (weekday === 0 || weekday === 6) continue
    for (let nth = 0; nth < count; nth += 1)
      facts.push({
        source: 'dialer',
        id: `${nextId++}`,
        type: 'activity',
        kind,
        at: new Date(ms + 10 * 3_600_000).toISOString(),
        credits: [{ rep }],
        ...more,
      })
  }
  return facts
}
const before = ['2026-08-03', '2026-11-04'] as const
const lately = ['2026-11-06', '2026-11-19'] as const

/** Ten dials and one meeting a day for a quarter. */
const usual = (rep: string, more: object = {}) => [
  ...daily(rep, 'dials', ...before, 10),
  ...daily(rep, 'meetings', ...before, 1, more),
]

const lookWith = (rule: object, people: readonly object[], facts: readonly object[], more: object = {}) => {
  const floor = createTestFloor(
    floorOf({
      roles: [{ id: 'sdr', name: 'SDR' }],
      teams: [team('east', { name: 'East' })],
      people,
      metrics: [countOf('dials'), countOf('meetings')],
      exceptions: [{ id: 'flag', name: 'Flag', ...rule }],
      ...more,
    }),
  )
  floor.write(...facts)
  const [looked] = findExceptions(floor.numbers, createOpenDeals(), Date.parse(noon))
  return looked?.found ?? null
}
const sdr = (id: string, more: object = {}) => person(id, { role: 'sdr', team: 'east', ...more })
const goal = { goals: [{ metric: 'dials', window: 'week', role: 'sdr', value: 50 }] }
const busy = { busy: { input: 'dials', outcome: 'meetings' } }
const team3 = [sdr('ana'), sdr('bo'), sdr('cy')]
const holds = (rep: string) => [
  ...usual(rep),
  ...daily(rep, 'dials', ...lately, 9),
  ...daily(rep, 'meetings', ...lately, 1),
]

describe('busy, not productive', () => {
  test('[E7] an input over its goal, and under half of what their own rate makes of it: the pair, the days and the counts', () => {
    const flagged = [
      ...usual('ana'),
      ...daily('ana', 'dials', ...lately, 12),
      ...daily('ana', 'meetings', '2026-11-09', '2026-11-12', 1),
    ]
    const found = lookWith(busy, team3, [...flagged, ...holds('bo'), ...holds('cy')], goal)
    expect(found).toMatchObject([
      {
        owner: 'ana',
        team: 'east',
        why: {
          kind: 'busy',
          input: { id: 'dials' },
          outcome: { id: 'meetings' },
          from: '2026-11-06',
          until: '2026-11-20',
          days: 11,
          made: 120,
          came: 4,
          usual: 12,
          whose: 'own',
        },
      },
    ])
    expect(found?.[0]?.why).toHaveProperty('share', 120 / 110)
    // Six are half of what was to be expected, and not under it.
    const half = daily('ana', 'meetings', '2026-11-13', '2026-11-16', 1)
    expect(lookWith(busy, team3, [...flagged, ...half, ...holds('bo'), ...holds('cy')], goal)).toEqual([])
  })

  test('[E7] without a goal the top third of the role is busy; who is not is not flagged, however little came of it', () => {
    const none = [...usual('ana'), ...daily('ana', 'dials', ...lately, 12)]
    expect(lookWith(busy, team3, [...none, ...holds('bo'), ...holds('cy')])).toMatchObject([{ owner: 'ana' }])
    const slow = [...usual('ana'), ...daily('ana', 'dials', ...lately, 8)]
    expect(lookWith(busy, team3, [...slow, ...holds('bo'), ...holds('cy')])).toEqual([])
    expect(lookWith(busy, team3, [...slow, ...holds('bo'), ...holds('cy')], goal)).toEqual([])
  })

  test('[E7] too little says nothing: few of the input, few to be expected, days away, and no rate of anybody', () => {
    const many = [...usual('ana'), ...daily('ana', 'dials', ...lately, 12)]
    const others = [...holds('bo'), ...holds('cy')]
    const with_ = (rule: object, more: object = {}) =>
      lookWith(
        { busy: { ...busy.busy, ...rule } },
        [sdr('ana', more), sdr('bo'), sdr('cy')],
        [...many, ...others],
        goal,
      )
    expect(with_({ least: 120 })).toHaveLength(1)
    expect(with_({ least: 121 })).toEqual([])
    expect(with_({}, { leave: [{ from: '2026-11-10', until: '2026-11-11' }] })).toEqual([])
    /** Of 680 dials so many meetings, and of 120 none. */
    const rare = (until: string) => [
      ...daily('ana', 'dials', ...before, 10),
      ...daily('ana', 'meetings', '2026-08-03', until, 1),
      ...daily('ana', 'dials', ...lately, 12),
    ]
    // 15 make 2.6 of 120: that none came may be chance. 20 make 3.5.
    expect(lookWith(busy, team3, [...rare('2026-08-21'), ...others], goal)).toEqual([])
    expect(lookWith(busy, team3, [...rare('2026-08-28'), ...others], goal)).toHaveLength(1)
    const young = sdr('young', { startedOn: '2026-11-06' })
    const first = daily('young', 'dials', ...lately, 12)
    expect(lookWith(busy, [young, sdr('bo'), sdr('cy')], [...first, ...others], goal)).toMatchObject([
      { owner: 'young', why: { whose: 'role' } },
    ])
    expect(lookWith(busy, [young], first, goal)).toEqual([])
  })

  test('[E8] where the team fell alike nobody is flagged, and one note says so, and where it fell', () => {
    const bread = { fields: { product: 'Bread' } }
    const cake = { fields: { product: 'Cake' } }
    const fell = (rep: string, dials: number) => [
      ...daily(rep, 'dials', ...before, 10),
      ...daily(rep, 'meetings', ...before, 1, bread),
      ...daily(rep, 'meetings', ...before, 1, cake),
      ...daily(rep, 'dials', ...lately, dials),
      ...daily(rep, 'meetings', '2026-11-09', '2026-11-16', 1, cake),
    ]
    const facts = [...fell('ana', 12), ...fell('bo', 11), ...fell('cy', 5)]
    const found = lookWith(busy, team3, facts, { ...goal, floor: { breakdowns: ['fields.product'] } })
    expect(found).toMatchObject([
      {
        subject: { kind: 'team', team: 'east' },
        title: 'East',
        owner: null,
        team: 'east',
        why: {
          kind: 'everybody',
          names: ['ana', 'bo'],
          made: 280,
          came: 18,
          usual: 56,
          fell: { field: 'fields.product', value: 'Bread', came: 0 },
        },
      },
    ])
    expect(lookWith(busy, team3, facts, goal)).toMatchObject([{ why: { kind: 'everybody', fell: null } }])
  })

  test('[E8] where no product stands for half of what was lost, the note names none', () => {
    const products = ['Bread', 'Cake', 'Pie'].map((product) => ({ fields: { product } }))
    const fell = (rep: string) => [
      ...daily(rep, 'dials', ...before, 10),
      ...products.flatMap((product) => daily(rep, 'meetings', ...before, 1, product)),
      ...daily(rep, 'dials', ...lately, 12),
    ]
    const facts = [...fell('ana'), ...fell('bo'), ...fell('cy')]
    expect(
      lookWith(busy, team3, facts, { ...goal, floor: { breakdowns: ['fields.product'] } }),
    ).toMatchObject([{ why: { kind: 'everybody', names: ['ana', 'bo', 'cy'], fell: null } }])
  })
})

describe('losing momentum', () => {
  const momentum = { momentum: { metric: 'dials' } }
  const week = ['2026-11-13', '2026-11-19'] as const
  const eight = ['2026-09-18', '2026-11-12'] as const
  const steady = (rep: string, now: number) => [
    ...daily(rep, 'dials', ...eight, 10),
    ...daily(rep, 'dials', ...week, now),
  ]

  test('[E9] under six tenths of their own eight weeks a working day, and not today, which is not over', () => {
    const found = lookWith(momentum, team3, [...steady('ana', 5), ...steady('bo', 6), ...steady('cy', 10)])
    expect(found).toMatchObject([
      {
        owner: 'ana',
        why: { kind: 'momentum', from: '2026-11-13', until: '2026-11-19', days: 5, now: 5, usual: 10 },
      },
    ])
  })

  test('[E9] days away are no days without work, and most of a week away says nothing', () => {
    const ana = (leave: object) => [sdr('ana', { leave: [leave] }), sdr('bo')]
    const facts = [
      ...daily('ana', 'dials', ...eight, 10),
      ...daily('ana', 'dials', '2026-11-17', '2026-11-19', 10),
      ...steady('bo', 10),
    ]
    expect(lookWith(momentum, [sdr('ana'), sdr('bo')], facts)).toEqual([])
    const idle = [...daily('ana', 'dials', ...eight, 10), ...steady('bo', 10)]
    expect(lookWith(momentum, ana({ from: '2026-11-16', until: '2026-11-18' }), idle)).toEqual([])
    expect(lookWith(momentum, ana({ from: '2026-11-17', until: '2026-11-18' }), idle)).toMatchObject([
      { owner: 'ana', why: { days: 3 } },
    ])
  })

  test('[E9] who was here for less than half of the eight weeks has no usual pace to lose', () => {
    const since = (startedOn: string) =>
      lookWith(
        momentum,
        [sdr('ana', { startedOn }), sdr('bo')],
        [
          ...daily('ana', 'dials', startedOn, '2026-11-12', 10),
          ...daily('ana', 'dials', ...week, 5),
          ...steady('bo', 10),
        ],
      )
    expect(since('2026-10-19')).toEqual([])
    expect(since('2026-10-16')).toMatchObject([{ owner: 'ana' }])
  })

  test('[E9] silent where their colleagues slowed down alike', () => {
    expect(lookWith(momentum, team3, [...steady('ana', 4), ...steady('bo', 5), ...steady('cy', 5)])).toEqual(
      [],
    )
  })
})
