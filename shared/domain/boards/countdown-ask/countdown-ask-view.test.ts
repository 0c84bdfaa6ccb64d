import { describe, expect, test } from 'vitest'
import { CountdownAskBoard, CountdownAskView } from '../../../wire/boards/countdown-ask-board.ts'
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
import { createBoardView } from '../board-view.ts'
import { countdownAskFaults } from './countdown-ask-faults.ts'
import { createCountdownAskView } from './countdown-ask-view.ts'

/** A Wednesday: nine working days of November are left, it and the 30th included; twelve are over. */
const now = Date.parse('2026-11-18T09:00:00Z')
const misses = metricOf(
  'misses',
  { from: 'activity', date: 'at', where: [{ field: 'kind', is: 'miss' }] },
  { better: 'lower' },
)
const rate = metricOf('rate', { ratio: ['wins', 'calls'] }, { unit: 'percent' })

const file = (floor: object = {}) =>
  floorOf({
    floor,
    roles: [{ id: 'ae', name: 'AE' }],
    teams: [team('east'), team('west')],
    people: [
      person('ana', { team: 'east', role: 'ae' }),
      person('bo', { team: 'east', role: 'ae' }),
      person('lead', { team: 'east' }),
      person('cy', { team: 'west', role: 'ae' }),
    ],
    goals: [
      { metric: 'wins', window: 'month', team: 'east', value: 13 },
      { metric: 'wins', window: 'month', role: 'ae', value: 6 },
      { metric: 'revenue', window: 'month', team: 'east', value: 1000 },
      { metric: 'wins', window: 'last 28 days', team: 'east', value: 5 },
      { metric: 'wins', window: 'all', team: 'east', value: 5 },
      { metric: 'misses', window: 'month', team: 'east', value: 2 },
    ],
    metrics: [calls, wins, revenue, misses, rate],
  })

/** Of which something is known: a source has spoken of deals and of activities. */
const floorUnderTest = (floor: object = {}): TestFloor => {
  const under = createTestFloor(file(floor))
  under.write({ ...win('ana', '2026-01-05', 1), status: 'open' }, call('ana', '2026-01-05'))
  return under
}

const boardOf = (more: object = {}) =>
  CountdownAskBoard.parse({
    id: 'c',
    title: 'To go',
    kind: 'countdown-ask',
    metric: 'wins',
    window: 'month',
    scope: { team: 'east' },
    ...more,
  })

const viewOf = (under: TestFloor, more: object = {}, at = now): CountdownAskView =>
  CountdownAskView.parse(createCountdownAskView(under.numbers, boardOf(more)).compute(at))

describe('a countdown', () => {
  test('[B141][B142] says what is left, for how many working days, and what that asks of each and of a day', () => {
    const under = floorUnderTest()
    under.write(win('ana', '2026-11-03', 300), win('cy', '2026-11-04', 100), win('ana', '2026-10-30', 50))
    expect(viewOf(under)).toMatchObject({
      value: 1,
      goal: 13,
      ask: { left: 12, people: 2, each: 6, eachADay: null },
      rhythm: { amount: 1.4, days: 1 },
      days: { all: 21, left: 9 },
      isOver: false,
    })
  })

  test('[B141] a role has the sum of its people’s goals', () => {
    expect(viewOf(floorUnderTest(), { scope: { role: 'ae' } })).toMatchObject({
      goal: 18,
      ask: { left: 18, people: 3, each: 6 },
      rhythm: { amount: 2, days: 1 },
    })
  })

  test('[B195] until it ends, a night shift is of the day on which it began', () => {
    const night = { businessHours: { from: '18:30', to: '08:00' }, holidays: ['2026-11-19'] }
    const under = floorUnderTest(night)
    const left = (at: string, more: object = {}) => viewOf(under, more, Date.parse(at)).days?.left
    // Friday's shift runs on into Saturday; Monday the 30th is the month's last.
    expect(left('2026-11-27T23:59:59Z')).toBe(2)
    expect(left('2026-11-28T02:00:00Z')).toBe(2)
    expect(left('2026-11-28T07:59:59Z')).toBe(2)
    expect(left('2026-11-28T08:00:00Z')).toBe(1)
    expect(left('2026-11-29T02:00:00Z')).toBe(1)
    // Between two shifts and in the second, nothing changes at midnight.
    expect(left('2026-11-17T23:00:00Z')).toBe(left('2026-11-18T02:00:00Z'))
    expect(left('2026-11-18T08:00:00Z')).toBe(left('2026-11-18T23:00:00Z'))
    expect(left('2026-11-18T02:00:00Z')).toBe(9)
    expect(left('2026-11-18T08:00:00Z')).toBe(8)
    // Of a holiday there is no shift that could run on.
    expect(left('2026-11-20T02:00:00Z')).toBe(7)
    // A new month has begun, and the shift of the 30th is none of its days.
    expect(viewOf(under, {}, Date.parse('2026-12-01T02:00:00Z')).days).toEqual({ all: 23, left: 23 })
    expect(left('2026-12-01T02:00:00Z', { window: 'last month' })).toBe(0)
  })

  test('[B195] by the clock of the board’s team', () => {
    const under = createTestFloor(
      floorOf({
        ...file({ businessHours: { from: '18:30', to: '08:00' } }),
        teams: [team('east', { timeZone: 'Asia/Tokyo' }), team('west')],
      }),
    )
    const left = (scope: object, at: string) =>
      createBoardView(under.numbers, boardOf({ scope })).compute(Date.parse(at)).days?.left
    // There it is Saturday, two in the morning; on the floor it is Friday, before the shift.
    const friday = '2026-11-27T17:00:00Z'
    expect([left({ team: 'east' }, friday), left({}, friday)]).toEqual([2, 2])
    // There the shift is over; on the floor it goes on into Saturday.
    const saturday = '2026-11-28T00:00:00Z'
    expect([left({ team: 'east' }, saturday), left({}, saturday)]).toEqual([1, 2])
  })

  test('[B195] the heading of a week counts the same day', () => {
    const under = floorUnderTest({ businessHours: { from: '18:30', to: '08:00' } })
    const progress = (at: string) => viewOf(under, { window: 'week' }, Date.parse(at)).window.progress
    expect(progress('2026-11-17T23:00:00Z')).toBe('working day 2 of 5')
    expect(progress('2026-11-18T02:00:00Z')).toBe('working day 2 of 5')
    expect(progress('2026-11-18T08:00:00Z')).toBe('working day 3 of 5')
    expect(progress('2026-11-16T02:00:00Z')).toBe('working day 1 of 5')
  })

  test('[B142] money is asked in whole minor units', () => {
    expect(viewOf(floorUnderTest(), { metric: 'revenue' }).rhythm).toEqual({ amount: 11_112, days: 1 })
  })

  test('[B143] a window that has not begun has all its days left', () => {
    const october = Date.parse('2026-10-30T12:00:00Z')
    expect(viewOf(floorUnderTest(), { window: 'next month' }, october).days).toEqual({
      all: 21,
      left: 21,
    })
  })

  test('[B143] nothing is asked once the goal is reached', () => {
    const under = floorUnderTest()
    for (let day = 1; day <= 14; day++) under.write(win('bo', `2026-11-${String(day).padStart(2, '0')}`, 10))
    expect(viewOf(under)).toMatchObject({
      state: 'reached',
      ask: null,
      rhythm: null,
      days: { all: 21, left: 9 },
    })
  })

  test('[B143] nor once the window is over', () => {
    expect(viewOf(floorUnderTest(), { window: 'last month' })).toMatchObject({
      ask: null,
      rhythm: null,
      days: { all: 22, left: 0 },
      isOver: true,
    })
  })

  test('[B143] nor of a day where no working day is left, though there is time', () => {
    const saturday = Date.parse('2026-10-31T12:00:00Z')
    expect(viewOf(floorUnderTest(), {}, saturday)).toMatchObject({
      ask: { left: 13 },
      rhythm: null,
      days: { all: 22, left: 0 },
      isOver: false,
    })
  })

  test.each(['last 28 days', 'all'])('[B143] nor of a day in a window without an end: %s', (window) => {
    expect(viewOf(floorUnderTest(), { window })).toMatchObject({
      ask: { left: 5 },
      rhythm: null,
      days: null,
    })
  })

  test('[B143] nor without a goal', () => {
    expect(viewOf(floorUnderTest(), { scope: { team: 'west' } })).toMatchObject({
      goal: null,
      state: null,
      ask: null,
      rhythm: null,
    })
  })

  test('[B144] what is to stay low asks nothing, below its goal and above it', () => {
    const under = floorUnderTest()
    const miss = () => call('ana', '2026-11-10T10:00:00Z', { kind: 'miss' })
    under.write(miss())
    expect(viewOf(under, { metric: 'misses' })).toMatchObject({ value: 1, goal: 2, ask: null, rhythm: null })
    under.write(miss(), miss())
    expect(viewOf(under, { metric: 'misses' })).toMatchObject({ value: 3, ask: null, rhythm: null })
  })

  test('[B145] tells what a working day has brought, once a tenth of the time is over', () => {
    const under = floorUnderTest()
    under.write(win('ana', '2026-11-02', 300), win('bo', '2026-11-04', 100))
    expect(viewOf(under, {}, Date.parse('2026-11-03T09:00:00Z')).soFarADay).toBe(null)
    // Nine o'clock: twelve days are over, and nothing of this one.
    expect(viewOf(under).soFarADay).toBeCloseTo(2 / 12)
    expect(viewOf(under, { window: 'last month' }).soFarADay).toBe(0)
  })

  test('changes with facts of its metric only', () => {
    const { numbers } = floorUnderTest()
    expect(createCountdownAskView(numbers, boardOf()).bases).toEqual([numbers.model.metric('wins')?.index])
  })
})

describe('[B146] a countdown refuses', () => {
  const faultsOf = (more: object) => countdownAskFaults(boardOf(more), file(), ['boards', 0])

  test('nothing of an ordinary one, nor of what is to stay low', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ metric: 'misses' })).toEqual([])
  })

  test('a rate, and a metric that the floor does not have', () => {
    expect(faultsOf({ metric: 'rate' })).toMatchObject([
      { path: ['boards', 0, 'metric'], message: expect.stringMatching(/no day brings a part/) },
    ])
    expect(faultsOf({ metric: 'nope' })).toMatchObject([{ path: ['boards', 0, 'metric'] }])
  })
})
