// What the rows of a table say, by its mapping: batch by batch, each row with its line. The end of a report is no row.
import { columnsIn } from '../../../shared/domain/facts/mapping-columns.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import { findDays } from '../ingest/csv/look-before.ts'
import type { CsvRow } from '../ingest/csv/open-csv.ts'
import { footerLength, maxFooterLines } from '../ingest/csv/report-footer.ts'
import { createRowToFact, type RowReading } from '../ingest/csv/row-to-fact.ts'
import type { Turns } from '../turns.ts'
import type { OpenTable, TableFile } from './table.ts'
import { typedMapping } from './table-mapping.ts'

export interface ReadRow {
  readonly line: number
  readonly reading: RowReading
}

/** Beyond these a table is a history, which an import is for. */
export const mostRows = 200_000
const batchRows = 500

/** A trouble of the table itself, which somebody has to mend: what stands stays. */
export const tableTrouble = (problem: CsvProblem, name: string): SourceTrouble =>
  new SourceTrouble('rights', `“${name}” ${problem.message}. The numbers stay.`, { cause: problem })

/** Rejects with `SourceTrouble`. */
export const openForMapping = async (file: TableFile, mapping: Mapping | null): Promise<OpenTable> => {
  try {
    return await file.open(mapping === null ? [] : columnsIn(mapping))
  } catch (error) {
    if (error instanceof CsvProblem) throw tableTrouble(error, file.name)
    throw error
  }
}

const readRow = (row: CsvRow, toFact: ReturnType<typeof createRowToFact>): RowReading =>
  row.fault === null ? toFact(row.cells) : { kind: 'refused', id: null, reason: row.fault }

/** `mapping` must be without faults. Rejects with `SourceTrouble`. */
export async function* readRows(
  file: TableFile,
  mapping: Mapping,
  turns: Turns,
): AsyncGenerator<readonly ReadRow[]> {
  const table = await openForMapping(file, mapping)
  const means = table.isTyped ? typedMapping(mapping) : mapping
  const toFact = createRowToFact(means, table.header, {
    lookups: new Map(),
    days: await findDays(means, table.header, await table.again()),
  })
  let batch: ReadRow[] = []
  /** The last rows while they are refused: they may be the end of a report. */
  const tail: { readonly row: CsvRow; readonly read: ReadRow }[] = []
  let rows = 0
  for await (const some of table.rows) {
    for (const row of some) {
      rows += 1
      if (rows > mostRows)
        throw new SourceTrouble('rights', `“${file.name}” has more than ${mostRows} rows, and is not read.`, {
          click: 'Leave out what is older, or read it by a query of the database that it comes from.',
        })
      const read = { line: row.line, reading: readRow(row, toFact) }
      if (read.reading.kind === 'refused') {
        tail.push({ row, read })
        if (tail.length > maxFooterLines) batch.push(...tail.splice(0, 1).map((each) => each.read))
      } else batch.push(...tail.splice(0).map((each) => each.read), read)
      if (batch.length < batchRows) continue
      yield batch
      batch = []
      if (turns.due()) await turns.next()
    }
  }
  const footer = footerLength(
    tail.map(({ row }) => row),
    table.header.length,
  )
  batch.push(...tail.slice(0, tail.length - footer).map(({ read }) => read))
  if (batch.length > 0) yield batch
}
