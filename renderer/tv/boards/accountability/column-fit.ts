// How narrow a column's figures have to be set, so that every cell of it holds its value, its goal and its sign.
import type { Format } from '../../../../shared/domain/format.ts'
import type { AccountabilityColumn, AccountabilityRow } from '../../../../shared/wire/views/accountability.ts'
import { goalText } from './goal-text.ts'

type ColumnCut = 'wide' | 'narrow' | 'narrowest'

/** Across a landscape stage within its safe area, rem. */
const boardWidth = 172.8
/** A cell's gap, its inset and its sign, rem. */
const besides = 8
/** A figure of the value, and of the goal, in the widest cut, rem. */
const [valueFigure, goalFigure] = [2.45, 1.5]

/** By how much of the widest text, set wide, there is room for. */
const cutFor = (share: number): ColumnCut => (share >= 1 ? 'wide' : share >= 0.84 ? 'narrow' : 'narrowest')

interface ColumnFit {
  /** One for each column. */
  readonly cuts: readonly ColumnCut[]
  /** How far all figures may grow where rows are few, from 1. */
  readonly spare: number
}

/** A row's cells in the widest cut, rem. Writing numbers takes long, so what is known of a row is kept with it. */
export const createCellWidths = (format: Format) => {
  const known = new WeakMap<AccountabilityRow, readonly number[]>()
  return (row: AccountabilityRow, columns: readonly AccountabilityColumn[]): readonly number[] => {
    const found = known.get(row)
    if (found?.length === columns.length) return found
    const widths = columns.map(({ metric }, at) => {
      const cell = row.cells[at]
      if (!cell) return 0
      const value = format.value(cell.value, metric.unit).length
      return value * valueFigure + goalText(cell, metric, format).length * goalFigure
    })
    known.set(row, widths)
    return widths
  }
}

/** `cellWidths`: of all rows and not only the page's, so that columns keep their look while pages turn. */
export const columnFit = (
  cellWidths: readonly (readonly number[])[],
  columnCount: number,
  namesRem: number,
): ColumnFit => {
  const room = (boardWidth - namesRem) / columnCount - besides
  const shares = Array.from(
    { length: columnCount },
    (_, at) => room / Math.max(1, ...cellWidths.map((widths) => widths[at] ?? 0)),
  )
  return { cuts: shares.map(cutFor), spare: Math.max(1, Math.min(...shares)) }
}
