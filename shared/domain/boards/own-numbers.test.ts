import { describe, expect, test } from 'vitest'
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
import { answerOwnNumbers } from './own-numbers.ts'

const at = Date.parse('2026-11-20T13:00:00Z')
const meetings = metricOf(
  'meetings',
  { from: 'activity', where: [{ field: 'kind', is: 'meeting' }], date: 'at' },
  { window: 'week' },
)

const floor = (goals: readonly object[], more: Record<string, unknown> = {}) =>
  createTestFloor(
    floorOf({
      teams: [team('east')],
      people: [person('zoe', { team: 'east' }), person('ana', { team: 'east' })],
      metrics: [revenue, calls, meetings],
      goals,
      ...more,
    }),
  )

const own = (under: ReturnType<typeof floor>, who: string | null = 'zoe') =>
  answerOwnNumbers(under.numbers, who, at)

const callsOf = (rep: string, many: number) =>
  Array.from({ length: many }, () => call(rep, '2026-11-20T09:00:00Z'))

const day = { metric: 'calls', window: 'day', rep: 'zoe', value: 6 }

describe('[S120] a person’s own numbers', () => {
  test('are those with a goal of theirs, short windows first, then what else is not 0', () => {
    const under = floor([
      { metric: 'revenue', window: 'quarter', rep: 'zoe', value: 1000 },
      { metric: 'calls', window: 'last week', rep: 'zoe', value: 30 },
      day,
      { metric: 'meetings', window: 'week', rep: 'ana', value: 3 },
      { metric: 'revenue', window: '2026-01-01..2026-02-01', rep: 'zoe', value: 5 },
    ])
    const names = () => own(under).numbers.map(({ metric, window }) => `${metric.id} ${window.label}`)
    expect(names().map((name) => name.split(' ')[0])).toEqual(['calls', 'calls', 'revenue'])
    under.write(call('zoe', '2026-11-20T09:00:00Z', { kind: 'meeting' }))
    expect(own(under).numbers.map(({ metric, goal }) => [metric.id, goal])).toEqual([
      ['calls', 6],
      ['calls', 30],
      ['revenue', 100_000],
      ['meetings', null],
    ])
  })

  test('are of nobody else', () => {
    const under = floor([day])
    under.write(...callsOf('zoe', 2), ...callsOf('ana', 5))
    expect(own(under).numbers).toMatchObject([{ value: 2, goal: 6, left: { amount: 4, words: '4' } }])
    expect(own(under).person).toMatchObject({ name: 'zoe' })
  })

  test('say in whole pieces how far they are from their pace, and what is left until there is nothing', () => {
    const under = floor([day])
    under.write(...callsOf('zoe', 2))
    // Half of the working day is over.
    expect(own(under).numbers).toMatchObject([{ pace: 3, ahead: { amount: -1, words: '1' } }])
    under.write(...callsOf('zoe', 5))
    expect(own(under).numbers).toMatchObject([{ value: 7, left: null, state: 'reached' }])
  })

  test('[B219] say on how many days in a row the goal of the day was reached, once for a metric', () => {
    const under = floor([
      { metric: 'calls', window: 'week', rep: 'zoe', value: 30 },
      { ...day, value: 2 },
      { metric: 'meetings', window: 'quarter', rep: 'zoe', value: 30 },
    ])
    const streaks = () => own(under).numbers.map(({ metric, streak }) => [metric.id, streak])
    const on = (date: string, many: number) =>
      Array.from({ length: many }, () => call('zoe', `2026-11-${date}T09:00:00Z`))
    under.write(...on('19', 2))
    // One day is no streak, and today is not over.
    expect(streaks()[0]).toEqual(['calls', null])
    under.write(...on('18', 2), ...on('17', 1))
    expect(streaks()).toEqual([
      ['calls', { days: 2, capped: false }],
      ['calls', null],
      ['meetings', null],
    ])
    under.write(...on('20', 2))
    expect(streaks()[0]).toEqual(['calls', { days: 3, capped: false }])
  })

  test('claim nothing before the first fact', () => {
    const under = floor([day])
    expect(own(under)).toMatchObject({ awaits: 'first fact', numbers: [{ state: null, ahead: null }] })
  })

  test('are none where the account is nobody of the floor, or of a team’s id', () => {
    const under = floor([day])
    under.write(win('zoe', '2026-11-20T09:00:00Z', 100))
    for (const who of [null, 'gone', 'east'])
      expect(own(under, who)).toEqual({ person: null, awaits: null, numbers: [] })
  })
})
