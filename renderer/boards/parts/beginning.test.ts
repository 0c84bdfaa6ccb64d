import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { BoardView } from '../../../shared/wire/view.ts'
import { head, k, quarter } from '../samples/floor.ts'
import { standing } from '../samples/people.ts'
import { beginning } from './beginning.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const leaderboard = (value: number, goal: number | null, begins?: number): BoardView =>
  BoardView.parse({
    ...head('b', 'Bookings'),
    window: { ...quarter, ...(begins !== undefined && { begins }) },
    kind: 'leaderboard',
    rankBy: 'value',
    fallback: null,
    bars: 'attainment',
    rows: {},
    pair: null,
    team: { name: 'Team', ...standing(value, goal), ahead: null, segments: [] },
    latest: null,
  })
const said = (view: BoardView) => {
  const answer = beginning(view, view.kind === 'leaderboard' ? view.team : null, format)
  return answer && `${answer.word} ${answer.rest}`
}

test('[B216] a quarter that has just begun says so, and what lies ahead', () => {
  expect(said(leaderboard(0, 2750 * k, 64))).toBe('Q4 begins. $2.75M to go.')
  expect(said(leaderboard(250 * k, 2750 * k, 64))).toBe('Q4 begins. $2.50M to go.')
  expect(said(leaderboard(0, null, 64))).toBe('Q4 begins. 64 working days.')
})

test('[B216] nothing is said of a beginning once the quarter is on its way, or where the goal is reached already', () => {
  expect(said(leaderboard(0, 2750 * k))).toBeNull()
  expect(said(leaderboard(2750 * k, 2750 * k, 64))).toBeNull()
})
