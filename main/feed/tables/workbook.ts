// Reads a sheet of a workbook (XLSX): its values as they were last calculated, numbers with every digit that Excel shows, dates
// without a zone. What it would unpack to is looked at before anything is unpacked.
import { readFile, stat } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet, SheetNotFoundError } from 'read-excel-file/universal'
import type { FileRules } from '../../../shared/wire/table.ts'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import type { OpenTable } from './table.ts'
import { typedTable } from './typed-table.ts'

const mostPackedBytes = 20 * 1024 * 1024
/** Of the parts that are read. A part is never longer than it says beforehand: what is beyond that is cut off. */
const mostBytes = 100 * 1024 * 1024
const mostParts = 5000

const refuse = (what: string, cause?: unknown): SourceTrouble => new SourceTrouble('rights', what, { cause })

/** Throws where it would unpack to too much. */
const checkSizes = (packed: Uint8Array, most: number): void => {
  let bytes = 0
  let parts = 0
  try {
    unzipSync(packed, {
      filter: ({ name, originalSize }) => {
        parts += 1
        if (/\.xml(?:\.rels)?$/.test(name)) bytes += originalSize
        return false
      },
    })
  } catch (error) {
    throw refuse('The workbook is damaged: it may have been copied before it was written to its end.', error)
  }
  if (bytes > most || parts > mostParts)
    throw refuse(`The workbook would unpack to more than ${most / 1024 / 1024} MB, and is not read.`)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Names of its sheets, in their order. Rejects with `SourceTrouble`. */
export const sheetsOf = async (path: string): Promise<readonly string[]> => {
  if ((await stat(path)).size > mostPackedBytes) return []
  const packed = new Uint8Array(await readFile(path))
  checkSizes(packed, mostBytes)
  const book = unzipSync(packed, { filter: ({ name }) => name === 'xl/workbook.xml' })['xl/workbook.xml']
  const text = book === undefined ? '' : strFromU8(book)
  return [...text.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(([, name = '']) =>
    name.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? ''),
  )
}

/** A day, or a time of one; Excel keeps milliseconds that nobody wrote. */
const dateText = (date: Date): string => {
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}

/** Excel computes in binary and shows fifteen digits: 0.30000000000000004 is 0.3 to whoever wrote it. */
const numberText = (written: string): string => {
  if (/^-?\d{1,15}(?:\.\d{1,4})?$/.test(written) && written.replace(/\D/g, '').length <= 15) return written
  const number = Number(written)
  if (!Number.isFinite(number)) return written
  const [digits = '', exponent = '0'] = number.toExponential(14).split('e')
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d)\.(\d+)$/.exec(digits) ?? []
  const at = Number(exponent) + 1
  const all = whole + fraction
  const text = at <= 0 ? `0.${'0'.repeat(-at)}${all}` : `${all.slice(0, at).padEnd(at, '0')}.${all.slice(at)}`
  return `${sign}${text.replace(/0+$/, '').replace(/\.$/, '')}`
}

/** A number in digits, or a text as somebody typed it; empty where there is nothing. */
export type WorkbookCell = string | { readonly number: string }

/** Row by row from the first one on. `most`: bytes that it may unpack to. Rejects with `CsvProblem` or `SourceTrouble`. */
export const readWorkbook = async (
  path: string,
  sheet: string | undefined,
  most = mostBytes,
): Promise<readonly (readonly WorkbookCell[])[]> => {
  const { size } = await stat(path)
  if (size > mostPackedBytes)
    throw refuse(`The workbook is larger than ${mostPackedBytes / 1024 / 1024} MB, and is not read.`)
  const packed = new Uint8Array(await readFile(path))
  checkSizes(packed, most)
  let found: readonly (readonly unknown[])[]
  try {
    found = await readSheet<WorkbookCell>(packed.buffer, sheet ?? 1, {
      parseNumber: (written) => ({ number: numberText(written) }),
      trim: false,
    })
  } catch (error) {
    if (error instanceof SheetNotFoundError)
      throw new CsvProblem(sheet === undefined ? 'has no sheet' : `has no sheet "${sheet}"`)
    throw refuse('The workbook cannot be read: it is damaged, has a password, or is no XLSX.', error)
  }
  return found.map((row) => row.map(cellOf))
}

const cellOf = (cell: unknown): WorkbookCell => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateText(cell)
  if (typeof cell === 'object' && 'number' in cell) return { number: String(cell.number) }
  return String(cell)
}

/** Rejects with `CsvProblem` or `SourceTrouble`. */
export const openWorkbook = async (
  path: string,
  { sheet, skipRows }: FileRules,
  wanted: readonly string[],
): Promise<OpenTable> => {
  const rows = await readWorkbook(path, sheet)
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.number)))
  const header = cells[skipRows]
  if (header === undefined || header.every((name) => name.trim() === ''))
    throw new CsvProblem('has no header')
  return typedTable(header, cells.slice(skipRows + 1), { wanted, firstLine: skipRows + 2 })
}
