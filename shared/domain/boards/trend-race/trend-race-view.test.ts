import { describe, expect, test } from 'vitest'
import { TrendRaceBoard, TrendRaceView } from '../../../wire/boards/trend-race-board.ts'
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
} from '../../test-support/test-floor.ts'
import { trendRaceFaults } from './trend-race-faults.ts'
import { createTrendRaceView } from './trend-race-view.ts'

/** A Wednesday at noon: in a week from Monday, half of the working time is over. */
const now = Date.parse('2026-11-18T13:00:00Z')
const meanWin = metricOf(
  'mean-win',
  { from: 'deal', date: 'closedAt', where: [{ field: 'status', is: 'won' }], measure: { mean: 'amount' } },
  { unit: 'money' },
)
const misses = metricOf(
  'misses',
  { from: 'activity', date: 'at', where: [{ field: 'kind', is: 'miss' }] },
  { better: 'lower' },
)
const goalOf = (rep: string, value: number) => ({ metric: 'revenue', window: 'week', rep, value })
const file = (more: Record<string, unknown> = {}) =>
  floorOf({
    roles: [{ id: 'ae', name: 'AE' }],
    teams: [team('east'), team('north', { parent: 'east' }), team('west')],
    people: [
      person('ana', { team: 'north', role: 'ae' }),
      person('bo', { team: 'east' }),
      person('cy', { team: 'west' }),
      person('gone', { team: 'west', endedOn: '2026-11-01' }),
    ],
    goals: [goalOf('ana', 100), goalOf('bo', 100), goalOf('cy', 400)],
    metrics: [calls, revenue, misses, meanWin],
    ...more,
  })

const boardOf = (more: object = {}) =>
  TrendRaceBoard.parse({
    id: 'r',
    title: 'The race',
    kind: 'trend-race',
    metric: 'revenue',
    window: 'week',
    ...more,
  })

const viewOf = (under: ReturnType<typeof createTestFloor>, more: object = {}, at = now): TrendRaceView =>
  TrendRaceView.parse(createTrendRaceView(under.numbers, boardOf(more)).compute(at))

const raced = (more: Record<string, unknown> = {}) => {
  const under = createTestFloor(file(more))
  under.write(win('ana', '2026-11-16', 60), win('bo', '2026-11-17', 100), win('cy', '2026-11-18', 80))
  return under
}

describe('a trend race', () => {
  test('[B41] draws for everybody who is listed the running total at the end of each day, now last', () => {
    const { days, start, rows, over } = viewOf(raced())
    expect(days).toEqual(['2026-11-16', '2026-11-17', '2026-11-18'])
    expect([start, over]).toEqual([0, false])
    expect(rows['ana']?.points).toEqual([6000, 6000, 6000])
    expect(rows['bo']?.points).toEqual([0, 10_000, 10_000])
    expect(rows['cy']?.points).toEqual([0, 0, 8000])
    expect(rows['gone']).toBeUndefined()
  })

  test('[B41] a line changes with the day of a late fact, and its end is the value', () => {
    const under = raced()
    under.write(win('cy', '2026-11-16', 30))
    const { rows } = viewOf(under)
    expect(rows['cy']).toMatchObject({ place: 0, rank: 1, value: 11_000, points: [3000, 3000, 11_000] })
    expect(rows['bo']).toMatchObject({ place: 1, rank: 2 })
  })

  test('[B41] [B9] long windows are thinned to sixty points, and today stays', () => {
    const { days } = viewOf(raced(), { window: 'year' })
    expect(days.length).toBeLessThanOrEqual(60)
    expect(days.at(-1)).toBe('2026-11-18')
  })

  test('[B41] of what is unknown there is no point, and a rate starts with its first', () => {
    const { start, rows } = viewOf(raced(), { metric: 'mean-win' })
    expect(start).toBeNull()
    expect(rows['bo']?.points).toEqual([null, 10_000, 10_000])
    expect(rows['cy']).toMatchObject({ points: [null, null, 8000], place: 1 })
  })

  test('[B42] the goal line is the pace of the goal that most have: up by working days, now last', () => {
    const { goal } = viewOf(raced())
    expect(goal).toEqual({ amount: 10_000, pace: 5000, start: 0, points: [2000, 4000, 5000] })
  })

  test('[B42] without a goal that more than half share there is no line', () => {
    const under = raced({ goals: [goalOf('ana', 100), goalOf('bo', 200)] })
    expect(viewOf(under).goal).toBeNull()
    expect(viewOf(raced({ goals: [] })).goal).toBeNull()
  })

  test('[B42] what is wanted low, and a rate, is held against the whole goal on every day', () => {
    const goals = [{ metric: 'misses', window: 'week', rep: 'ana', value: 4 }]
    const under = createTestFloor(file({ goals }))
    under.write(call('ana', '2026-11-16T10:00:00Z', { kind: 'miss' }))
    expect(viewOf(under, { metric: 'misses' }).goal).toEqual({
      amount: 4,
      pace: 4,
      start: null,
      points: [4, 4, 4],
    })
  })

  test('[B43] by attainment everybody runs for their own goal, and who has none has no line', () => {
    const under = raced({ goals: [goalOf('ana', 100), goalOf('cy', 400)] })
    const { rows, goal } = viewOf(under, { show: 'attainment' })
    expect(rows['ana']).toMatchObject({ place: 0, points: [0.6, 0.6, 0.6] })
    expect(rows['cy']).toMatchObject({ place: 1, rank: 2, points: [0, 0, 0.2] })
    expect(rows['bo']).toMatchObject({ place: 2, rank: null, points: [null, null, null] })
    expect(goal).toEqual({ amount: null, pace: 0.5, start: 0, points: [0.2, 0.4, 0.5] })
  })

  test('[B44] ranks are competition ranks of each day; the goal stands below all who kept that day’s pace', () => {
    const { rows, goal, start } = viewOf(raced(), { show: 'rank' })
    expect(start).toBeNull()
    expect(rows['ana']?.points).toEqual([1, 2, 3])
    expect(rows['bo']?.points).toEqual([2, 1, 1])
    expect(rows['cy']?.points).toEqual([2, 3, 2])
    expect(goal).toMatchObject({ amount: 10_000, start: null, points: [1.5, 2.5, 3.5] })
  })

  test('[B44] where lower is better, the lowest leads', () => {
    const under = createTestFloor(file())
    under.write(call('ana', '2026-11-16T10:00:00Z', { kind: 'miss' }))
    const { rows } = viewOf(under, { metric: 'misses', show: 'rank' })
    expect([rows['ana']?.rank, rows['bo']?.rank, rows['cy']?.rank]).toEqual([3, 1, 1])
  })

  test('[B45] teams run as a whole: those at the top, or right below the team of the scope', () => {
    const under = raced()
    expect(Object.keys(viewOf(under, { of: 'teams' }).rows)).toEqual(['east', 'west'])
    const { rows, scope } = viewOf(under, { of: 'teams', scope: { team: 'east' } })
    expect([Object.keys(rows), scope]).toEqual([['north'], 'east'])
    expect(rows['north']?.points).toEqual([6000, 6000, 6000])
  })

  test('[B41] everybody runs in the days of the axis, whichever month it is where they are', () => {
    const under = createTestFloor(
      file({
        floor: { timeZone: 'America/New_York' },
        teams: [team('east'), team('north', { parent: 'east' }), team('west', { timeZone: 'Asia/Tokyo' })],
        people: [person('ana', { team: 'north' }), person('bo', { team: 'west' })],
        goals: [{ metric: 'revenue', window: 'month', rep: 'bo', value: 100 }],
      }),
    )
    under.write(win('bo', '2026-11-17', 70), win('bo', '2026-12-01', 20))
    const edge = Date.parse('2026-11-30T23:00:00Z')
    const { days, rows } = viewOf(under, { window: 'month' }, edge)
    expect([days.length, days.at(-1)]).toEqual([30, '2026-11-30'])
    expect(rows['bo']?.points.slice(15, 18)).toEqual([0, 7000, 7000])
    expect(rows['bo']?.points.at(-1)).toBe(7000)
    // In Tokyo November is over: all of its goal is due.
    expect(rows['bo']).toMatchObject({ rank: 1, value: 7000, goal: 10_000, pace: 10_000, state: 'behind' })
    expect(viewOf(under, { window: 'month', show: 'attainment' }, edge).rows['bo']?.points.at(-1)).toBe(0.7)
  })

  test('[B41] a window that has not begun has no days, one that is over all of them', () => {
    expect(viewOf(raced(), { window: 'next week' }).days).toEqual([])
    const last = viewOf(raced(), { window: 'last week' })
    expect([last.days.length, last.over]).toEqual([7, true])
  })

  test('is recomputed for the facts of its own metric', () => {
    const { numbers } = createTestFloor(file())
    expect(createTrendRaceView(numbers, boardOf()).bases).toEqual([1])
  })
})

describe('the faults of a trend race', () => {
  const faultsOf = (more: object) =>
    trendRaceFaults(boardOf(more), file(), ['boards', 0]).map(({ path, message }) => [
      path.join('.'),
      message,
    ])

  test('none where it can be drawn', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ window: 'last 28 days', show: 'rank', scope: { role: 'ae' } })).toEqual([])
  })

  test('an unknown metric, a window without a first day, a role of teams, attainment of what is wanted low', () => {
    expect(faultsOf({ metric: 'sales' })).toEqual([['boards.0.metric', '"sales" is no metric of this floor']])
    for (const window of ['older than 14 days', 'all', '..2026-12-01'])
      expect(faultsOf({ window })[0]?.[0]).toBe('boards.0.window')
    expect(faultsOf({ of: 'teams', scope: { role: 'ae' } })[0]?.[0]).toBe('boards.0.scope.role')
    expect(faultsOf({ metric: 'misses', show: 'attainment' })[0]?.[0]).toBe('boards.0.show')
  })
})
