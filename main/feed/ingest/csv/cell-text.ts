// The text of a row's cell.
import { foldedName } from '../../../../shared/domain/people/name-key.ts'

/** A column's place in a row; -1 for none. */
export type ColumnIndex = (column: string) => number

/** Names of columns are compared as names are: an accent in one piece or two makes no other column. */
export const columnIndexOf = (header: readonly string[]): ColumnIndex => {
  const exact = new Map(header.map((name, index) => [name, index]))
  const folded = new Map(header.map((name, index) => [foldedName(name), index]))
  return (column) => exact.get(column) ?? folded.get(foldedName(column)) ?? -1
}

/** Some programs write `="0123"`, so that a spreadsheet leaves the zero where it is. */
const asFormula = /^="([^"]*)"$/

/** Trimmed; empty where there is none. */
export const textOf = (cells: readonly string[], index: number): string => {
  const text = cells[index]?.trim() ?? ''
  return asFormula.exec(text)?.[1]?.trim() ?? text
}

/** In a message; a cell may be as long as the file. */
export const shown = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
