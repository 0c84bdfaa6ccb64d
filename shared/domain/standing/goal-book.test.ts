import { describe, expect, test } from 'vitest'
import { parseWindow } from '../../wire/window.ts'
import { createFloorModel } from '../counting/floor-model.ts'
import { calls, floorOf, metricOf, person, revenue, team, wins } from '../test-support/test-floor.ts'
import { parseDay } from '../time/calendar-date.ts'
import { createGoalBook } from './goal-book.ts'

const stale = metricOf('stale', { from: 'deal', date: 'lastActivityAt' }, { better: 'lower' })
const rate = metricOf('rate', { ratio: ['wins', 'calls'] }, { unit: 'percent' })
const roles = [
  { id: 'ae', name: 'AE', ramp: [0.25, 0.5, 0.75] },
  { id: 'sdr', name: 'SDR' },
]

const bookOf = (goals: readonly object[], more: object = {}) => {
  const model = createFloorModel(
    floorOf({
      roles,
      people: [person('ana', { role: 'sdr' })],
      metrics: [calls, wins, revenue, stale, rate],
      goals,
      ...more,
    }),
  )
  const book = createGoalBook(model)
  return (metric: string, window: string, subject: string, today: string): number | null => {
    const [spec, index] = [parseWindow(window), model.roster.subjectOf(subject)]
    if (!spec || index === null) throw new Error(`no ${subject} in ${window}`)
    const day = parseDay(today)
    return book.goalOf(metric, spec, index, model.calendar.resolve(spec, day), day)
  }
}

const goal = (value: number | string, more: object): object => ({
  metric: 'calls',
  window: 'quarter',
  value,
  ...more,
})

describe('a person’s goal', () => {
  test('[G1] is their own, else their role’s, else none', () => {
    const people = [person('ana', { role: 'sdr' }), person('bo', { role: 'sdr' }), person('cy')]
    const goalOf = bookOf([goal(10, { rep: 'ana' }), goal(20, { role: 'sdr' })], { people })
    expect(['ana', 'bo', 'cy'].map((rep) => goalOf('calls', 'quarter', rep, '2026-11-20'))).toEqual([
      10,
      20,
      null,
    ])
  })

  test('[G1] follows the role of today, or of the end of the window that is nearer', () => {
    const people = [person('ana', { role: [{ role: 'sdr' }, { role: 'ae', from: '2026-11-01' }] })]
    const goalOf = bookOf([goal(20, { role: 'sdr' }), goal(30, { role: 'ae' })], { people })
    expect(goalOf('calls', 'quarter', 'ana', '2026-10-31')).toBe(20)
    expect(goalOf('calls', 'quarter', 'ana', '2026-11-01')).toBe(30)
    expect(goalOf('calls', 'last quarter', 'ana', '2026-11-20')).toBe(20)
    expect(goalOf('calls', 'next quarter', 'ana', '2026-10-31')).toBe(30)
  })

  test('[G2] for a quarter holds for the last and the next one, and for no other window', () => {
    const goalOf = bookOf([goal(10, { rep: 'ana' }), goal(7, { rep: 'ana', window: 'last 28 days' })])
    const windows = ['last quarter', 'next quarter', 'month', 'last 28 days', 'last 7 days']
    expect(windows.map((window) => goalOf('calls', window, 'ana', '2026-11-20'))).toEqual([
      10,
      10,
      null,
      7,
      null,
    ])
  })

  test('[G3] is the one in force when the window began', () => {
    const goalOf = bookOf([
      goal(12, { rep: 'ana', from: '2026-11-01' }),
      goal(10, { rep: 'ana', from: '2026-07-01' }),
    ])
    expect(goalOf('calls', 'quarter', 'ana', '2026-11-20')).toBe(10)
    expect(goalOf('calls', 'next quarter', 'ana', '2026-11-20')).toBe(12)
    expect(goalOf('calls', 'quarter', 'ana', '2026-06-30')).toBeNull()
  })

  test('[G3] dated on the first day of the window holds for it, dated on its end does not', () => {
    const goalOf = bookOf([
      goal(12, { rep: 'ana', from: '2026-10-01' }),
      goal(10, { rep: 'ana', from: '2026-07-01' }),
    ])
    expect(goalOf('calls', 'quarter', 'ana', '2026-11-20')).toBe(12)
    expect(goalOf('calls', 'last quarter', 'ana', '2026-11-20')).toBe(10)
    expect(
      bookOf([goal(9, { rep: 'ana', from: '2027-01-01' })])('calls', 'quarter', 'ana', '2026-11-20'),
    ).toBeNull()
  })

  test('[G3] first set within the window holds for all of it', () => {
    const goalOf = bookOf([
      goal(12, { rep: 'ana', from: '2026-11-01' }),
      goal(15, { rep: 'ana', from: '2026-12-01' }),
    ])
    expect(goalOf('calls', 'quarter', 'ana', '2026-10-02')).toBe(12)
  })

  test('[G4] in a window without a beginning is the one in force today', () => {
    const goalOf = bookOf([
      goal(5, { rep: 'ana', window: 'older than 14 days', from: '2020-01-01' }),
      goal(3, { rep: 'ana', window: 'older than 14 days', from: '2026-11-01' }),
    ])
    expect(goalOf('calls', 'older than 14 days', 'ana', '2026-11-20')).toBe(3)
    expect(goalOf('calls', 'older than 14 days', 'ana', '2026-10-20')).toBe(5)
  })

  test('[G11] of money is written in whole units', () => {
    const goalOf = bookOf([goal(250_000, { metric: 'revenue', rep: 'ana' })])
    expect(goalOf('revenue', 'quarter', 'ana', '2026-11-20')).toBe(25_000_000)
  })
})

describe('a ramp', () => {
  const people = [person('ana', { role: 'ae', startedOn: '2026-10-01' })]

  test('[G5] scales the goal of the month', () => {
    const goalOf = bookOf([goal(100, { role: 'ae', window: 'month' })], { people })
    const months = ['2026-10-15', '2026-11-15', '2026-12-15', '2027-01-15'].map((today) =>
      goalOf('calls', 'month', 'ana', today),
    )
    expect(months).toEqual([25, 50, 75, 100])
  })

  test('[G5] takes the mean over the working days of a window, rounded up', () => {
    const goalOf = bookOf([goal(100, { role: 'ae' })], { people })
    // 22 working days of October at a quarter, 21 of November at a half, 23 of December at three quarters: 50.4.
    expect(goalOf('calls', 'quarter', 'ana', '2026-11-20')).toBe(51)
  })

  test('[G5] rounds up to a whole one, and to no more than the whole goal', () => {
    const goalOf = bookOf(
      [goal(3, { role: 'ae', window: 'month' }), goal(0.5, { role: 'ae', window: 'day' })],
      { people },
    )
    expect(goalOf('calls', 'month', 'ana', '2026-10-15')).toBe(1)
    expect(goalOf('calls', 'month', 'ana', '2026-12-15')).toBe(3)
    expect(goalOf('calls', 'day', 'ana', '2026-10-15')).toBe(0.5)
  })

  test('[G5] counts the days on which they work here only', () => {
    const late = [person('ana', { role: 'ae', startedOn: '2026-12-28', endedOn: '2026-12-29' })]
    expect(
      bookOf([goal(100, { role: 'ae' })], { people: late })('calls', 'quarter', 'ana', '2026-12-29'),
    ).toBe(25)
  })

  test('[G5] lowers no rate and nothing that is wanted low', () => {
    const goals = [
      goal(0.5, { role: 'ae', metric: 'rate', window: 'month' }),
      goal(4, { role: 'ae', metric: 'stale', window: 'month' }),
    ]
    const goalOf = bookOf(goals, { people })
    expect(goalOf('rate', 'month', 'ana', '2026-10-15')).toBe(0.5)
    expect(goalOf('stale', 'month', 'ana', '2026-10-15')).toBe(4)
  })

  test.each(['all', '2026-01-01..'])('[G5] weighs nothing in %s, which has no end', (window) => {
    expect(
      bookOf([goal(100, { role: 'ae', window })], { people })('calls', window, 'ana', '2026-10-15'),
    ).toBe(100)
  })

  test('[G6] begins its second month on the same day of the next month, or after its end', () => {
    const started = [person('ana', { role: 'ae', startedOn: '2026-01-31' })]
    const goalOf = bookOf([goal(100, { role: 'ae', window: 'day' })], { people: started })
    expect(goalOf('calls', 'day', 'ana', '2026-02-27')).toBe(25)
    expect(goalOf('calls', 'day', 'ana', '2026-03-02')).toBe(50)
    expect(goalOf('calls', 'day', 'ana', '2026-03-31')).toBe(75)
  })

  test('[G7] is one’s own before the role’s, and the role’s in which one started', () => {
    const own = [
      person('ana', { role: 'ae', startedOn: '2026-10-01', ramp: [0.1] }),
      person('bo', { role: [{ role: 'sdr' }, { role: 'ae', from: '2026-10-05' }], startedOn: '2026-10-01' }),
    ]
    const goalOf = bookOf([goal(100, { role: 'ae', window: 'month' })], { people: own })
    expect(goalOf('calls', 'month', 'ana', '2026-10-15')).toBe(10)
    expect(goalOf('calls', 'month', 'bo', '2026-10-15')).toBe(100)
  })

  test('[G7] that starts with nothing sets no goal yet', () => {
    const started = [person('ana', { role: 'sdr', startedOn: '2026-10-01', ramp: [0, 1] })]
    const goalOf = bookOf([goal(100, { role: 'sdr', window: 'month' })], { people: started })
    expect(goalOf('calls', 'month', 'ana', '2026-10-15')).toBeNull()
    expect(goalOf('calls', 'month', 'ana', '2026-11-15')).toBe(100)
  })
})

describe('a team’s goal', () => {
  const teams = [team('east'), team('north', { parent: 'east' }), team('west')]
  const people = [
    person('ana', { role: 'sdr', team: 'north' }),
    person('bo', { role: 'sdr', team: 'east' }),
    person('cy', { role: 'sdr', team: [{ team: 'west' }, { team: 'east', from: '2026-11-10' }] }),
    person('dee', { role: 'sdr', team: 'east', endedOn: '2026-11-01' }),
    person('eli', { team: 'east' }),
  ]
  const goals = [
    goal(10, { role: 'sdr' }),
    goal('sum-of-members', { team: 'east' }),
    goal('sum-of-members', { org: true }),
    goal(99, { team: 'west' }),
  ]

  test('[G8] is its own, or the sum of those who are on it', () => {
    const goalOf = bookOf(goals, { teams, people })
    expect(goalOf('calls', 'quarter', 'east', '2026-11-20')).toBe(30)
    expect(goalOf('calls', 'quarter', 'east', '2026-11-01')).toBe(30)
    expect(goalOf('calls', 'quarter', 'east', '2026-11-05')).toBe(20)
    expect(goalOf('calls', 'quarter', 'org', '2026-11-20')).toBe(30)
    expect(goalOf('calls', 'quarter', 'west', '2026-11-20')).toBe(99)
    expect(goalOf('calls', 'quarter', 'north', '2026-11-20')).toBeNull()
    expect(goalOf('calls', 'quarter', 'unassigned', '2026-11-20')).toBeNull()
  })

  test('[G8] of members without goals is none', () => {
    const goalOf = bookOf([goal('sum-of-members', { team: 'east' })], { teams, people })
    expect(goalOf('calls', 'quarter', 'east', '2026-11-20')).toBeNull()
  })
})
