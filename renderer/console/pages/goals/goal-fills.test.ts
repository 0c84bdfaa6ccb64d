import { expect, test } from 'vitest'
import { floorOf, person, revenue, team } from '../../../../shared/domain/test-support/test-floor.ts'
import { amountAt, copyPlus, type FilledGrid, fillDown, fillEmpty, keyAt, spreadRows } from './goal-fills.ts'
import { type SheetOf, sheetOf } from './goal-sheet.ts'

const file = floorOf({
  teams: [team('east')],
  people: [
    person('ana', { name: 'Ana', team: 'east' }),
    person('bo', { name: 'Bo', team: 'east', startedOn: '2027-01-01' }),
  ],
  metrics: [revenue],
  goals: [{ metric: 'revenue', window: 'month', rep: 'ana', from: '2026-08-01', value: 100 }],
})
/** October to January, seen from November. */
const of: SheetOf = {
  metric: 'revenue',
  grain: 'month',
  team: 'east',
  first: -1,
  count: 4,
  today: '2026-11-20',
}
const sheetAt = (first: number) => sheetOf(file, { ...of, first }) ?? expect.unreachable()
const grid: FilledGrid = { sheet: sheetAt(-1), team: 'east' }

test('nothing is typed into a period that is over, for somebody who is not there, or beyond the grid', () => {
  expect(keyAt(grid, { row: 0, column: 0 })).toBe(null)
  expect(keyAt(grid, { row: 0, column: 1 })).toBe('ana 2026-11-01')
  expect(keyAt(grid, { row: 1, column: 1 })).toBe(null)
  expect(keyAt(grid, { row: 1, column: 3 })).toBe('bo 2027-01-01')
  expect(keyAt(grid, { row: 3, column: 1 })).toBe(null)
  expect(amountAt(grid, { row: 0, column: 1 }, { 'ana 2026-11-01': 7 })).toBe(7)
  expect(amountAt(grid, { row: 0, column: 1 }, {})).toBe(100)
})

test('[H24] [H25] a fill is for open periods of people who are there', () => {
  expect(fillDown(grid, { row: 0, column: 3 }, 5)).toEqual({ 'bo 2027-01-01': 5 })
  // Ana has a goal in each.
  expect(fillEmpty(grid, () => 9)).toEqual({ 'bo 2027-01-01': 9 })
  expect(copyPlus(grid, sheetAt(-4), 10)).toEqual({
    'ana 2026-11-01': 110,
    'ana 2026-12-01': 110,
    'ana 2027-01-01': 110,
  })
  const spread = Object.values(spreadRows(grid, [0], 1000))
  expect(spread).toHaveLength(3)
  expect(spread.reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(1000)
})
