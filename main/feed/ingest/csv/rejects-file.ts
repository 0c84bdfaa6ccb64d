// Refused rows as a CSV file of their own, to be mended and imported with the same mapping.
import { closeSync, openSync, writeSync } from 'node:fs'
import Papa from 'papaparse'
import { guarded, rejectColumns } from './formula-guard.ts'
import type { Rejection } from './import-rows.ts'

export interface RejectsFile {
  header(columns: readonly string[]): void
  row(rejection: Rejection): void
  close(): void
}

/** Replaces an older file of that name. */
export const openRejectsFile = (path: string): RejectsFile => {
  const file = openSync(path, 'w')
  let width = 0
  const write = (cells: readonly string[]) => {
    writeSync(file, `${Papa.unparse([cells.map(guarded)])}\r\n`)
  }
  return {
    header: (columns) => {
      width = columns.length
      // Last, so that the columns before them are where they were.
      write([...columns, ...rejectColumns])
    },
    row: ({ cells, line, reason }) => {
      const missing = Array.from({ length: Math.max(0, width - cells.length) }, () => '')
      write([...cells, ...missing, String(line), reason])
    },
    close: () => closeSync(file),
  }
}
