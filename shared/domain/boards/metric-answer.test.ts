import { describe, expect, test } from 'vitest'
import { parseWindow } from '../../wire/window.ts'
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
} from '../test-support/test-floor.ts'
import { answerMetric, type MetricQuestion } from './metric-answer.ts'

const roles = [
  { id: 'ae', name: 'AE' },
  { id: 'sdr', name: 'SDR' },
]
const teams = [team('east'), team('north', { parent: 'east' }), team('west')]
const people = [
  person('zoe', { team: 'north', role: 'ae' }),
  person('ana', { team: 'east', role: 'sdr' }),
  person('cy', { team: 'west', role: 'ae' }),
]
const goals = [
  { metric: 'calls', window: 'quarter', org: true, value: 10 },
  { metric: 'calls', window: 'quarter', team: 'east', value: 4 },
]

const floor = (more: Record<string, unknown> = {}) =>
  createTestFloor(floorOf({ roles, teams, people, goals, metrics: [calls, revenue], ...more }))

const ask = (
  under: ReturnType<typeof floor>,
  by: MetricQuestion['by'],
  {
    metric = 'calls',
    window = null,
    team: of = null,
    role = null,
  }: { metric?: string; window?: string | null; team?: string | null; role?: string | null } = {},
) => {
  const { model } = under.numbers
  const plan = model.metric(metric)
  if (!plan) throw new Error(metric)
  return answerMetric(under.numbers, {
    plan,
    window: window === null ? null : parseWindow(window),
    by,
    at: Date.parse('2026-11-20T12:00:00Z'),
    within: { team: of === null ? null : model.roster.subjectOf(of), role },
  })
}

const table = ({ rows }: ReturnType<typeof ask>) =>
  rows.map(({ subject, value, rank }) => [subject, value, rank])

describe('with full credit', () => {
  const shared = (id: string, ...reps: string[]) =>
    win('', '2026-11-20T12:00:00Z', 100, { id, credits: reps.map((rep) => ({ rep })) })
  const quartet = [...people, person('bo', { team: 'north', role: 'ae' })]
  const full = () => floor({ people: quartet, floor: { credit: 'full' } })
  const revenueOf = (
    under: ReturnType<typeof floor>,
    by: MetricQuestion['by'],
    role: string,
    of?: string,
  ) => {
    const { rows, total } = ask(under, by, { metric: 'revenue', role, team: of ?? null })
    return { ...Object.fromEntries(rows.map(({ subject, value }) => [subject, value])), total }
  }

  test('[F8] a role counts a fact once that its people share, within each team too', () => {
    const under = full()
    under.write(shared('d1', 'cy', 'zoe', 'ana', 'bo'))
    expect(revenueOf(under, 'rep', 'ae')).toEqual({ cy: 10_000, zoe: 10_000, bo: 10_000, total: 10_000 })
    expect(revenueOf(under, 'team', 'ae')).toEqual({
      east: 10_000,
      north: 10_000,
      west: 10_000,
      total: 10_000,
    })
    expect(revenueOf(under, 'org', 'sdr')).toEqual({ org: 10_000, total: 10_000 })
    expect(revenueOf(under, 'org', 'ae', 'north')).toEqual({ org: 10_000, total: 10_000 })
  })

  test('[F8][F1] what a role counted once leaves no trace when it is withdrawn', () => {
    const under = full()
    under.write(shared('d1', 'cy', 'zoe'), shared('d2', 'cy', 'zoe'), shared('d3', 'zoe'))
    under.withdraw('d1')
    expect(revenueOf(under, 'org', 'ae').total).toBe(20_000)
    under.withdraw('d2')
    expect(revenueOf(under, 'org', 'ae').total).toBe(10_000)
  })

  test('[F8][F4] the role is the one held on the day of the fact', () => {
    const role = [{ role: 'sdr' }, { role: 'ae', from: '2026-11-21' }]
    const under = floor({ people: [...people, person('bo', { role })], floor: { credit: 'full' } })
    under.write(shared('d1', 'cy', 'bo'))
    expect([revenueOf(under, 'org', 'ae').total, revenueOf(under, 'org', 'sdr').total]).toEqual([
      10_000, 10_000,
    ])
  })
})

describe('an answer', () => {
  test('[R2] comes in the order of ranks, ties settled by who was first, then by name', () => {
    const under = floor()
    under.write(call('cy', '2026-11-01'), call('zoe', '2026-11-02'), call('ana', '2026-11-02'))
    expect(table(ask(under, 'rep'))).toEqual([
      ['cy', 1, 1],
      ['ana', 1, 1],
      ['zoe', 1, 1],
    ])
  })

  test('[B7] lists people without facts, and those who left if they have a number', () => {
    const left = [
      ...people,
      person('dee', { endedOn: '2026-09-30' }),
      person('eli', { endedOn: '2026-09-30' }),
    ]
    const under = floor({ people: left })
    under.write(call('dee', '2026-10-05'))
    expect(table(ask(under, 'rep')).map(([subject]) => subject)).toEqual(['dee', 'ana', 'cy', 'zoe'])
  })

  test('[B7] lists nobody for a role that they never worked in', () => {
    const left = [
      person('dee', { role: [{ role: 'sdr' }, { role: 'ae', from: '2026-11-01' }], endedOn: '2026-10-15' }),
    ]
    const under = floor({ people: left })
    expect(table(ask(under, 'rep', { role: 'ae', window: 'all' }))).toEqual([])
    expect(table(ask(under, 'rep', { role: 'sdr', window: 'all' }))).toEqual([['dee', 0, 1]])
  })

  test('[R8][F5] shows what nobody is known for last, without a rank', () => {
    const under = floor()
    under.write(call('stranger', '2026-11-01'), call('stranger', '2026-11-01'), call('cy', '2026-11-01'))
    expect(table(ask(under, 'rep')).at(-1)).toEqual(['unassigned', 2, null])
    expect(ask(under, 'rep').total).toBe(3)
    expect(table(ask(under, 'rep', { team: 'west' }))).toEqual([['cy', 1, 1]])
  })

  test('[R8] ranks teams among teams of their own level', () => {
    const under = floor()
    under.write(call('zoe', '2026-11-01'), call('zoe', '2026-11-01'), call('cy', '2026-11-01'))
    expect(table(ask(under, 'team'))).toEqual([
      ['east', 2, 1],
      ['west', 1, 2],
      ['north', 2, 1],
    ])
  })

  test('[B8] for a part of a team or the org there is no goal', () => {
    const under = floor()
    under.write(call('zoe', '2026-11-01'), call('ana', '2026-11-01'))
    expect(ask(under, 'team').rows[0]).toMatchObject({ subject: 'east', value: 2, goal: 4, attainment: 0.5 })
    expect(ask(under, 'team', { role: 'sdr' }).rows[0]).toMatchObject({
      subject: 'east',
      value: 1,
      goal: null,
    })
    expect(ask(under, 'org').rows).toMatchObject([{ subject: 'org', value: 2, goal: 10, rank: 1 }])
    expect(ask(under, 'org', { role: 'sdr' })).toMatchObject({ total: 1, rows: [{ value: 1, goal: null }] })
    expect(ask(under, 'org', { team: 'north' })).toMatchObject({ total: 1, rows: [{ value: 1, goal: null }] })
  })

  test('[W2] takes the metric’s own window, else this quarter, and says which', () => {
    const weekly = metricOf('weekly', { from: 'activity', date: 'at' }, { window: 'week' })
    const under = floor({ metrics: [calls, weekly] })
    expect(ask(under, 'org').window).toEqual({ start: '2026-10-01', end: '2027-01-01', label: 'Q4 2026' })
    expect(ask(under, 'org', { metric: 'weekly' }).window.label).toBe('Week of Nov 16')
    expect(ask(under, 'org', { window: 'all' }).window).toEqual({ start: null, end: null, label: 'All time' })
  })

  test('[W7] people in different offices are each in their own day', () => {
    const zoned = [
      team('east', { timeZone: 'Asia/Kathmandu' }),
      team('west', { timeZone: 'America/New_York' }),
    ]
    const under = floor({
      teams: zoned,
      people: [person('ana', { team: 'east' }), person('cy', { team: 'west' })],
    })
    // At noon UTC it is the 20th in both; the same instant lies on different days.
    under.write(call('ana', '2026-11-19T19:00:00Z'), call('cy', '2026-11-19T19:00:00Z'))
    expect(table(ask(under, 'rep', { window: 'day' }))).toEqual([
      ['ana', 1, 1],
      ['cy', 0, 2],
    ])
  })

  test('writes values as people do', () => {
    const under = floor()
    under.write(win('ana', '2026-11-01', 1234))
    expect(ask(under, 'rep', { metric: 'revenue' }).rows[0]?.display).toBe('$1,234')
  })
})
