// A file that was dropped, opened as rows: a text, or a sheet of a workbook whatever its name says.
import { stat } from 'node:fs/promises'
import { columnsIn, spellingsIn } from '../../../shared/domain/facts/mapping-columns.ts'
import type { TriedImportFile } from '../../../shared/wire/import-files.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import type { FileRules } from '../../../shared/wire/table.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import { type CsvRow, openCsv } from '../ingest/csv/open-csv.ts'
import { isWorkbook, startOf } from '../tables/open-file.ts'
import { withIsoDates } from '../tables/table-mapping.ts'
import { checkColumns } from '../tables/typed-table.ts'
import { sheetsOf } from '../tables/workbook.ts'
import { headerOfSheet, rowsOfSheet } from './sheet-rows.ts'
import type { UnpackSheet } from './unpack-in-thread.ts'

export interface DroppedTable {
  /** Trimmed. */
  readonly header: readonly string[]
  /** Can be read once. */
  readonly rows: AsyncIterable<readonly CsvRow[]>
  /** From its first row on, once more. */
  again(): Promise<AsyncIterable<readonly CsvRow[]>>
  /** Of a text. */
  readonly text: TriedImportFile['text']
}

export interface DroppedFile {
  /** Of a workbook; else none. Rejects with `SourceTrouble`. */
  sheets(): Promise<readonly string[]>
  /** Lays out the rows of a workbook's sheet, once for as often as they are read. Rejects with `CsvProblem` or `SourceTrouble`. */
  prepare(rules: FileRules): Promise<void>
  /** What its cells are read by, where a mapping was made for what somebody typed. */
  meant(mapping: Mapping): Promise<Mapping>
  /** `mapping`: as it is meant; null: the columns alone. `onRead`: told how much of the file was read, from 0 to 1. Rejects with `CsvProblem` or `SourceTrouble`. */
  open(rules: FileRules, mapping: Mapping | null, onRead?: (share: number) => void): Promise<DroppedTable>
}

export interface DroppedParts {
  /** Of the file. */
  readonly path: string
  /** Where the rows of a sheet may be kept. */
  readonly sheetPath: string
  readonly unpackSheet: UnpackSheet
}

export const createDroppedFile = ({ path, sheetPath, unpackSheet }: DroppedParts): DroppedFile => {
  /** The sheet whose rows are kept; null: none yet. */
  let unpacked: { readonly sheet: string | undefined } | null = null
  let names: Promise<readonly string[]> | null = null
  const isOfSheets = async (): Promise<boolean> => isWorkbook(await startOf(path))

  const unpack = async (sheet: string | undefined): Promise<void> => {
    if (unpacked !== null && unpacked.sheet === sheet) return
    await unpackSheet({ workbook: path, sheet, to: sheetPath })
    unpacked = { sheet }
  }

  const openSheet = async (
    { sheet, skipRows }: FileRules,
    mapping: Mapping | null,
    onRead: (share: number) => void,
  ): Promise<DroppedTable> => {
    await unpack(sheet)
    const header = await headerOfSheet(sheetPath, skipRows)
    if (header === null || header.every((name) => name === '')) throw new CsvProblem('has no header')
    if (mapping !== null) checkColumns(header, columnsIn(mapping))
    const { size } = await stat(sheetPath)
    let read = 0
    const rows = (count?: (characters: number) => void) =>
      rowsOfSheet(sheetPath, { header, skipRows, mapping, ...(count && { onRead: count }) })
    const counted = (characters: number): void => {
      read += characters
      onRead(Math.min(1, read / size))
    }
    return { header, rows: rows(counted), again: async () => rows(), text: null }
  }

  const openText = async (
    rules: FileRules,
    mapping: Mapping | null,
    onRead: (share: number) => void,
  ): Promise<DroppedTable> => {
    const { size } = await stat(path)
    let read = 0
    const onBytes = (count: number): void => {
      read += count
      onRead(Math.min(1, read / size))
    }
    const file = await openCsv(path, {
      wanted: mapping === null ? [] : columnsIn(mapping),
      spellings: mapping === null ? [] : spellingsIn(mapping),
      delimiter: rules.delimiter,
      encoding: rules.encoding,
      skipRows: rules.skipRows,
      onBytes,
    })
    const { header, rows, encoding, by, delimiter } = file
    const again = async () =>
      (await openCsv(path, { wanted: [], delimiter, encoding, skipRows: rules.skipRows })).rows
    return { header, rows, again, text: { encoding, isGuess: by === 'guessed', delimiter } }
  }

  return {
    sheets: async () => {
      // It stays as it is.
      if (names === null) names = (await isOfSheets()) ? sheetsOf(path) : Promise.resolve([])
      return await names
    },
    prepare: async ({ sheet }) => {
      if (await isOfSheets()) await unpack(sheet)
    },
    meant: async (mapping) => ((await isOfSheets()) ? withIsoDates(mapping) : mapping),
    open: async (rules, mapping, onRead = () => undefined) =>
      (await isOfSheets()) ? openSheet(rules, mapping, onRead) : openText(rules, mapping, onRead),
  }
}
