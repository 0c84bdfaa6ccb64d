// A table whose cells a program wrote: rows of text that lie in memory, under the names of their columns.
import { foldedName } from '../../../shared/domain/people/name-key.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import type { CsvRow } from '../ingest/csv/open-csv.ts'
import type { OpenTable } from './table.ts'

const batchRows = 1000

/** Throws `CsvProblem` where a column that is wanted is not there, or is there twice. */
export const checkColumns = (names: readonly string[], wanted: readonly string[]): void => {
  for (const column of wanted) {
    const exact = names.filter((name) => name === column).length
    const times = exact || names.filter((name) => foldedName(name) === foldedName(column)).length
    if (times === 1) continue
    throw new CsvProblem(
      times === 0
        ? `has no column "${column}"; its columns are: ${names.join(', ')}`
        : `has ${times} columns named "${column}"; rename all but one`,
    )
  }
}

/** Throws as `checkColumns` does. */
export const typedTable = (
  header: readonly string[],
  cells: readonly (readonly string[])[],
  { wanted, firstLine }: { readonly wanted: readonly string[]; readonly firstLine: number },
): OpenTable => {
  const names = header.map((name) => name.trim())
  checkColumns(names, wanted)
  async function* rows(): AsyncGenerator<readonly CsvRow[]> {
    let afterBlank = false
    for (let from = 0; from < cells.length; from += batchRows) {
      const batch: CsvRow[] = []
      cells.slice(from, from + batchRows).forEach((row, index) => {
        const isBlank = row.every((cell) => cell.trim() === '')
        if (!isBlank) batch.push({ line: firstLine + from + index, cells: row, fault: null, afterBlank })
        afterBlank = isBlank
      })
      yield batch
    }
  }
  return { header: names, rows: rows(), again: async () => rows(), isTyped: true }
}
