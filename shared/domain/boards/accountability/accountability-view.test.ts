import { describe, expect, test } from 'vitest'
import type { AccountabilityView } from '../../../wire/boards/accountability-board.ts'
import { Board, FloorFile } from '../../../wire/floor.ts'
import {
  call,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  team,
  wins,
} from '../../test-support/test-floor.ts'
import { createBoardView } from '../board-view.ts'
import { floorReferenceFaults } from '../floor-references.ts'

const work = { indicator: 'input', question: 'activity' }
const activity = (id: string, more: object = {}) =>
  metricOf(id, { from: 'activity', date: 'at', where: [{ field: 'kind', is: id }] }, { ...work, ...more })
const metrics = [
  activity('call'),
  activity('meeting'),
  activity('miss', { better: 'lower' }),
  metricOf('rate', { ratio: ['meeting', 'call'] }, { ...work, unit: 'percent' }),
  activity('stale', { better: 'lower', window: 'older than 14 days' }),
  wins,
]
const floor = (more: { floor?: object } & Record<string, unknown> = {}) =>
  createTestFloor(
    floorOf({
      roles: [{ id: 'ae', name: 'AE' }],
      teams: [team('east'), team('west')],
      people: [
        person('bo', { name: 'Bo', team: 'east', role: 'ae' }),
        person('ana', { name: 'Ana', team: 'east', role: 'ae' }),
        person('cy', { name: 'Cy', team: 'west' }),
        person('gone', { name: 'Gone', team: 'east', role: 'ae', endedOn: '2026-11-13' }),
      ],
      goals: [
        { metric: 'call', window: 'week', role: 'ae', value: 9 },
        { metric: 'miss', window: 'week', role: 'ae', value: 1 },
        { metric: 'rate', window: 'week', role: 'ae', value: 0.5 },
        { metric: 'stale', window: 'older than 14 days', role: 'ae', value: 0 },
      ],
      metrics,
      ...more,
    }),
  )

/** Wednesday noon: 19 of the week's 40 working hours are over. */
const noon = '2026-11-18T12:00:00Z'
const viewAt = (under: ReturnType<typeof floor>, board: object, at = noon): AccountabilityView => {
  const parsed = Board.parse({ id: 'b', title: 'B', kind: 'accountability', metrics: ['call'], ...board })
  const view = createBoardView(under.numbers, parsed).compute(Date.parse(at))
  if (view.kind !== 'accountability') throw new Error(view.kind)
  return view
}
const inOrder = ({ rows }: AccountabilityView): string[] =>
  Object.entries(rows)
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([id]) => id)
const calls = (rep: string, day: string, count: number) => Array.from({ length: count }, () => call(rep, day))

describe('an accountability board', () => {
  test('[B11] shows the whole team in the order of names, whoever did most, goal or none', () => {
    const under = floor()
    under.write(...calls('cy', '2026-11-16', 20), ...calls('bo', '2026-11-17', 9))
    const view = viewAt(under, {})
    expect(inOrder(view)).toEqual(['ana', 'bo', 'cy'])
    expect(view.rows['bo']?.cells).toMatchObject([{ value: 9, goal: 9, state: 'reached' }])
    expect(view.rows['cy']?.cells).toMatchObject([{ value: 20, goal: null, state: null }])
    expect(view.columns).toMatchObject([{ atGoal: 1, withGoal: 2, notDue: 0, asOf: null }])
  })

  test('[B1][B11] shows last week with those who were here then, against the whole goal', () => {
    const under = floor()
    under.write(...calls('gone', '2026-11-10', 8), ...calls('gone', '2026-11-17', 1))
    const view = viewAt(under, { period: 'last-week', scope: { team: 'east' } })
    expect(inOrder(view)).toEqual(['ana', 'bo', 'gone'])
    expect(view.rows['gone']?.cells).toMatchObject([{ value: 8, goal: 9, pace: 9, state: 'behind' }])
    expect(view.window).toMatchObject({ start: '2026-11-09', progress: 'closed' })
  })

  test('[B12] holds the mid-week check-in against what is due by now, in whole pieces', () => {
    const under = floor()
    under.write(...calls('ana', '2026-11-17', 5), ...calls('bo', '2026-11-17', 4))
    const view = viewAt(under, { period: 'mid-week' })
    // 9 × 19/40 = 4.275
    expect(view.rows['ana']?.cells).toMatchObject([{ value: 5, goal: 5, attainment: 1, state: 'reached' }])
    expect(view.rows['bo']?.cells).toMatchObject([{ value: 4, goal: 5, state: 'behind' }])
    expect(view.columns[0]).toMatchObject({ atGoal: 1, withGoal: 2 })
  })

  test('[B12] rounds no exact pace up, and asks for nothing more than the goal', () => {
    const goals = [{ metric: 'call', window: 'week', role: 'ae', value: 30 }]
    const under = floor({ goals })
    under.write(call('ana', '2026-10-01'))
    const dueAt = (at: string) => viewAt(under, { period: 'mid-week' }, at).rows['ana']?.cells[0]?.goal
    // 34 of 40 hours, 25.5 calls; two days of five; the weekend after.
    expect(dueAt('2026-11-20T11:00:00Z')).toBe(26)
    expect(dueAt('2026-11-17T17:00:00Z')).toBe(12)
    expect(dueAt('2026-11-21T11:00:00Z')).toBe(30)
  })

  test('[B12] before the week begins nothing is due, and nobody has reached it', () => {
    const under = floor()
    under.write(call('ana', '2026-10-01'))
    const view = viewAt(under, { period: 'mid-week' }, '2026-11-16T08:00:00Z')
    expect(view.rows['ana']?.cells).toMatchObject([{ value: 0, goal: 0, attainment: null, state: null }])
    expect(view.columns[0]).toMatchObject({ atGoal: 0, withGoal: 0, notDue: 2 })
  })

  test('[P3][B12] holds rates, and what should stay low, against the whole goal at mid-week too', () => {
    const under = floor()
    under.write(...calls('ana', '2026-11-17', 4), call('ana', '2026-11-17', { kind: 'meeting' }))
    const view = viewAt(under, { period: 'mid-week', metrics: ['rate', 'miss'] })
    expect(view.rows['ana']?.cells).toMatchObject([
      { value: 0.25, goal: 0.5, state: 'well behind' },
      { value: 0, goal: 1, state: 'reached' },
    ])
    expect(view.rows['bo']?.cells[0]).toMatchObject({ value: null, goal: 0.5, state: null })
  })

  test('[B13] shows how things stand now for what is no matter of weeks', () => {
    const under = floor()
    under.write(call('ana', '2026-10-01', { kind: 'stale' }), call('bo', '2026-10-01'))
    const view = viewAt(under, { metrics: ['stale'], period: 'mid-week' })
    expect(view.columns[0]?.asOf).toBe('Older than 14 days')
    expect(view.rows['ana']?.cells).toMatchObject([{ value: 1, goal: 0, state: 'well behind' }])
    expect(view.rows['bo']?.cells).toMatchObject([{ value: 0, goal: 0, state: 'reached' }])
  })

  test('is changed by its own facts only', () => {
    const { numbers } = floor()
    const board = Board.parse({ id: 'b', title: 'B', kind: 'accountability', metrics: ['rate', 'call'] })
    const index = (id: string) => numbers.model.metric(id)?.index
    expect([...createBoardView(numbers, board).bases].sort()).toEqual([index('call'), index('meeting')])
  })
})

describe('in a floor file an accountability board', () => {
  const faultsOf = (ids: readonly string[]): string[] => {
    const file = FloorFile.parse({
      floor: { name: 'Test', timeZone: 'UTC', currency: 'USD' },
      metrics: [...metrics, activity('created', { indicator: 'output', question: 'pipeline-creation' })],
      boards: [{ id: 'b', title: 'B', kind: 'accountability', metrics: ids }],
    })
    return floorReferenceFaults(file).map(({ path, message }) => `${path.join('.')}: ${message}`)
  }

  test('[B14] refuses results, with the reason', () => {
    const reason =
      "is a result; an accountability board holds what is in a rep's hands. Put it on a leaderboard."
    expect(faultsOf(['call', 'wins', 'created'])).toEqual([
      `boards.0.metrics.1: "wins" ${reason}`,
      `boards.0.metrics.2: "created" ${reason}`,
    ])
  })

  test('may name no metric that is not there, and none twice', () => {
    expect(faultsOf(['call', 'nothing', 'call'])).toEqual([
      'boards.0.metrics.1: "nothing" is no metric of this floor',
      'boards.0.metrics.2: "call" is on this board already',
    ])
  })

  test('has one to five metrics and a period', () => {
    const parse = (more: object) =>
      Board.safeParse({ id: 'b', title: 'B', kind: 'accountability', metrics: ['call'], ...more })
    expect(parse({}).data).toMatchObject({ period: 'this-week', scope: {} })
    expect(parse({ metrics: [] }).success).toBe(false)
    expect(parse({ metrics: ['a', 'b', 'c', 'd', 'e', 'f'] }).success).toBe(false)
    expect(parse({ period: 'month' }).success).toBe(false)
  })
})
