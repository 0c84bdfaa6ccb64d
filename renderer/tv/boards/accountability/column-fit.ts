// How narrow a column's figures have to be set, so that every cell of it holds its value, its goal and its sign.
import type { Format } from '../../../../shared/domain/format.ts'
import type { AccountabilityColumn, AccountabilityRow } from '../../../../shared/wire/views/accountability.ts'
import { goalText } from './goal-text.ts'

export type ColumnCut = 'wide' | 'narrow' | 'narrowest'

/** Across a landscape stage within its safe area, rem. */
const boardWidth = 172.8
/** A cell's gap, its inset and its sign, rem. */
const besides = 8
/** A figure of the value, and of the goal, in the widest cut, rem. */
const [valueFigure, goalFigure] = [2.45, 1.5]

/** By how much of the widest text, set wide, there is room for. */
const cutFor = (share: number): ColumnCut => (share >= 1 ? 'wide' : share >= 0.84 ? 'narrow' : 'narrowest')

export interface ColumnFit {
  /** One for each column. */
  readonly cuts: readonly ColumnCut[]
  /** How far all figures may grow where rows are few, from 1. */
  readonly spare: number
}

/** Over all rows and not only the page's: columns keep their look while pages turn. */
export const columnFit = (
  rows: readonly AccountabilityRow[],
  columns: readonly AccountabilityColumn[],
  namesRem: number,
  format: Format,
): ColumnFit => {
  const room = (boardWidth - namesRem) / columns.length - besides
  const shares = columns.map(({ metric }, at) => {
    const widths = rows.map(({ cells }) => {
      const cell = cells[at]
      if (!cell) return 0
      const value = format.value(cell.value, metric.unit).length
      return value * valueFigure + goalText(cell, metric, format).length * goalFigure
    })
    return room / Math.max(1, ...widths)
  })
  return { cuts: shares.map(cutFor), spare: Math.max(1, Math.min(...shares)) }
}
