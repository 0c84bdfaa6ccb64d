// What a kind of place gives: tables, as a header and rows of text. It knows no mapping, no floor and no log.
import type { CsvRow } from '../ingest/csv/open-csv.ts'

export interface OpenTable {
  /** Trimmed. */
  readonly header: readonly string[]
  /** Can be read once. */
  readonly rows: AsyncIterable<readonly CsvRow[]>
  /** From its first row on, once more. */
  again(): Promise<AsyncIterable<readonly CsvRow[]>>
  /**
   * Numbers and dates are the program's own and no text that somebody typed: decimals have a point, dates are ISO, whatever the
   * mapping says of texts.
   */
  readonly isTyped: boolean
}

export interface TableFile {
  /** As people know it. */
  readonly name: string
  /** `wanted`: columns that the header must have. Rejects with `CsvProblem` or `SourceTrouble`. */
  open(wanted: readonly string[]): Promise<OpenTable>
}

/** What stands at a place now. */
export interface TableReading {
  readonly files: readonly TableFile[]
  /** What is in none of the files is gone. */
  readonly isWhole: boolean
  /** JSON that only the reader reads: what is kept once all of it was taken. */
  readonly place: unknown
  /** Gives back what it holds. */
  close(): Promise<void>
}

export interface TableReader {
  /** Null: as it was at that place. A null place reads all. `whole`: all of it, unchanged or not. Rejects with `SourceTrouble`. */
  read(place: unknown, whole: boolean): Promise<TableReading | null>
  /** What would be better done otherwise, in sentences. */
  advice(): Promise<readonly string[]>
}
