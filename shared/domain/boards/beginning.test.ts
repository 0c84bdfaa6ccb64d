import { expect, test } from 'vitest'
import { Board } from '../../wire/floor.ts'
import { createTestFloor, floorOf, person, revenue, win } from '../test-support/test-floor.ts'
import { createBoardView } from './board-view.ts'

const goals = ['ana', 'bo'].map((rep) => ({ metric: 'revenue', rep, window: 'quarter', value: 10_000 }))
const board = (window: string) =>
  Board.parse({ id: 'b', title: 'B', kind: 'leaderboard', metric: 'revenue', window })

/** Ana won last quarter, and Bo has a little of this one. */
const floor = createTestFloor(floorOf({ people: [person('ana'), person('bo')], metrics: [revenue], goals }))
floor.write(win('ana', '2026-08-05', 9000), win('bo', '2026-08-06', 4000), win('bo', '2026-10-01', 50))
const viewAt = (at: string, window = 'quarter') => {
  const view = createBoardView(floor.numbers, board(window)).compute(Date.parse(at))
  if (view.kind !== 'leaderboard') throw new Error('no leaderboard')
  return view
}
const [first, later] = ['2026-10-02T12:00:00Z', '2026-10-08T12:00:00Z']

test('[B215][B230] nothing is due before a twentieth of the working time is over, and then all of it that is', () => {
  expect(viewAt(first).rows['ana']).toMatchObject({ value: 0, pace: 0, state: null })
  expect(viewAt(later).rows['ana']).toMatchObject({ value: 0, state: 'well behind' })
  expect(viewAt(later).rows['ana']?.pace).toBeGreaterThan(50_000)
})

test('[B216] a quarter begins with its working days, until something of it is due; a week does not', () => {
  expect(viewAt(first).window.begins).toBe(66)
  expect(viewAt(later).window.begins).toBeUndefined()
  expect(viewAt('2026-10-05T00:30:00Z', 'week').window.begins).toBeUndefined()
})

test('[B217] while it begins, a leaderboard names who had most in the period before', () => {
  expect(viewAt(first).last).toEqual({ period: 'Q3 2026', rep: 'ana', value: 900_000 })
  expect(viewAt(later).last).toBeUndefined()
  expect(viewAt('2026-07-01T12:00:00Z').last).toBeUndefined()
})
