// The rows of a sheet, kept beside its workbook line by line: a workbook is unpacked once, and no more than a piece of it is in
// memory while it is looked at and imported. A number is written as the column that it stands in is read.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { cellsIn } from '../../../shared/domain/facts/mapping-columns.ts'
import type { DecimalSign, Mapping } from '../../../shared/wire/mapping.ts'
import type { CsvRow } from '../ingest/csv/open-csv.ts'
import type { WorkbookCell } from '../tables/workbook.ts'

const Line = z.array(z.union([z.string(), z.object({ number: z.string() })]))

const batchRows = 500

/** How the numbers of a column are written: by its decimal sign, or so that it shows. */
type WriteNumber = (number: string) => string

const bySign =
  (sign: DecimalSign): WriteNumber =>
  (number) =>
    number.replace('.', sign)

/** Three decimals may be thousands: a fourth says that they are not. */
const soThatItShows: WriteNumber = (number) => (/\.\d{3}$/.test(number) ? `${number}0` : number)

/** Of columns that are read as numbers; the others have theirs as they are. */
const numbersOf = (mapping: Mapping): ReadonlyMap<string, WriteNumber> => {
  const found = new Map<string, WriteNumber>()
  for (const { path, cell } of cellsIn(mapping)) {
    const isNumber =
      ['amount', 'durationSeconds'].includes(String(path.at(-1))) || ('as' in cell && cell.as !== 'text')
    if (!isNumber || !('column' in cell) || cell.column === undefined) continue
    const sign = ('decimal' in cell ? cell.decimal : undefined) ?? mapping.decimal
    found.set(cell.column, sign === undefined ? soThatItShows : bySign(sign))
  }
  return found
}

const readLine = (text: string): readonly WorkbookCell[] => Line.parse(JSON.parse(text))

const textOf = (cell: WorkbookCell | undefined, write: WriteNumber | undefined): string => {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell
  return write === undefined ? cell.number : write(cell.number)
}

/** The row that names the columns, after `skipRows` others; null where there is none. */
export const headerOfSheet = async (path: string, skipRows: number): Promise<readonly string[] | null> => {
  let at = 0
  for await (const line of linesOf(path)) {
    if (at === skipRows) return readLine(line).map((cell) => textOf(cell, undefined).trim())
    at += 1
  }
  return null
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 })
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
  } finally {
    stream.destroy()
  }
}

export interface SheetRead {
  readonly header: readonly string[]
  readonly skipRows: number
  /** Null: numbers as they are. */
  readonly mapping: Mapping | null
  /** Told of what is read, in characters. */
  readonly onRead?: (count: number) => void
}

/** Rows below the header. */
export async function* rowsOfSheet(
  path: string,
  { header, skipRows, mapping, onRead }: SheetRead,
): AsyncGenerator<readonly CsvRow[]> {
  const writers = mapping === null ? new Map<string, WriteNumber>() : numbersOf(mapping)
  const ofColumn = header.map((name) => writers.get(name))
  let at = 0
  let afterBlank = false
  let batch: CsvRow[] = []
  for await (const text of linesOf(path)) {
    at += 1
    onRead?.(text.length + 1)
    if (at <= skipRows + 1) continue
    const line = readLine(text)
    const cells = header.map((_, index) => textOf(line[index], ofColumn[index]))
    const isBlank = cells.every((cell) => cell.trim() === '')
    if (!isBlank) batch.push({ line: at, cells, fault: null, afterBlank })
    afterBlank = isBlank
    if (batch.length < batchRows) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
