// How wide a column is and how narrow its figures have to be set, so that every cell of it holds its value, its goal
// and its sign.
import type { Format } from '../../../shared/domain/words/format.ts'
import { figuresIn } from '../../../shared/domain/words/text-width.ts'
import type {
  AccountabilityColumn,
  AccountabilityRow,
} from '../../../shared/wire/boards/accountability-board.ts'
import { goalText } from './goal-text.ts'

/**
 * `bare`: set narrowest, and the goal without the currency that the value beside it has. `alone`: the value without
 * either, where nothing else fits; the bar beneath it tells how far it is to the goal.
 */
export type ColumnCut = 'wide' | 'narrow' | 'narrowest' | 'bare' | 'alone'

/** Across a landscape stage within its safe area, rem. */
const boardWidth = 172.8
/** A cell's gap, its inset and its sign, rem. */
const besides = 8
/** A figure of the value, and of the goal, in the widest cut, rem. */
const [valueFigure, goalFigure] = [2.45, 1.5]
/** The narrowest cut's width ÷ the widest's. Scripts whose font has one cut have letters narrower than figures instead. */
const narrowestShare = 0.78
/** A column that gives room away keeps as much for its name and its team's line, rem. */
const leastColumn = 21

/** `share`: room ÷ width of the widest text when it is set wide. English figures fit in `narrowest` at the latest. */
const cutFor = (share: number): ColumnCut =>
  share >= 1 ? 'wide' : share >= 0.84 ? 'narrow' : share >= 0.62 ? 'narrowest' : 'bare'

/** A cell in the widest cut, rem. */
interface CellWidth {
  /** Figures of the value. */
  readonly value: number
  readonly whole: number
  /** With the goal as it is in the `bare` cut. */
  readonly bare: number
  /** Figures of the value as it is in the `alone` cut. */
  readonly alone: number
}

interface ColumnFit {
  /** One for each column. */
  readonly cuts: readonly ColumnCut[]
  /** Of the widest value in the `alone` cut: all of them have one size. */
  readonly aloneFigures: number
  /** The columns' shares of what the names leave; all alike unless one of them asks for more. */
  readonly shares: readonly number[]
  /**
   * Shares in which every figure is set wide on a screen that lies across; null where they are not needed or do not
   * suffice.
   */
  readonly wideShares: readonly number[] | null
  /** How far all figures may grow where rows are few, from 1. */
  readonly spare: number
  /** Figures of the widest value, for where the goal stands below it. */
  readonly widestValue: number
}

const nothing: CellWidth = { value: 0, whole: 0, bare: 0, alone: 0 }

/** Writing numbers takes long, so what is known of a row is kept with it. */
export const createCellWidths = (format: Format) => {
  const known = new WeakMap<AccountabilityRow, readonly CellWidth[]>()
  return (row: AccountabilityRow, columns: readonly AccountabilityColumn[]): readonly CellWidth[] => {
    const found = known.get(row)
    if (found?.length === columns.length) return found
    const widths = columns.map(({ metric }, at) => {
      const cell = row.cells[at]
      if (!cell) return nothing
      const figures = figuresIn(format.value(cell.value, metric.unit))
      const value = figures * valueFigure
      const goal = (write: Format['value']) =>
        figuresIn(goalText(cell, metric, write, format.say)) * goalFigure
      return {
        value: figures,
        whole: value + goal(format.value),
        bare: value + goal(format.unsigned),
        alone: figuresIn(format.unsigned(cell.value, metric.unit)),
      }
    })
    known.set(row, widths)
    return widths
  }
}

/** `cellWidths`: of all rows and not only the page's, so that columns keep their look while pages turn. */
export const columnFit = (
  cellWidths: readonly (readonly CellWidth[])[],
  columnCount: number,
  namesRem: number,
): ColumnFit => {
  const rooms = boardWidth - namesRem
  const room = rooms / columnCount - besides
  const widest = Array.from({ length: columnCount }, (_, at) => {
    const cells = cellWidths.map((widths) => widths[at] ?? nothing)
    const whole = Math.max(1, ...cells.map((cell) => cell.whole))
    const bare = Math.max(1, ...cells.map((cell) => cell.bare))
    const isBare = cutFor(room / whole) === 'bare'
    return { isBare, bare, width: isBare ? bare : whole }
  })
  // Alike, as long as all can be told so: only what is too wide for that takes from what has room.
  const isUneven = widest.some(({ isBare }) => isBare)
  const shares = widest.map(({ width }) =>
    isUneven ? Math.max(leastColumn, besides + (width > room ? width * narrowestShare : width)) : 1,
  )
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const asked = widest.map(({ width }) => Math.max(leastColumn, besides + width))
  const isTight = widest.some(({ width }) => cutFor(room / width) === 'narrowest')
  const suffices = asked.reduce((sum, share) => sum + share, 0) <= rooms
  const roomOf = (at: number): number => (rooms * (shares[at] ?? 0)) / whole - besides
  const fits = widest.map(({ width }, at) => roomOf(at) / width)
  const cuts = widest.map(({ isBare, bare, width }, at) => {
    const cut = isBare ? 'bare' : cutFor(roomOf(at) / width)
    return cut === 'bare' && cutFor(roomOf(at) / bare) === 'bare' ? 'alone' : cut
  })
  const alone = cellWidths.flatMap((widths) =>
    widths.flatMap((width, at) => (cuts[at] === 'alone' ? [width.alone] : [])),
  )
  return {
    cuts,
    aloneFigures: Math.max(1, ...alone),
    shares,
    wideShares: isTight && !isUneven && suffices ? asked : null,
    spare: Math.max(1, Math.min(...fits)),
    widestValue: Math.max(1, ...cellWidths.flatMap((widths) => widths.map(({ value }) => value))),
  }
}
