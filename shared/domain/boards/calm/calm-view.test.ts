import { describe, expect, test } from 'vitest'
import { CalmBoard, CalmView } from '../../../wire/boards/calm-board.ts'
import { calls, createTestFloor, floorOf, person, revenue, team, win } from '../../test-support/test-floor.ts'
import { createBoardView } from '../board-view.ts'
import { calmFaults } from './calm-faults.ts'

const file = (more: Record<string, unknown> = {}) =>
  floorOf({
    floor: {
      timeZone: 'America/New_York',
      holidays: ['2026-11-26', '2026-12-25', '2026-12-28', '2027-01-01'],
    },
    roles: [{ id: 'sdr', name: 'SDR' }],
    teams: [team('east', { name: 'East Coast' }), team('london', { timeZone: 'Europe/London' })],
    people: [person('ana', { team: 'east', role: 'sdr' }), person('bo', { team: 'east', role: 'sdr' })],
    goals: [
      { metric: 'calls', window: 'week', role: 'sdr', value: 160 },
      { metric: 'calls', window: 'day', role: 'sdr', value: 32 },
      { metric: 'revenue', window: 'week', team: 'east', value: 300 },
    ],
    metrics: [calls, revenue],
    ...more,
  })

const boardOf = (more: object = {}) =>
  CalmBoard.parse({ id: 'c', title: 'After hours', kind: 'calm', ...more })

/** Times of New York, in November at UTC − 5. */
const viewOf = (at: string, more: object = {}, under = createTestFloor(file())): CalmView =>
  CalmView.parse(createBoardView(under.numbers, boardOf(more)).compute(Date.parse(`${at}:00-05:00`)))

const nextAt = (at: string, more: object = {}) => viewOf(at, more).next

describe('out of hours', () => {
  test('[B91] the next working day is today until its business hours begin, then the one after', () => {
    expect(nextAt('2026-11-20T08:59')).toEqual({ day: '2026-11-20', inDays: 0 })
    expect(nextAt('2026-11-20T09:00')).toEqual({ day: '2026-11-23', inDays: 3 })
    expect(nextAt('2026-11-23T22:00')).toEqual({ day: '2026-11-24', inDays: 1 })
  })

  test('[B91] it is no holiday, and counted where the board’s team is', () => {
    expect(nextAt('2026-11-25T20:00')).toEqual({ day: '2026-11-27', inDays: 2 })
    expect(nextAt('2026-12-24T20:00')).toEqual({ day: '2026-12-29', inDays: 5 })
    expect(nextAt('2026-11-20T02:00', { scope: { team: 'london' } })).toEqual({
      day: '2026-11-20',
      inDays: 0,
    })
    expect(nextAt('2026-11-20T05:00', { scope: { team: 'london' } })).toEqual({
      day: '2026-11-23',
      inDays: 3,
    })
  })

  test('[B92] a week’s goal is said with its share of a working day of the week to come', () => {
    const metrics = [{ metric: 'calls' }]
    expect(viewOf('2026-11-20T20:00', { metrics }).goals).toMatchObject([
      { grain: 'week', of: 'each', goal: { from: 160, to: 160 }, aDay: { from: 40, to: 40 } },
    ])
    expect(viewOf('2026-11-13T20:00', { metrics }).goals[0]?.aDay).toEqual({ from: 32, to: 32 })
    expect(viewOf('2026-11-20T20:00', { metrics: [{ metric: 'calls', window: 'day' }] }).goals).toMatchObject(
      [{ grain: 'day', goal: { from: 32, to: 32 }, aDay: null }],
    )
  })

  test('[B92] goals that differ are said from the lowest to the highest', () => {
    const goals = [
      { metric: 'calls', window: 'week', role: 'sdr', value: 160 },
      { metric: 'calls', window: 'week', rep: 'bo', value: 81 },
    ]
    const under = createTestFloor(file({ goals }))
    expect(viewOf('2026-11-13T20:00', { metrics: [{ metric: 'calls' }] }, under).goals[0]).toMatchObject({
      of: 'each',
      goal: { from: 81, to: 160 },
      aDay: { from: 17, to: 32 },
    })
  })

  test('[B92] where nobody has one of their own it is the team’s, and without any it says so', () => {
    const metrics = [{ metric: 'revenue' }]
    expect(viewOf('2026-11-20T20:00', { metrics, scope: { team: 'east' } }).goals).toMatchObject([
      { of: 'together', goal: { from: 30_000, to: 30_000 }, aDay: { from: 7500, to: 7500 } },
    ])
    expect(viewOf('2026-11-20T20:00', { metrics }).goals).toMatchObject([
      { of: null, goal: null, aDay: null },
    ])
  })

  test('[B92] the goals are those of the people who will be there', () => {
    const people = [person('ana', { role: 'sdr', endedOn: '2026-11-20' })]
    const under = createTestFloor(file({ people }))
    expect(viewOf('2026-11-20T20:00', { metrics: [{ metric: 'calls' }] }, under).goals[0]?.goal).toBeNull()
  })

  test('[B93] the result is that of the week last worked in, until the next one begins', () => {
    const under = createTestFloor(file())
    under.write(win('ana', '2026-11-17', 250), win('bo', '2026-11-24', 10))
    const more = { result: { metric: 'revenue' }, scope: { team: 'east' } }
    const resultAt = (at: string) => {
      const { result } = viewOf(at, more, under)
      return [result?.value, result?.window.start, result?.window.label]
    }
    expect(resultAt('2026-11-20T20:00')).toEqual([25_000, '2026-11-16', 'This week'])
    expect(resultAt('2026-11-22T20:00')).toEqual([25_000, '2026-11-16', 'This week'])
    expect(resultAt('2026-11-23T08:00')).toEqual([25_000, '2026-11-16', 'Last week'])
    expect(resultAt('2026-11-23T09:00')).toEqual([1000, '2026-11-23', 'This week'])
    expect(viewOf('2026-11-22T20:00', more, under).result).toMatchObject({ goal: 30_000, state: 'behind' })
  })

  test('[B93] a window that is no period of the calendar stays as it is', () => {
    const more = { result: { metric: 'revenue', window: 'last 7 days' } }
    expect(viewOf('2026-11-23T08:00', more).result?.window.start).toBe('2026-11-17')
    expect(viewOf('2026-11-23T08:00').result).toBeNull()
  })

  test('[B94] goals are for periods that hold a day to come, of metrics that there are', () => {
    const faultsOf = (more: object) =>
      calmFaults(boardOf(more), file(), ['boards', 0]).map(
        ({ path, message }) => `${path.join('.')} ${message}`,
      )
    expect(
      faultsOf({ metrics: [{ metric: 'calls', window: 'quarter' }], result: { metric: 'revenue' } }),
    ).toEqual([])
    expect(
      faultsOf({ metrics: [{ metric: 'calls', window: 'last week' }], result: { metric: 'nothing' } }),
    ).toEqual([
      'boards.0.metrics.0.window holds no day to come; name day, week, month, quarter or year',
      'boards.0.result.metric "nothing" is no metric of this floor',
    ])
  })
})
