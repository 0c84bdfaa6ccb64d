import { expect, test } from 'vitest'
import { Board } from '../../wire/floor.ts'
import { createTestFloor, floorOf, person, revenue, team, win } from '../test-support/test-floor.ts'
import { createBoardView } from './board-view.ts'

const ms = Date.parse('2026-11-18T12:00:00Z')
const teams = [team('east', { mark: '★', colour: 'pink' }), team('west')]
const people = (more: object = {}) => [
  person('ana', { name: 'Ana Lopez', team: 'east', role: 'ae', shortName: 'Ana' }),
  person('bo', { name: 'Bo Berg', team: 'east', role: 'ae', ...more }),
]
const goals = [{ metric: 'revenue', window: 'month', role: 'ae', value: 100 }]
const board = (kind: string, more: object = {}) =>
  Board.parse({ id: 'b', kind, title: 'B', metric: 'revenue', window: 'month', ...more })

const viewOf = (hidden: boolean, of: Board) => {
  const floor = createTestFloor(
    floorOf({
      teams,
      goals,
      metrics: [revenue],
      roles: [{ id: 'ae', name: 'AE' }],
      people: people(hidden ? { offWall: true } : {}),
    }),
  )
  floor.write(win('ana', '2026-11-18T10:00:00Z', 40), win('bo', '2026-11-17T10:00:00Z', 90))
  return createBoardView(floor.numbers, of).compute(ms)
}
const names = (view: unknown): string[] =>
  Object.values((view as { rows: Record<string, { name: string }> }).rows).map(({ name }) => name)

test('[H14] walls call people as they want to be called; managers’ boards by their name', () => {
  expect(names(viewOf(false, board('leaderboard'))).sort()).toEqual(['Ana', 'Bo Berg'])
  expect(names(viewOf(false, board('leaderboard', { audience: 'managers' }))).sort()).toEqual([
    'Ana Lopez',
    'Bo Berg',
  ])
})

test('[H15] who is kept off the wall is on no list of it, and counts for everybody all the same', () => {
  const wins = Board.parse({ id: 'w', kind: 'wins', title: 'W' })
  for (const of of [board('leaderboard'), wins]) expect(names(viewOf(true, of))).toEqual(['Ana'])
  expect(names(viewOf(true, board('leaderboard', { audience: 'managers' }))).length).toBe(2)
  const ofRole = board('leaderboard', { scope: { role: 'ae' } })
  const teamOf = (hidden: boolean) => {
    const { team } = viewOf(hidden, ofRole) as { team: { value: number; goal: number; state: string } }
    return [team.value, team.goal, team.state]
  }
  expect(teamOf(true)).toEqual([13_000, 20_000, 'on pace'])
  expect(teamOf(true)).toEqual(teamOf(false))
})

test('[H16] a team’s face has its own colour and mark, where it has them', () => {
  const results = Board.parse({
    id: 'r',
    kind: 'results',
    title: 'R',
    metric: 'revenue',
    pipeline: 'revenue',
    period: 'month',
    of: 'teams',
  })
  const rows = (viewOf(false, results) as { rows: Record<string, { initials: string; hue: number }> }).rows
  expect(rows['east']).toMatchObject({ initials: '★', hue: 6 })
  expect(rows['west']).toMatchObject({ initials: 'W', hue: 1 })
})
