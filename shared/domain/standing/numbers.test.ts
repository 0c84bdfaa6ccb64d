import { describe, expect, test } from 'vitest'
import { parseWindow } from '../../wire/window.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  team,
  wins,
} from '../test-support/test-floor.ts'
import { everybody } from './numbers.ts'

const roles = [{ id: 'ae', name: 'AE' }]
const teams = [team('london', { timeZone: 'Europe/London' }), team('york', { timeZone: 'America/New_York' })]
const people = [person('ana', { team: 'london', role: 'ae' }), person('cy', { team: 'york', role: 'ae' })]
const goals = [
  { metric: 'calls', window: 'day', role: 'ae', value: 8 },
  { metric: 'calls', window: 'week', role: 'ae', value: 40 },
  { metric: 'rate', window: 'week', role: 'ae', value: 0.5 },
  { metric: 'misses', window: 'week', role: 'ae', value: 4 },
]
const rate = metricOf('rate', { ratio: ['wins', 'calls'] }, { unit: 'count' })
const misses = metricOf(
  'misses',
  { from: 'activity', where: [{ field: 'kind', is: 'miss' }], date: 'at' },
  { better: 'lower' },
)

const floor = () =>
  createTestFloor(floorOf({ roles, teams, people, goals, metrics: [calls, wins, rate, misses] }))

const standing = (
  { numbers }: ReturnType<typeof floor>,
  metric: string,
  window: string,
  subject: string,
  at: string,
  of: readonly string[] = [],
) => {
  const { model } = numbers
  const [plan, spec, index] = [model.metric(metric), parseWindow(window), model.roster.subjectOf(subject)]
  if (!plan || !spec || index === null) throw new Error(`no ${metric} of ${subject} in ${window}`)
  const about = of.flatMap((id) => model.roster.subjectOf(id) ?? [])
  return numbers.about(about).standingOf(plan, spec, index, Date.parse(at), everybody)
}

describe('a standing', () => {
  test('[P1][P2] holds everybody to the clock of their own office', () => {
    const under = floor()
    under.write(call('ana', '2026-11-20T10:00:00Z'), call('cy', '2026-11-20T14:30:00Z'))
    // 14:00 in London is five of eight hours, 9:00 in New York none.
    expect(standing(under, 'calls', 'day', 'ana', '2026-11-20T14:00:00Z')).toMatchObject({
      value: 1,
      goal: 8,
      pace: 5,
      state: 'well behind',
    })
    expect(standing(under, 'calls', 'day', 'cy', '2026-11-20T14:00:00Z')).toMatchObject({
      pace: 0,
      state: null,
    })
    expect(standing(under, 'calls', 'day', 'cy', '2026-11-20T15:00:00Z')).toMatchObject({
      pace: 1,
      state: 'on pace',
    })
  })

  test('[W7][W13] rolls for everybody at the midnight of what it is about, with no event', () => {
    const under = floor()
    under.write(call('ana', '2026-11-20T10:00:00Z'), call('cy', '2026-11-20T15:00:00Z'))
    const values = (of: readonly string[], at: string) =>
      ['ana', 'cy'].map((rep) => standing(under, 'calls', 'day', rep, at, of).value)
    // The floor's own clock is London's in winter.
    for (const of of [[], ['london'], ['london', 'york']]) {
      expect(values(of, '2026-11-20T23:59:59.999Z')).toEqual([1, 1])
      expect(values(of, '2026-11-21T00:00:00Z')).toEqual([0, 0])
    }
    expect(values(['york'], '2026-11-21T04:59:59.999Z')).toEqual([1, 1])
    expect(values(['york'], '2026-11-21T05:00:00Z')).toEqual([0, 0])
  })

  test('[W14][P8] where it is tomorrow already the day’s work is over, and nothing of tomorrow counts', () => {
    const under = floor()
    under.write(call('ana', '2026-11-20T10:00:00Z'), call('ana', '2026-11-21T01:00:00Z'))
    expect(standing(under, 'calls', 'day', 'ana', '2026-11-21T02:00:00Z', ['york'])).toMatchObject({
      value: 1,
      pace: 8,
      state: 'well behind',
    })
  })

  test('[W14][P8] where it is still yesterday nothing is due yet, and nobody is behind', () => {
    const under = floor()
    under.write(call('cy', '2026-11-20T20:00:00Z'), call('cy', '2026-11-21T01:00:00Z'))
    expect(standing(under, 'calls', 'day', 'cy', '2026-11-21T02:00:00Z', ['london'])).toMatchObject({
      value: 0,
      pace: 0,
      state: null,
    })
  })

  test.each([
    ['2026-03-08T04:59:59.999Z', 1],
    ['2026-03-08T05:00:00Z', 0],
    ['2026-11-02T04:59:59.999Z', 0],
  ])('[W7] rolls across a clock change, at %s', (at, value) => {
    const under = floor()
    under.write(call('cy', '2026-03-07T20:00:00Z'))
    expect(standing(under, 'calls', 'day', 'cy', at, ['york']).value).toBe(value)
  })

  test('[P3] holds a rate, and what is wanted low, to the whole goal at any time', () => {
    const under = floor()
    const monday = '2026-11-16T10:00:00Z'
    under.write(
      call('ana', '2026-11-16'),
      ...[1, 2, 3, 4, 5].map(() => call('ana', '2026-11-16', { kind: 'miss' })),
    )
    expect(standing(under, 'rate', 'week', 'ana', monday)).toMatchObject({
      value: 0,
      pace: 0.5,
      state: 'well behind',
    })
    expect(standing(under, 'misses', 'week', 'ana', monday)).toMatchObject({
      pace: 4,
      attainment: 0.8,
      state: 'behind',
    })
    const noMisses = () => standing(under, 'misses', 'week', 'cy', monday)
    expect(noMisses(), '[G12] of nothing').toMatchObject({ value: 0, pace: null, state: null })
    under.write(call('cy', '2026-10-01'))
    expect(noMisses()).toMatchObject({
      value: 0,
      attainment: null,
      state: 'reached',
    })
  })

  test('[P3] paces points only when each of their parts adds up with time', () => {
    const points = (id: string, parts: object) => metricOf(id, { points: parts }, { unit: 'points' })
    const under = createTestFloor(
      floorOf({
        roles,
        teams,
        people,
        metrics: [
          calls,
          wins,
          rate,
          points('sums', [
            ['calls', 1],
            ['wins', 5],
          ]),
          points('mixed', [
            ['calls', 1],
            ['rate', 5],
          ]),
        ],
        goals: ['sums', 'mixed'].map((metric) => ({ metric, window: 'week', role: 'ae', value: 40 })),
      }),
    )
    under.write(call('ana', '2026-10-01'))
    const paceOf = (metric: string) => standing(under, metric, 'week', 'ana', '2026-11-16T13:00:00Z').pace
    expect([paceOf('sums'), paceOf('mixed')]).toEqual([4, 40])
  })

  test('[P2] is worked out anew when time passes', () => {
    const under = floor()
    under.write(call('ana', '2026-10-01'))
    const paces = ['2026-11-16T13:00:00Z', '2026-11-17T13:00:00Z', '2026-11-16T13:00:00Z'].map(
      (at) => standing(under, 'calls', 'week', 'ana', at).pace,
    )
    expect(paces).toEqual([4, 12, 4])
  })
})
