import { describe, expect, test } from 'vitest'
import { ImprovedBoard, ImprovedView } from '../../../wire/boards/improved-board.ts'
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
  wins,
} from '../../test-support/test-floor.ts'
import { improvedFaults } from './improved-faults.ts'
import { createImprovedView } from './improved-view.ts'

/** A Thursday at the end of the working day: four of the week's five days are over. */
const now = '2026-11-19T17:00:00Z'
const misses = metricOf(
  'misses',
  { from: 'activity', date: 'at', where: [{ field: 'kind', is: 'miss' }] },
  { better: 'lower' },
)
const meanWin = metricOf(
  'mean-win',
  { from: 'deal', date: 'closedAt', where: [{ field: 'status', is: 'won' }], measure: { mean: 'amount' } },
  { unit: 'money' },
)
const file = (more: Record<string, unknown> = {}) =>
  floorOf({
    teams: [team('east'), team('west')],
    people: [
      person('bo', { name: 'Bo Berg', team: 'east' }),
      person('ana', { name: 'Ana Lopez', team: [{ team: 'west' }, { team: 'east', from: '2026-11-17' }] }),
      person('cy', { name: 'Cy Young', team: 'east', startedOn: '2026-10-20' }),
      person('dee', { name: 'Dee Dow', team: 'west', endedOn: '2026-11-18' }),
    ],
    goals: [{ metric: 'calls', window: 'day', rep: 'bo', value: 1 }],
    metrics: [calls, wins, revenue, misses, meanWin],
    ...more,
  })

const boardOf = (more: object = {}) =>
  ImprovedBoard.parse({ id: 'i', title: 'Most improved', kind: 'improved', metric: 'calls', ...more })

const viewOf = (under: ReturnType<typeof createTestFloor>, more: object = {}, at = now): ImprovedView =>
  ImprovedView.parse(createImprovedView(under.numbers, boardOf(more)).compute(Date.parse(at)))

const inOrder = <Row extends { place: number }>(rows: Record<string, Row>): Row[] =>
  Object.values(rows).sort((a, b) => a.place - b.place)

/** One a working day in the four weeks before the week. */
const usual = (rep: string, each = 1, more: object = {}) =>
  Array.from({ length: 28 }, (_, back) => new Date(Date.UTC(2026, 10, 15 - back)))
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .flatMap((day) => Array.from({ length: each }, () => call(rep, day.toISOString().slice(0, 10), more)))
const callsOn = (rep: string, day: string, count: number, more: object = {}) =>
  Array.from({ length: count }, () => call(rep, `2026-11-${day}`, more))

describe('a board of improvements and streaks', () => {
  test('[B101] says from what to what, beside one’s own four weeks, best first, equals by name', () => {
    const under = createTestFloor(file())
    under.write(...usual('ana'), ...usual('bo', 3), ...callsOn('ana', '16', 6), ...callsOn('bo', '17', 15))
    const view = viewOf(under)
    expect(inOrder(view.rows)).toMatchObject([
      { name: 'Ana Lopez', from: 4, to: 6, change: 0.5 },
      { name: 'Bo Berg', from: 12, to: 15, change: 0.25 },
    ])
    expect(view).toMatchObject({ relative: true, early: false })
    under.write(...callsOn('bo', '18', 3))
    expect(inOrder(viewOf(under).rows).map(({ name }) => name)).toEqual(['Ana Lopez', 'Bo Berg'])
  })

  test('[B101] of a rate the difference counts, and less is more where lower is better', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-11-03', 10), win('ana', '2026-11-17', 25))
    under.write(...usual('bo', 2, { kind: 'miss' }), ...callsOn('bo', '17', 6, { kind: 'miss' }))
    expect(viewOf(under, { metric: 'mean-win' })).toMatchObject({
      relative: false,
      rows: { ana: { from: 1000, to: 2500, change: 1500 } },
    })
    const fewer = viewOf(under, { metric: 'misses', streak: 'calls' })
    expect(inOrder(fewer.rows)).toMatchObject([{ name: 'Bo Berg', from: 8, to: 6, change: -0.25 }])
  })

  test('[B102] names nobody who is no better than usual, or has nothing to be compared with', () => {
    const under = createTestFloor(file())
    under.write(...usual('ana'), ...callsOn('ana', '16', 4), ...callsOn('bo', '16', 9))
    expect(viewOf(under)).toMatchObject({ rows: {}, newcomers: ['Cy Y.'] })
    expect(JSON.stringify(viewOf(under))).not.toContain('Ana')
  })

  test('[B102] a gain that the wall would write as none is none: of a rate, the same number before and after', () => {
    const callShare = metricOf('call-share', { ratio: ['calls', 'all'] }, { unit: 'percent' })
    const all = metricOf('all', { from: 'activity', date: 'at' })
    const under = createTestFloor(file({ metrics: [calls, all, callShare] }))
    const dials = (rep: string, day: string, good: number) => [
      ...callsOn(rep, day, good),
      ...callsOn(rep, day, 1000 - good, { kind: 'miss' }),
    ]
    under.write(...dials('ana', '03', 500), ...dials('ana', '17', 501))
    under.write(...dials('bo', '03', 500), ...dials('bo', '17', 510))
    const view = viewOf(under, { metric: 'call-share', streak: 'calls' })
    expect(inOrder(view.rows).map(({ name }) => name)).toEqual(['Bo Berg'])
    // From 50.4% to 50.6% is written as from 50% to 51%.
    const fine = createTestFloor(file({ metrics: [calls, all, callShare] }))
    fine.write(...dials('ana', '03', 504), ...dials('ana', '17', 506))
    expect(viewOf(fine, { metric: 'call-share', streak: 'calls' }).rows).toHaveProperty('ana')
  })

  test('[B103] who has no four weeks of their own yet is new and not measured', () => {
    const under = createTestFloor(file())
    under.write(...callsOn('cy', '13', 1), ...callsOn('cy', '16', 50))
    expect(viewOf(under)).toMatchObject({ rows: {}, newcomers: ['Cy Y.'], early: false })
    // Three weeks later the four weeks before begin on the day Cy did.
    const later = viewOf(under, {}, '2026-12-03T17:00:00Z')
    expect(later.newcomers).toEqual([])
  })

  test('[B103] until a tenth of the working time is over, what adds up is not compared', () => {
    const under = createTestFloor(file())
    under.write(...usual('ana'), ...callsOn('ana', '16', 6), win('ana', '2026-11-03', 10))
    under.write(win('ana', '2026-11-16', 20))
    const monday = '2026-11-16T12:59:00Z'
    expect(viewOf(under, {}, monday)).toMatchObject({ rows: {}, early: true })
    expect(viewOf(under, { metric: 'mean-win' }, monday)).toMatchObject({ early: false, rows: { ana: {} } })
    expect(viewOf(under, {}, '2026-11-16T13:00:00Z')).toMatchObject({ early: false, rows: { ana: {} } })
  })

  test('[B104] shows streaks from two days on, longest first, of those who are here', () => {
    const goals = ['ana', 'bo', 'cy', 'dee'].map((rep) => ({ metric: 'calls', window: 'day', rep, value: 1 }))
    const under = createTestFloor(file({ goals }))
    for (const day of ['17', '18', '19']) under.write(call('bo', `2026-11-${day}`))
    for (const day of ['17', '18']) under.write(call('ana', `2026-11-${day}`), call('dee', `2026-11-${day}`))
    under.write(call('cy', '2026-11-19'))
    const { streaks } = viewOf(under)
    expect(inOrder(streaks.rows)).toMatchObject([
      { name: 'Bo Berg', days: 3, today: 'reached', capped: false },
      { name: 'Ana Lopez', days: 2, today: 'open' },
    ])
    expect(streaks.withGoal).toBe(3)
    expect(viewOf(under, { streak: 'wins' }).streaks).toMatchObject({ withGoal: 0, rows: {} })
  })

  test('[B106] the scope says who is shown; their past goes with them', () => {
    const goals = [{ metric: 'calls', window: 'day', rep: 'ana', value: 1 }]
    const under = createTestFloor(file({ goals }))
    under.write(...usual('ana'), ...callsOn('ana', '16', 6))
    expect(viewOf(under, { scope: { team: 'east' } })).toMatchObject({
      rows: { ana: { from: 4, to: 6 } },
      streaks: { rows: {} },
    })
    expect(viewOf(under, { scope: { team: 'west' } })).toMatchObject({ rows: {}, newcomers: [] })
  })

  test('a past window has its leavers, and only facts of its metrics recompute it', () => {
    const under = createTestFloor(file())
    under.write(...usual('dee'), ...callsOn('dee', '16', 6))
    expect(viewOf(under).rows).toEqual({})
    expect(Object.keys(viewOf(under, { window: 'week' }, '2026-11-18T17:00:00Z').rows)).toEqual(['dee'])
    const { bases } = createImprovedView(under.numbers, boardOf({ streak: 'wins' }))
    expect(bases).toEqual([0, 1])
  })
})

describe('the faults of such a board', () => {
  const faultsOf = (more: object) => improvedFaults(boardOf(more), file(), ['boards', 0])

  test('it needs metrics that the floor has', () => {
    expect(faultsOf({ metric: 'calls', streak: 'wins' })).toEqual([])
    expect(faultsOf({ metric: 'dance', streak: 'song' }).map(({ path }) => path.at(-1))).toEqual([
      'metric',
      'streak',
    ])
  })

  test('a window needs a beginning, a streak days that can be won', () => {
    for (const window of ['all', 'overdue', '..2026-11-01'])
      expect(faultsOf({ window })).toMatchObject([{ path: ['boards', 0, 'window'] }])
    expect(faultsOf({ window: '2026-11-01..' })).toEqual([])
    expect(faultsOf({ metric: 'misses' })).toMatchObject([{ path: ['boards', 0, 'streak'] }])
    expect(faultsOf({ metric: 'misses', streak: 'calls' })).toEqual([])
  })
})
