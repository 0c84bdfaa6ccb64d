// A report as rows and columns, and as the text of JSON and CSV.
import Papa from 'papaparse'

export type CellValue = string | number | null

export interface ReportTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CellValue[])[]
}

/** Of objects that have the same fields. */
export const tableOf = <Row extends Readonly<Record<string, CellValue>>>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): ReportTable => ({ columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) })

export const jsonOf = ({ columns, rows }: ReportTable): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
  )

/**
 * What a spreadsheet would take for a formula, whatever stands before it: a name that begins so is written with an apostrophe.
 * Figures are numbers, and stay as they are.
 */
const formula = /^[\s\u00a0\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** By RFC 4180: commas, CR LF, a point in numbers. Nothing is written for what is not known. */
export const csvOf = ({ columns, rows }: ReportTable): string =>
  `${Papa.unparse(
    { fields: [...columns], data: rows.map((row) => [...row]) },
    { newline: '\r\n', escapeFormulae: formula },
  )}\r\n`
