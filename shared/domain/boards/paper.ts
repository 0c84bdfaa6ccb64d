// What boards say on paper is put together of: columns, rows, and the words that several kinds have.
import type { Standing, ViewMetric } from '../../wire/view-parts.ts'
import type { Format } from '../words/format.ts'

export interface SheetColumn {
  readonly label: string
  /** Numbers stand at the end, so that they can be compared by their last digit. */
  readonly isNumber: boolean
}

export interface SheetRow {
  readonly cells: readonly string[]
  /** A sum of the others. */
  readonly isTotal: boolean
}

export interface SheetTable {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
}

/** A board's own part of a sheet. */
export interface OnPaper {
  readonly lines: readonly string[]
  readonly table: SheetTable | null
}

export interface PaperParts {
  readonly format: Format
  /** An instant as a date, epoch ms. */
  readonly date: (ms: number) => string
}

type Row = { readonly place: number }

export const inOrder = <T extends Row>(rows: Readonly<Record<string, T>>): readonly T[] =>
  Object.values(rows).sort((a, b) => a.place - b.place)

export const text = (label: string): SheetColumn => ({ label, isNumber: false })
export const number = (label: string): SheetColumn => ({ label, isNumber: true })
export const row = (...cells: readonly string[]): SheetRow => ({ cells, isTotal: false })
export const total = (...cells: readonly string[]): SheetRow => ({ cells, isTotal: true })

type Value = Pick<Standing, 'value' | 'goal'>

export const createPaperWords = ({ format, date }: PaperParts) => {
  const { say } = format
  const value = (amount: number | null, metric: Pick<ViewMetric, 'unit'>): string =>
    format.value(amount, metric.unit)
  return {
    format,
    say,
    date,
    who: say({ id: 'sheet.who', defaultMessage: 'Who' }),
    team: say({ id: 'sheet.team', defaultMessage: 'Team' }),
    goal: say({ id: 'sheet.goal', defaultMessage: 'Goal' }),
    share: say({ id: 'sheet.share', defaultMessage: 'Of goal' }),
    all: say({ id: 'sheet.all', defaultMessage: 'Together' }),
    value,
    /** "12 / 15" where there is a goal. */
    cell: (standing: Value, metric: Pick<ViewMetric, 'unit'>): string =>
      standing.goal === null
        ? value(standing.value, metric)
        : `${value(standing.value, metric)} / ${value(standing.goal, metric)}`,
    goalAndShare: ({ goal, attainment }: Pick<Standing, 'goal' | 'attainment'>, metric: ViewMetric) => [
      goal === null ? '' : value(goal, metric),
      goal === null ? '' : format.attainment(attainment),
    ],
  }
}

export type PaperWords = ReturnType<typeof createPaperWords>

type Named = Standing & { readonly name: string }

/** Value, goal and share of one metric, a row for each. */
export const standings = (
  view: { readonly metric: ViewMetric },
  rows: readonly Named[],
  words: PaperWords,
  { sum = null, of = words.who }: { readonly sum?: Named | null; readonly of?: string } = {},
): SheetTable => {
  const cellsOf = (each: Named): readonly string[] => [
    each.name,
    words.value(each.value, view.metric),
    ...words.goalAndShare(each, view.metric),
  ]
  return {
    columns: [text(of), number(view.metric.name), number(words.goal), number(words.share)],
    rows: [...rows.map((each) => row(...cellsOf(each))), ...(sum ? [total(...cellsOf(sum))] : [])],
  }
}

interface ColumnOnPaper {
  readonly metric: Pick<ViewMetric, 'unit'>
  readonly label: string
}

/** Somebody a row, a metric a column. */
export const people = (
  rows: readonly { readonly name: string; readonly cells: readonly Value[] }[],
  columns: readonly ColumnOnPaper[],
  words: PaperWords,
): SheetTable => ({
  columns: [text(words.who), ...columns.map(({ label }) => number(label))],
  rows: rows.map(({ name, cells }) =>
    row(
      name,
      ...columns.map(({ metric }, at) => {
        const cell = cells[at]
        return cell ? words.cell(cell, metric) : ''
      }),
    ),
  ),
})
