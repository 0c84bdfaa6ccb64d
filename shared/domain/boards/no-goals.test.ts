// What boards that rank by goals do where there are none.
import { expect, test } from 'vitest'
import { LeaderboardBoard, LeaderboardView } from '../../wire/boards/leaderboard-board.ts'
import { TrendRaceBoard, TrendRaceView } from '../../wire/boards/trend-race-board.ts'
import { createTestFloor, floorOf, person, revenue, win } from '../test-support/test-floor.ts'
import { createBoardView } from './board-view.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

const floorWith = (goals: readonly object[]) => {
  const floor = createTestFloor(
    floorOf({ people: ['ana', 'bo', 'cy', 'dee'].map((id) => person(id)), metrics: [revenue], goals }),
  )
  floor.write(win('ana', '2026-11-18', 95), win('bo', '2026-11-18', 353), win('cy', '2026-11-18', 200))
  return floor.numbers
}
const goalOf = (rep: string, amount: number) => ({ metric: 'revenue', rep, window: 'quarter', value: amount })

const leaderboard = (goals: readonly object[], rankBy = 'attainment') =>
  LeaderboardView.parse(
    createBoardView(
      floorWith(goals),
      LeaderboardBoard.parse({
        id: 'b',
        title: 'B',
        kind: 'leaderboard',
        metric: 'revenue',
        window: 'quarter',
        rankBy,
      }),
    ).compute(now),
  )
const race = (goals: readonly object[]) =>
  TrendRaceView.parse(
    createBoardView(
      floorWith(goals),
      TrendRaceBoard.parse({
        id: 'b',
        title: 'B',
        kind: 'trend-race',
        metric: 'revenue',
        window: 'quarter',
        show: 'attainment',
      }),
    ).compute(now),
  )
const placed = (rows: Readonly<Record<string, { place: number; rank: number | null }>>) =>
  Object.entries(rows)
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([id, { rank }]) => [id, rank])

const byValue = [
  ['bo', 1],
  ['cy', 2],
  ['ana', 3],
  ['dee', 4],
]

test('[R10] a leaderboard by attainment on which nobody has a goal ranks by value, and says so', () => {
  for (const goals of [[], [goalOf('ana', 0)]]) {
    const view = leaderboard(goals)
    expect(view).toMatchObject({ rankBy: 'value', fallback: 'no goals' })
    expect(placed(view.rows)).toEqual(byValue)
  }
})

test('[R10] where nobody has a past, a leaderboard by improvement ranks by value, and says so', () => {
  const view = leaderboard([goalOf('ana', 100)], 'improvement')
  expect(view).toMatchObject({ rankBy: 'value', fallback: 'no past' })
  expect(placed(view.rows)).toEqual(byValue)
})

test('[R11] where some have a goal, the others stand below them in the order of their values', () => {
  const view = leaderboard([goalOf('ana', 100), goalOf('dee', 100)])
  expect(view).toMatchObject({ rankBy: 'attainment', fallback: null })
  expect(placed(view.rows)).toEqual([
    ['ana', 1],
    ['dee', 2],
    ['bo', null],
    ['cy', null],
  ])
})

test('[R10] a race by attainment on which nobody has a goal is one of totals, and says so', () => {
  const view = race([])
  expect(view).toMatchObject({ show: 'total', fallback: 'no goals', start: 0 })
  expect(placed(view.rows)).toEqual(byValue)
  expect(view.rows['bo']?.points.at(-1)).toBe(35_300)
})

test('[B43][R11] in a race by attainment, who has no goal stands last, in the order of values', () => {
  const view = race([goalOf('ana', 100)])
  expect(view).toMatchObject({ show: 'attainment', fallback: null })
  expect(placed(view.rows)).toEqual([
    ['ana', 1],
    ['bo', null],
    ['cy', null],
    ['dee', null],
  ])
})
