import { expect, test } from 'vitest'
import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'
import { picture } from './gallery-states.ts'
import { passingOf } from './passing.ts'

const [tomas, grace] = ['tomás-herrera', 'grace-lindqvist']

const withRows = (
  changes: Readonly<Record<string, Partial<LeaderboardRow>>>,
  view: LeaderboardView = picture,
): LeaderboardView => ({
  ...view,
  rows: Object.fromEntries(Object.entries(view.rows).map(([id, row]) => [id, { ...row, ...changes[id] }])),
})

/** Grace goes by Tomás. */
const overtaken = withRows({
  [grace]: { value: 29_000_000, place: 3, rank: 4 },
  [tomas]: { place: 4, rank: 5 },
})

test('[S242] who passes another by a number of their own is said to have, and whom', () => {
  const passing = passingOf(picture, overtaken)
  expect([passing?.by.name, passing?.past.name]).toEqual(['Grace Lindqvist', 'Tomás Herrera'])
})

test('[S242] who comes up because another fell has passed nobody', () => {
  const fallen = withRows({
    [tomas]: { value: 10_000_000, place: 4, rank: 5 },
    [grace]: { place: 3, rank: 4 },
  })
  expect(passingOf(picture, fallen)).toBeNull()
})

test('[S242] who is only level has passed nobody', () => {
  const level = withRows({
    [grace]: { value: 28_700_000, place: 3, rank: 4 },
    [tomas]: { place: 4, rank: 4 },
  })
  expect(passingOf(picture, level)).toBeNull()
})

test('[S242] of several that were passed the best is named', () => {
  const far = withRows({
    [grace]: { value: 50_000_000, place: 0, rank: 1 },
    'priya-raman': { place: 1, rank: 2 },
    'marcus-oyelaran': { place: 2, rank: 3 },
    'elena-voss': { place: 3, rank: 4 },
    [tomas]: { place: 4, rank: 5 },
  })
  expect(passingOf(picture, far)?.past.name).toBe('Priya Raman')
})

test('[S242] nothing is said of who does not want the stage, nor of another window', () => {
  expect(passingOf(picture, withRows({ [grace]: { quiet: true } }, overtaken))).toBeNull()
  expect(passingOf(picture, withRows({ [tomas]: { quiet: true } }, overtaken))).toBeNull()
  expect(
    passingOf(picture, { ...overtaken, window: { ...overtaken.window, start: '2027-01-01' } }),
  ).toBeNull()
})
