import { describe, expect, test } from 'vitest'
import { ResultsBoard, ResultsView } from '../../../wire/boards/results-board.ts'
import {
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
import { resultsFaults } from './results-faults.ts'
import { createResultsView } from './results-view.ts'

/** In the fourth quarter of the year. */
const now = Date.parse('2026-11-18T12:00:00Z')
const isOpen = { field: 'status', is: 'open' }
const due = (more: object = {}) => ({
  from: 'deal',
  date: 'expectedCloseOn',
  where: [isOpen],
  measure: { sum: 'amount' },
  ...more,
})
const closing = metricOf('closing', due(), { unit: 'money' })
const all = metricOf('all', due({ where: [] }), { unit: 'money' })
const created = metricOf('created', due({ date: 'createdAt' }), { unit: 'money' })
const counted = metricOf('counted', due({ measure: 'count' }))
const rate = metricOf('rate', { ratio: ['wins', 'calls'] }, { unit: 'percent' })

const file = (more: Record<string, unknown> = {}) =>
  floorOf({
    roles: [{ id: 'ae', name: 'AE' }],
    teams: [team('east', { name: 'East Coast' }), team('north', { parent: 'east' }), team('west')],
    people: [
      person('zoe', { name: 'Zoe', team: 'north', role: 'ae' }),
      person('ana', { name: 'Ana Lopez', team: 'east', role: 'ae' }),
      person('gone', { team: 'east', endedOn: '2026-10-20' }),
      person('cy', { team: 'west' }),
    ],
    goals: [
      { metric: 'revenue', window: 'quarter', role: 'ae', value: 1000 },
      { metric: 'revenue', window: 'quarter', rep: 'ana', value: 2000, from: '2027-01-01' },
      { metric: 'revenue', window: 'quarter', team: 'east', value: 2500 },
    ],
    metrics: [calls, wins, revenue, closing, all, created, counted, rate],
    ...more,
  })

let nextDeal = 0
const open = (rep: string, expectedCloseOn: string, dollars: number): object => ({
  source: 'crm',
  id: `open ${nextDeal++}`,
  type: 'deal',
  status: 'open',
  createdAt: '2026-09-01',
  expectedCloseOn,
  amount: { minor: dollars * 100, currency: 'USD' },
  credits: [{ rep }],
})

const boardOf = (more: object = {}) =>
  ResultsBoard.parse({
    id: 'r',
    title: 'Is the team seeing results?',
    kind: 'results',
    metric: 'revenue',
    pipeline: 'closing',
    scope: { team: 'east' },
    ...more,
  })

const viewOf = (under: TestFloor, more: object = {}, at = now): ResultsView =>
  ResultsView.parse(createResultsView(under.numbers, boardOf(more)).compute(at))

describe('a results board', () => {
  test('[B71] shows everybody who is here, in the order of names, or the teams right below its scope', () => {
    const under = createTestFloor(file())
    expect(Object.entries(viewOf(under).rows).map(([id, { place }]) => [id, place])).toEqual([
      ['ana', 0],
      ['zoe', 1],
    ])
    expect(Object.keys(viewOf(under, { of: 'teams' }).rows)).toEqual(['north'])
    expect(Object.keys(viewOf(under, { of: 'teams', scope: {} }).rows)).toEqual(['east', 'west'])
  })

  test('[B71] has the last, this and the next period, each with its own value and goal', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-08-03', 1100), win('ana', '2026-11-03', 400))
    const view = viewOf(under)
    expect([view.last.label, view.window.label, view.next.label]).toEqual(['Q3 2026', 'Q4 2026', 'Q1 2027'])
    expect(view.rows['ana']).toMatchObject({
      last: { value: 110_000, goal: 100_000, state: 'reached' },
      current: { value: 40_000, goal: 100_000 },
      next: { value: 0, goal: 200_000 },
    })
    expect(viewOf(under, { period: 'month' }).last.label).toBe('October 2026')
  })

  test('[B72] what is due is open and expected in what is left of a period, today included', () => {
    const under = createTestFloor(file())
    under.write(
      open('ana', '2026-11-17', 1),
      open('ana', '2026-11-18', 20),
      open('ana', '2026-12-31', 300),
      open('ana', '2027-01-01', 4000),
      open('ana', '2027-04-01', 50_000),
    )
    const { current, next } = viewOf(under).rows['ana'] ?? {}
    expect([current?.due, next?.due]).toEqual([32_000, 400_000])
    const later = viewOf(under, {}, Date.parse('2026-11-19T12:00:00Z')).rows['ana']
    expect(later?.current.due).toBe(30_000)
  })

  test('[B73] says how well what is missing is covered', () => {
    const under = createTestFloor(file())
    under.write(
      win('ana', '2026-11-03', 400),
      open('ana', '2026-12-01', 1260),
      open('ana', '2027-02-01', 900),
    )
    expect(viewOf(under).rows['ana']).toMatchObject({
      current: { coverage: 2.1, cover: 'thin' },
      next: { coverage: 0.45, cover: 'short' },
    })
    expect(viewOf(under, { enough: 2 }).rows['ana']?.current.cover).toBe('covered')
  })

  test('[B75] all together is the whole scope, leavers and their team’s own goal included', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-11-03', 400), win('gone', '2026-10-05', 70), open('zoe', '2026-12-01', 30))
    const { current } = viewOf(under).total
    expect(current).toMatchObject({ value: 47_000, goal: 250_000, due: 3000 })
    const role = viewOf(under, { scope: { role: 'ae' } }).total
    expect(role.current).toMatchObject({ value: 40_000, goal: 200_000, due: 3000 })
    expect(role.next.goal).toBe(300_000)
  })

  test('[B71] whoever has not joined by the end of a period, or leaves before it, is asked for nothing in it', () => {
    const dated = [
      person('new', { team: 'east', role: 'ae', startedOn: '2026-10-05' }),
      person('old', { team: 'east', role: 'ae', endedOn: '2026-12-01' }),
      person('off', { team: 'east', role: 'ae', endedOn: '2026-08-31' }),
    ]
    const goals = [{ metric: 'revenue', window: 'quarter', role: 'ae', value: 1000 }]
    const under = createTestFloor(file({ people: dated, goals }))
    under.write(win('old', '2026-08-03', 400), open('old', '2026-12-01', 50))
    const { rows, total } = viewOf(under, { scope: { role: 'ae' } })
    const nothing = { value: null, goal: null, attainment: null, pace: null, state: null }
    expect(rows['new']).toMatchObject({
      last: nothing,
      current: { value: 0, goal: 100_000 },
      next: { value: 0, goal: 100_000, due: 0, cover: 'short' },
    })
    expect(rows['old']).toMatchObject({
      last: { value: 40_000, goal: 100_000 },
      current: { goal: 100_000, due: 5000 },
      next: { ...nothing, due: null, coverage: null, cover: null },
    })
    // The last one is that of those who were here then, leavers too (B1).
    expect([total.last.goal, total.current.goal, total.next.goal]).toEqual([200_000, 200_000, 100_000])
  })

  test('[B71] what was credited to somebody before they joined counts, against no goal', () => {
    const people = [person('new', { team: 'east', role: 'ae', startedOn: '2026-10-05' })]
    const under = createTestFloor(file({ people }))
    under.write(win('new', '2026-08-03', 400))
    expect(viewOf(under).rows['new']?.last).toMatchObject({ value: 40_000, goal: null, attainment: null })
  })

  test('[B71] who came from another team has no goal of a period before in this one', () => {
    const moved = [{ team: 'west' }, { team: 'east', from: '2026-10-01' }]
    const people = [person('cy', { team: moved, role: 'ae' })]
    const under = createTestFloor(file({ people }))
    under.write(win('cy', '2026-08-03', 400))
    expect(viewOf(under).rows['cy']).toMatchObject({
      last: { value: null, goal: null },
      current: { goal: 100_000 },
    })
  })

  test('[B74] without a goal nothing is covered and nothing missing', () => {
    const under = createTestFloor(file())
    under.write(open('cy', '2026-12-01', 30))
    const row = viewOf(under, { scope: { team: 'west' } }).rows['cy']
    expect(row?.current).toMatchObject({ goal: null, due: 3000, coverage: null, cover: null })
  })

  test('changes with its own facts only', () => {
    const { numbers } = createTestFloor(file())
    const index = (id: string) => numbers.model.metric(id)?.index ?? -1
    expect(createResultsView(numbers, boardOf()).bases).toEqual([index('revenue'), index('closing')])
  })
})

describe('[B76] a results board refuses', () => {
  const faultsOf = (more: object) => resultsFaults(boardOf(more), file(), ['boards', 0])
  const refused = (place: string, message: RegExp) => [
    { path: ['boards', 0, place], message: expect.stringMatching(message) },
  ]

  test('nothing of an ordinary one', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ metric: 'wins', pipeline: 'counted', of: 'teams' })).toEqual([])
  })

  test('inputs, and what no deal adds to', () => {
    expect(faultsOf({ metric: 'calls', pipeline: 'counted' })).toEqual(refused('metric', /is an input/))
    expect(faultsOf({ metric: 'rate' })).toMatchObject([
      ...refused('metric', /no amount/),
      ...refused('pipeline', /in money and "rate" in percent/),
    ])
  })

  test('pipeline that is not open, not due on a day, or in another unit', () => {
    expect(faultsOf({ pipeline: 'all' })).toEqual(refused('pipeline', /not open too/))
    expect(faultsOf({ pipeline: 'created' })).toEqual(refused('pipeline', /expectedCloseOn/))
    expect(faultsOf({ pipeline: 'counted' })).toEqual(refused('pipeline', /in count and "revenue" in money/))
  })

  test('metrics that the floor does not have, and a role where rows are teams', () => {
    expect(faultsOf({ metric: 'nope' })).toMatchObject([{ path: ['boards', 0, 'metric'] }])
    expect(faultsOf({ pipeline: 'nope' })).toMatchObject([{ path: ['boards', 0, 'pipeline'] }])
    expect(faultsOf({ of: 'teams', scope: { role: 'ae' } })).toMatchObject([
      { path: ['boards', 0, 'scope', 'role'] },
    ])
  })
})
