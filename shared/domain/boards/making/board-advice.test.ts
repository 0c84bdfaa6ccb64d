import { expect, test } from 'vitest'
import { Board } from '../../../wire/floor.ts'
import {
  call,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  team,
  wins,
} from '../../test-support/test-floor.ts'
import { boardAdvice } from './board-advice.ts'

const activity = (id: string) =>
  metricOf(
    id,
    { from: 'activity', date: 'at', where: [{ field: 'kind', is: id }] },
    { indicator: 'input', question: 'activity' },
  )
const known = { id: 'known', kind: 'leaderboard', title: 'Known', metric: 'call', window: 'week' }
const floor = createTestFloor(
  floorOf({
    roles: [{ id: 'ae', name: 'AE' }],
    teams: [team('east'), team('empty')],
    people: [person('bo', { name: 'Bo', team: 'east', role: 'ae' })],
    metrics: [activity('call'), activity('meeting'), wins],
    goals: [
      { metric: 'call', window: 'week', role: 'ae', value: 9 },
      { metric: 'wins', window: 'quarter', team: 'east', value: 9 },
    ],
    boards: [known],
  }),
)
const noon = Date.parse('2026-11-18T12:00:00Z')
floor.write(call('bo', '2026-11-17T10:00:00Z'))

const adviceOn = (board: object) =>
  boardAdvice(floor.numbers, Board.parse({ id: 'made', title: 'Made', ...board }), noon)
const codes = (board: object) => adviceOn(board).map(({ code }) => code)

test('[H87] a board that says all it can is left in peace', () => {
  expect(codes({ kind: 'accountability', metrics: ['call'] })).toEqual([])
})

test('[H87] a metric of which nothing has ever come, and one without a goal in the board’s window, are named', () => {
  expect(adviceOn({ kind: 'accountability', metrics: ['call', 'meeting'] })).toEqual([
    { code: 'no-facts', metrics: ['meeting'] },
    { code: 'no-goal', metrics: ['meeting'] },
  ])
  // Its goal is set for the week.
  expect(codes({ kind: 'over-the-line', metric: 'call', window: 'month' })).toEqual(['no-goal'])
  expect(codes({ kind: 'over-the-line', metric: 'call', window: 'last week' })).toEqual([])
})

test('[H87] a goal of all together is that of the board’s own team; among teams, that of one of them is enough', () => {
  const won = {
    kind: 'team-goal',
    metric: 'wins',
    window: 'quarter',
    pair: { metric: 'call', window: 'week' },
  }
  expect(codes(won)).toEqual(['no-facts', 'no-goal'])
  expect(codes({ ...won, scope: { team: 'east' } })).toEqual(['no-facts'])
  expect(codes({ kind: 'team-progress', metric: 'wins', window: 'quarter' })).toEqual([
    'no-facts',
    'not-paired',
  ])
  expect(codes({ ...won, scope: { role: 'ae' } })).toEqual(['no-facts', 'no-goal'])
})

test('[H87] an output stands alone without its input; an input needs none', () => {
  expect(codes({ kind: 'leaderboard', metric: 'wins', window: 'quarter' })).toContain('not-paired')
  expect(codes({ kind: 'team-progress', metric: 'wins', window: 'quarter' })).toContain('not-paired')
  expect(codes({ kind: 'leaderboard', metric: 'call', window: 'week', rankBy: 'attainment' })).toEqual([])
})

test('[H87] where nobody works it says so, and not that they lack goals', () => {
  expect(codes({ kind: 'accountability', metrics: ['call'], scope: { team: 'empty' } })).toEqual(['nobody'])
  expect(codes({ kind: 'from-the-top', scope: { team: 'empty' } })).toEqual([])
})

test('[H87] one that is on the floor already, by another name, is shown', () => {
  expect(adviceOn({ ...known, id: 'made', title: 'Another name' })).toEqual([
    { code: 'twin', metrics: [], board: 'known' },
  ])
  expect(codes(known)).toEqual([])
})
