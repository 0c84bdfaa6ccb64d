import { describe, expect, test } from 'vitest'
import { HeadToHeadBoard, HeadToHeadView } from '../../../wire/boards/head-to-head-board.ts'
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
import { headToHeadFaults } from './head-to-head-faults.ts'
import { createHeadToHeadView } from './head-to-head-view.ts'

const now = Date.parse('2026-11-18T12:00:00Z')
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
    teams: [team('east', { name: 'East Coast' }), team('north', { parent: 'east' }), team('west')],
    people: [
      person('ana', { name: 'Ana Lopez', team: 'north' }),
      person('bo', { team: 'east' }),
      person('gone', { team: 'east', endedOn: '2026-11-01' }),
      person('cy', { team: 'west' }),
    ],
    goals: [{ metric: 'revenue', window: 'month', team: 'east', value: 300 }],
    metrics: [calls, wins, revenue, misses, meanWin],
    ...more,
  })

const boardOf = (more: object = {}) =>
  HeadToHeadBoard.parse({
    id: 'h',
    title: 'East v West',
    kind: 'head-to-head',
    sides: ['east', 'west'],
    metrics: [{ metric: 'revenue' }, { metric: 'calls' }],
    window: 'month',
    ...more,
  })

const viewOf = (under: ReturnType<typeof createTestFloor>, more: object = {}): HeadToHeadView =>
  HeadToHeadView.parse(createHeadToHeadView(under.numbers, boardOf(more)).compute(now))

describe('a head to head', () => {
  test('[B23] counts the ropes each side leads; what is level counts for nobody', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-11-16', 30), win('cy', '2026-11-16', 10), call('bo', '2026-11-17'))
    under.write(call('bo', '2026-11-17', { kind: 'miss' }), call('cy', '2026-01-05'))
    const metrics = ['revenue', 'calls', 'wins', 'misses'].map((metric) => ({ metric }))
    const { left, right, rows } = viewOf(under, { metrics })
    expect([left.won, right.won]).toEqual([2, 1])
    expect(Object.values(rows).map(({ leads }) => leads)).toEqual(['left', 'left', 'level', 'right'])
    expect(rows['revenue month']?.share).toBe(0.75)
  })

  test('[B23] has the goals of its sides with their state, and none where none is set', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-11-16', 300))
    const row = viewOf(under).rows['revenue month']
    expect(row?.left).toMatchObject({ goal: 30_000, state: 'reached' })
    expect(row?.right).toMatchObject({ value: 0, goal: null, state: null })
  })

  test('[B24] per person, what adds up is divided by those who are there today, goals too; rates stay', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-11-16', 60), win('bo', '2026-11-16', 60), win('cy', '2026-11-16', 60))
    const metrics = [{ metric: 'revenue' }, { metric: 'mean-win' }]
    const { left, right, rows } = viewOf(under, { per: 'person', metrics })
    expect([left.people, right.people]).toEqual([2, 1])
    expect(rows['revenue month']).toMatchObject({
      perPerson: true,
      leads: 'level',
      left: { value: 6000, goal: 15_000, attainment: 0.4 },
    })
    expect(rows['mean-win month']).toMatchObject({ perPerson: false, left: { value: 6000 } })
  })

  test('[B24] a side with nobody on it has no number per person', () => {
    const under = createTestFloor(file({ people: [person('ana', { team: 'east' })] }))
    const { right, rows } = viewOf(under, { per: 'person' })
    expect(right.people).toBe(0)
    expect(rows['calls month']).toMatchObject({ leads: null, share: null, right: { value: null } })
  })

  test('[B23] sets two people against each other, in hues that differ', () => {
    const people = Array.from({ length: 9 }, (_, index) => person(`p${index}`))
    const under = createTestFloor(file({ people }))
    const { left, right } = viewOf(under, { sides: ['p0', 'p8'] })
    expect([left.of, right.of]).toEqual(['person', 'person'])
    expect([left.hue, right.hue]).toEqual([0, 4])
  })

  test('[B23] a metric can have a window of its own, and be there in two', () => {
    const under = createTestFloor(file())
    under.write(call('bo', '2026-11-03'), call('bo', '2026-11-17'))
    const { rows } = viewOf(under, { metrics: [{ metric: 'calls' }, { metric: 'calls', window: 'week' }] })
    expect([rows['calls month']?.left.value, rows['calls week']?.left.value]).toEqual([2, 1])
  })

  test('[B23] rests on its own metrics alone', () => {
    const { numbers } = createTestFloor(file())
    expect(createHeadToHeadView(numbers, boardOf()).bases).toEqual([2, 0])
  })
})

describe('its faults', () => {
  const faultsOf = (more: object) =>
    headToHeadFaults(boardOf(more), file(), ['boards', 0]).map(
      ({ path, message }) => `${path.slice(2).join('.')}: ${message}`,
    )

  test('a sound one has none', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ sides: ['ana', 'bo'] })).toEqual([])
  })

  test('the sides are two teams or two people that have nothing in common', () => {
    expect(faultsOf({ sides: ['x', 'west'] })).toEqual([
      'sides.0: "x" is no team and no person of this floor',
    ])
    expect(faultsOf({ sides: ['west', 'west'] })).toEqual([
      'sides.1: is on both sides; a head to head needs two',
    ])
    expect(faultsOf({ sides: ['west', 'ana'] })).toEqual([
      'sides.1: is a person and "west" a team; set two teams or two people against each other',
    ])
    expect(faultsOf({ sides: ['east', 'north'] })).toEqual([
      'sides.1: and "east" are above and below each other, so their numbers overlap',
    ])
  })

  test('each metric has one rope in a window', () => {
    expect(
      faultsOf({ metrics: [{ metric: 'x' }, { metric: 'calls' }, { metric: 'calls', window: 'month' }] }),
    ).toEqual([
      'metrics.0.metric: "x" is no metric of this floor',
      'metrics.2.metric: has its rope already, as metrics[1] in the same window',
    ])
  })

  test('neither people per person nor a scope beside the sides', () => {
    expect(faultsOf({ sides: ['ana', 'bo'], per: 'person', scope: { team: 'east' } })).toEqual([
      'per: is for teams; people have nobody to be divided by',
      'scope: is what the two sides say already; leave it out',
    ])
  })
})
