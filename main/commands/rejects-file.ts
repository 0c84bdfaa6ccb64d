// Refused rows as a CSV file of their own, to be mended and imported with the same mapping.
import { closeSync, openSync, writeSync } from 'node:fs'
import Papa from 'papaparse'
import type { Rejection } from '../feed/ingest/csv/import-csv.ts'

export interface RejectsFile {
  header(columns: readonly string[]): void
  row(rejection: Rejection): void
  close(): void
}

/** The file is made with the first row that is refused; an older one goes at once. */
export const openRejectsFile = (path: string): RejectsFile => {
  const file = openSync(path, 'w')
  const write = (cells: readonly (string | number)[]) => {
    writeSync(file, `${Papa.unparse([[...cells]])}\r\n`)
  }
  return {
    // Last, so that the columns before them are where they were.
    header: (columns) => write([...columns, 'floorboard_line', 'floorboard_reason']),
    row: ({ cells, line, reason }) => write([...cells, line, reason]),
    close: () => closeSync(file),
  }
}
