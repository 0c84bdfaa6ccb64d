import { describe, expect, test } from 'vitest'
import { TeamGoalBoard, TeamGoalView } from '../../../wire/boards/team-goal-board.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  type TestFloor,
  team,
  win,
  wins,
} from '../../test-support/test-floor.ts'
import { teamGoalFaults } from './team-goal-faults.ts'
import { createTeamGoalView } from './team-goal-view.ts'

/** A Wednesday. */
const now = Date.parse('2026-11-18T12:00:00Z')
const misses = metricOf(
  'misses',
  { from: 'activity', date: 'at', where: [{ field: 'kind', is: 'miss' }] },
  { better: 'lower' },
)
const rate = metricOf('rate', { ratio: ['wins', 'calls'] }, { unit: 'percent' })
const mixed = metricOf(
  'mixed',
  {
    points: [
      ['calls', 1],
      ['rate', 2],
    ],
  },
  { unit: 'points' },
)
const loop = metricOf('loop', { points: [['loop', 1]] }, { unit: 'points' })

const file = (more: Record<string, unknown> = {}) =>
  floorOf({
    roles: [{ id: 'ae', name: 'AE' }],
    teams: [team('east', { name: 'East Coast' }), team('west')],
    people: [
      person('ana', { name: 'Ana Lopez', team: 'east', role: 'ae' }),
      person('bo', { team: 'east', role: 'ae' }),
      person('lead', { team: 'east' }),
      person('gone', { team: 'east', role: 'ae', endedOn: '2026-11-10' }),
      person('cy', { team: 'west', role: 'ae' }),
    ],
    goals: [
      { metric: 'revenue', window: 'month', team: 'east', value: 1000 },
      { metric: 'revenue', window: 'month', role: 'ae', value: 400 },
      { metric: 'calls', window: 'week', team: 'east', value: 10 },
    ],
    metrics: [calls, wins, revenue, misses, rate, mixed],
    ...more,
  })

const boardOf = (more: object = {}) =>
  TeamGoalBoard.parse({
    id: 'g',
    title: 'Together',
    kind: 'team-goal',
    metric: 'revenue',
    window: 'month',
    scope: { team: 'east' },
    ...more,
  })

const viewOf = (under: TestFloor, more: object = {}, at = now): TeamGoalView =>
  TeamGoalView.parse(createTeamGoalView(under.numbers, boardOf(more)).compute(at))

describe('a team goal', () => {
  test('[B61] stacks what everybody added, the largest first; what leavers added is at the end, and it adds up', () => {
    const under = createTestFloor(file())
    under.write(
      win('bo', '2026-11-03', 300),
      win('ana', '2026-11-04', 100),
      win('gone', '2026-11-05', 50),
      win('cy', '2026-11-05', 900),
      win('ana', '2026-10-05', 900),
    )
    const { rows, others, value } = viewOf(under)
    expect(Object.entries(rows).map(([id, row]) => [id, row.place, row.value])).toEqual([
      ['bo', 0, 30_000],
      ['ana', 1, 10_000],
    ])
    expect(others).toEqual({ people: 0, value: 5000 })
    expect(value).toBe(45_000)
  })

  test('[B61] of many people the eleven largest stand apart, the small ones are gathered', () => {
    const crowd = Array.from({ length: 13 }, (_, at) => person(`p${at}`, { team: 'east' }))
    const under = createTestFloor(file({ people: crowd }))
    crowd.forEach((_, at) => {
      under.write(win(`p${at}`, '2026-11-03', 10 + at))
    })
    const { rows, others, value } = viewOf(under)
    expect(Object.keys(rows)).toHaveLength(11)
    expect(others).toEqual({ people: 2, value: 2100 })
    const apart = Object.values(rows).reduce((sum, row) => sum + row.value, 0)
    expect(apart + (others?.value ?? 0)).toBe(value)
  })

  test('[B180] those who are gathered are named all the same, each with what they added', () => {
    const crowd = Array.from({ length: 13 }, (_, at) => person(`p${at}`, { team: 'east' }))
    const under = createTestFloor(file({ people: crowd }))
    crowd.forEach((_, at) => {
      under.write(win(`p${at}`, '2026-11-03', 10 + at))
    })
    const { gathered = {} } = viewOf(under)
    expect(Object.entries(gathered).map(([id, row]) => [id, row.place, row.value])).toEqual([
      ['p1', 11, 1100],
      ['p0', 12, 1000],
    ])
  })

  test('[B61] twelve people stand apart, all of them', () => {
    const crowd = Array.from({ length: 12 }, (_, at) => person(`p${at}`, { team: 'east' }))
    const under = createTestFloor(file({ people: crowd }))
    crowd.forEach((_, at) => {
      under.write(win(`p${at}`, '2026-11-03', 10))
    })
    expect(Object.keys(viewOf(under).rows)).toHaveLength(12)
    expect(viewOf(under).others).toBe(null)
    expect(viewOf(under).gathered).toBe(undefined)
  })

  test('[B61] where several have a deal in full everybody keeps their own amount, the small ones too', () => {
    const crowd = Array.from({ length: 13 }, (_, at) => person(`p${at}`, { team: 'east' }))
    const under = createTestFloor(file({ people: crowd, floor: { credit: 'full' } }))
    under.write(win('p0', '2026-11-03', 100, { credits: crowd.map((_, at) => ({ rep: `p${at}` })) }))
    const { rows, others, value } = viewOf(under)
    expect(value).toBe(10_000)
    expect(Object.values(rows).map((row) => row.value)).toEqual(Array.from({ length: 11 }, () => 10_000))
    expect(others).toEqual({ people: 2, value: 20_000 })
  })

  test('[B62] thresholds stand in their order, in minor units of money, and are reached at their amount', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-11-04', 500))
    const thresholds = [
      { at: 800, unlocks: 'Friday off' },
      { at: 500, unlocks: 'Team lunch' },
    ]
    expect(viewOf(under, { thresholds }).thresholds).toEqual([
      { at: 50_000, unlocks: 'Team lunch', reached: true },
      { at: 80_000, unlocks: 'Friday off', reached: false },
    ])
  })

  test('[B63] asks those with a goal of their own for an equal part of what is left', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-11-04', 400))
    expect(viewOf(under).ask).toEqual({ left: 60_000, people: 2, each: 30_000, eachADay: null })
  })

  test('[B63] asks everybody listed where nobody has a goal of their own', () => {
    const under = createTestFloor(file())
    under.write(call('ana', '2026-11-16T10:00:00Z'))
    const view = viewOf(under, { metric: 'calls', window: 'week' })
    expect(view.ask).toEqual({ left: 9, people: 3, each: 3, eachADay: null })
    expect(view.workingDays).toBe(3)
  })

  test('[B63] nothing is asked once the goal is reached, or the window is over', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-11-04', 1000))
    expect(viewOf(under)).toMatchObject({ state: 'reached', ask: null, isOver: false })
    expect(viewOf(under, { window: 'last month' })).toMatchObject({
      ask: null,
      isOver: true,
      workingDays: null,
    })
  })

  test('[B65] a role has the sum of its people’s goals, a scope without a goal has none', () => {
    const under = createTestFloor(file())
    expect(viewOf(under, { scope: { role: 'ae' } }).goal).toBe(120_000)
    expect(viewOf(under, { scope: {} })).toMatchObject({ goal: null, ask: null, state: null, ahead: null })
  })

  test('[B65] the input beside it is the whole team’s', () => {
    const under = createTestFloor(file())
    under.write(call('ana', '2026-11-16T10:00:00Z'), call('bo', '2026-11-17T10:00:00Z'))
    const { pair } = viewOf(under, { pair: { metric: 'calls', window: 'week' } })
    expect(pair).toMatchObject({ value: 2, goal: 10, metric: { id: 'calls' } })
  })

  test('changes with its own facts and those of its pair only', () => {
    const { numbers } = createTestFloor(file())
    const index = (id: string) => numbers.model.metric(id)?.index ?? -1
    expect(createTeamGoalView(numbers, boardOf()).bases).toEqual([index('revenue')])
    expect(createTeamGoalView(numbers, boardOf({ pair: { metric: 'calls' } })).bases).toEqual([
      index('revenue'),
      index('calls'),
    ])
  })
})

describe('[B66] a team goal refuses', () => {
  const faultsOf = (more: object) =>
    teamGoalFaults(boardOf(more), file({ metrics: [calls, wins, revenue, misses, rate, mixed, loop] }), [
      'boards',
      0,
    ])
  const metricPath = ['boards', 0, 'metric']

  test('nothing of an ordinary one', () => {
    expect(faultsOf({ thresholds: [{ at: 5, unlocks: 'Lunch' }], pair: { metric: 'calls' } })).toEqual([])
  })

  test('what is to stay low', () => {
    expect(faultsOf({ metric: 'misses' })).toMatchObject([
      { path: metricPath, message: expect.stringMatching(/stay low/) },
    ])
  })

  test('rates, means and what is made of them: parts of people do not add up to them', () => {
    for (const metric of ['rate', 'mixed', 'loop'])
      expect(faultsOf({ metric })).toMatchObject([
        { path: metricPath, message: expect.stringMatching(/add up/) },
      ])
  })

  test('metrics that the floor does not have, two thresholds at one place, a pair of its own kind', () => {
    expect(faultsOf({ metric: 'nope' })).toMatchObject([{ path: metricPath }])
    const thresholds = [
      { at: 5, unlocks: 'Lunch' },
      { at: 5, unlocks: 'Dinner' },
    ]
    expect(faultsOf({ thresholds })).toMatchObject([{ path: ['boards', 0, 'thresholds', 1, 'at'] }])
    expect(faultsOf({ pair: { metric: 'wins' } })).toMatchObject([{ path: ['boards', 0, 'pair', 'metric'] }])
  })
})
