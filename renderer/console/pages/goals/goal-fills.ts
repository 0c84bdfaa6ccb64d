// What fills many cells of the grid at once. Each says what it puts where, by the keys of cells, and nothing of what may not be
// typed.
import { goalPlus, spreadOver } from '../../../../shared/domain/standing/goal-sheet/fill-goals.ts'
import type { ReadAmount } from '../../../../shared/domain/standing/goal-sheet/read-amounts.ts'
import type { CellPlace } from './goal-input.tsx'
import { cellKey, type GoalSheet, mayType, ownRow } from './goal-sheet.ts'

type Amounts = Readonly<Record<string, number | null>>

/** The grid of a team; null is everybody. */
export interface FilledGrid {
  readonly sheet: GoalSheet
  readonly team: string | null
}

/** The subject at a line of the grid: its people, and below them the team's own. */
const subjectAt = ({ sheet, team }: FilledGrid, row: number): string | null =>
  row === sheet.rows.length ? ownRow(team) : (sheet.rows[row]?.id ?? null)

/** Null where nothing is typed: a period that is over, somebody who is not there, a place beyond the grid. */
export const keyAt = (grid: FilledGrid, { row, column }: CellPlace): string | null => {
  const { sheet } = grid
  const [subject, period] = [subjectAt(grid, row), sheet.periods[column]]
  if (subject === null || !period) return null
  const cell = sheet.rows[row]?.cells[column] ?? { isHere: true }
  return mayType(period, cell) ? cellKey(subject, period.from) : null
}

const openColumns = ({ sheet }: FilledGrid): readonly number[] =>
  sheet.periods.flatMap((period, column) => (period.isOver ? [] : [column]))

/** As it stands; `typed`: what is not saved yet. */
export const amountAt = (grid: FilledGrid, place: CellPlace, typed: Amounts): number | null => {
  const { sheet } = grid
  const key = keyAt(grid, place)
  const own = key === null ? undefined : typed[key]
  if (own !== undefined) return own
  return place.row === sheet.rows.length
    ? (sheet.own[place.column]?.goal ?? null)
    : (sheet.rows[place.row]?.cells[place.column]?.goal ?? null)
}

/** Rows from a place on to the right and down. */
export const pasteAt = (
  grid: FilledGrid,
  place: CellPlace,
  rows: readonly (readonly ReadAmount[])[],
): Readonly<Record<string, ReadAmount>> => {
  const cells: Record<string, ReadAmount> = {}
  for (const [down, row] of rows.entries())
    for (const [across, read] of row.entries()) {
      const key = keyAt(grid, { row: place.row + down, column: place.column + across })
      if (key !== null) cells[key] = read
    }
  return cells
}

/** The people below a place. */
export const fillDown = (
  grid: FilledGrid,
  { row: from, column }: CellPlace,
  amount: number | null,
): Amounts => {
  const below = grid.sheet.rows.flatMap((_, row) => (row > from ? (keyAt(grid, { row, column }) ?? []) : []))
  return Object.fromEntries(below.map((key) => [key, amount]))
}

export const fillRow = (grid: FilledGrid, row: number, amount: number): Amounts => {
  const keys = openColumns(grid).flatMap((column) => keyAt(grid, { row, column }) ?? [])
  return Object.fromEntries(keys.map((key) => [key, amount]))
}

/** Where nobody has set anything. `suggestedFor`: a person by their id; null is nothing. */
export const fillEmpty = (grid: FilledGrid, suggestedFor: (person: string) => number | null): Amounts => {
  const cells: Record<string, number> = {}
  for (const [row, { id, cells: own }] of grid.sheet.rows.entries()) {
    const amount = suggestedFor(id)
    if (amount === null) continue
    for (const column of openColumns(grid)) {
      const key = keyAt(grid, { row, column })
      if (key !== null && own[column]?.goal === null) cells[key] = amount
    }
  }
  return cells
}

/** `before`: the same grid a quarter earlier. */
export const copyPlus = (grid: FilledGrid, before: GoalSheet, percent: number): Amounts => {
  const goalsOf = new Map(before.rows.map(({ id, cells }) => [id, cells]))
  const step = grid.sheet.metric.unit === 'percent' ? 0.1 : 1
  const cells: Record<string, number> = {}
  for (const [row, { id }] of grid.sheet.rows.entries())
    for (const column of openColumns(grid)) {
      const key = keyAt(grid, { row, column })
      const goal = goalsOf.get(id)?.[column]?.goal ?? null
      if (key !== null && goal !== null) cells[key] = goalPlus(goal, percent, step)
    }
  return cells
}

/** A sum for each of these lines, over the working days of its open periods. */
export const spreadRows = (grid: FilledGrid, rows: readonly number[], sum: number): Amounts => {
  const { sheet } = grid
  const cells: Record<string, number> = {}
  for (const row of rows) {
    const placed = openColumns(grid).flatMap((column) => {
      const key = keyAt(grid, { row, column })
      const days = sheet.rows[row]?.cells[column]?.workingDays ?? sheet.periods[column]?.workingDays ?? 0
      return key === null ? [] : [{ key, days }]
    })
    if (placed.length === 0) continue
    const parts = spreadOver(
      sum,
      placed.map(({ days }) => days),
    )
    for (const [at, { key }] of placed.entries()) cells[key] = parts[at] ?? 0
  }
  return cells
}
