// Opens a CSV file as a header and rows, each with the line on which it starts. A fault of the whole file is thrown as
// a `CsvProblem`, a fault of a row is in the row.
import { stat } from 'node:fs/promises'
import { foldedName } from '../../../../shared/domain/people/name-key.ts'
import { fileWords } from '../../../file-words.ts'
import { CsvProblem } from './csv-problem.ts'
import { cellsOf, findDelimiter } from './find-delimiter.ts'
import { type FileEncoding, findEncoding } from './find-encoding.ts'
import { isOfRejects, unguarded } from './formula-guard.ts'
import { readText } from './read-text.ts'
import { type RawRecord, splitRecords } from './split-records.ts'

export interface CsvRow {
  /** The line of the file on which it starts, from 1. */
  readonly line: number
  /** As many as the header has; in a row with a fault, whatever could be read. */
  readonly cells: readonly string[]
  readonly fault: string | null
  /** An empty line, or a row of empty cells, stands before it. */
  readonly afterBlank: boolean
}

export interface CsvFile extends FileEncoding {
  readonly delimiter: string
  /** Trimmed. */
  readonly header: readonly string[]
  /** Can be read once. */
  readonly rows: AsyncGenerator<readonly CsvRow[]>
}

export interface CsvOptions {
  /** Columns that the header must have, each once. */
  readonly wanted: readonly string[]
  /** Texts that some cells have: what the file's encoding is guessed by, beside `wanted`. */
  readonly spellings?: readonly string[]
  readonly delimiter?: string | undefined
  readonly encoding?: string | undefined
  /** Lines above the header. */
  readonly skipRows?: number
  readonly onBytes?: (count: number) => void
}

const sampleChars = 64 * 1024
/** Rows whose cells are found in one go: whoever reads may let others have their turn in between. */
const rowsAtOnce = 200

const readSample = async (path: string, encoding: string): Promise<string> => {
  let sample = ''
  for await (const piece of readText(path, encoding)) {
    sample += piece
    if (sample.length >= sampleChars) break
  }
  return sample.slice(0, sampleChars)
}

const withoutLines = (sample: string, count: number): string => {
  const lines = new RegExp(`^(?:[^\\r\\n]*(?:\\r\\n|\\n|\\r)){${count}}`).exec(sample)?.[0] ?? sample
  return sample.slice(lines.length)
}

/** Excel's own first line, which says what stands between the cells. */
const separatorLine = /^"?sep=(.)"?[;,\t]*(?=[\r\n]|$)/i

/** The text after `count` lines. They are cut by line ends alone: quotes above the header need not be well-formed. */
async function* afterLines(pieces: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let left = count
  let afterReturn = false
  for await (const piece of pieces) {
    let from = 0
    while (left > 0 && from < piece.length) {
      const code = piece[from++]
      if (code === '\n' && afterReturn) {
        afterReturn = false
        continue
      }
      afterReturn = code === '\r'
      if (code === '\n' || code === '\r') left--
    }
    if (left > 0) continue
    if (afterReturn && piece[from] === '\n') from++
    if (from < piece.length) afterReturn = false
    if (from < piece.length) yield piece.slice(from)
  }
}

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '')

const guessed = ({ by, encoding }: FileEncoding): string =>
  by === 'guessed'
    ? `; it was read as ${encoding}, which is a guess: if letters in these names are wrong, say encoding: … in the mapping`
    : ''

const checkHeader = (header: readonly string[], wanted: readonly string[], found: FileEncoding): void => {
  for (const name of wanted) {
    const exact = header.filter((column) => column === name).length
    const times = exact || header.filter((column) => foldedName(column) === foldedName(name)).length
    if (times > 1) throw new CsvProblem(`has ${times} columns named "${name}"; rename all but one`)
    if (times === 1) continue
    const near = header.find((column) => plain(column) === plain(name))
    const hint = near ? ` (did you mean "${near}"?)` : ''
    throw new CsvProblem(
      `has no column "${name}"${hint}; its columns are: ${header.join(', ')}${guessed(found)}`,
    )
  }
}

const howMany = (cells: number): string => (cells === 1 ? '1 cell' : `${cells} cells`)

const readRow = (record: RawRecord, delimiter: string, width: number, proven: boolean): CsvRow => {
  const { line, text, afterBlank } = record
  if (record.fault) return { line, cells: [text], fault: record.fault, afterBlank }
  const cells = cellsOf(text, delimiter)
  if (!cells) return { line, cells: [text], fault: 'has quotes that do not come out right', afterBlank }
  if (text.includes('\0'))
    return { line, cells, fault: 'holds a zero byte: the file is damaged here', afterBlank }
  if (!proven && text.includes('\uFFFD')) {
    return { line, cells, fault: "holds bytes that are no letters in the file's encoding", afterBlank }
  }
  const extra = cells.slice(width)
  if (cells.length < width || extra.some((cell) => cell.trim() !== '')) {
    return { line, cells, fault: `has ${howMany(cells.length)}, but the header has ${width}`, afterBlank }
  }
  return { line, cells: cells.slice(0, width), fault: null, afterBlank }
}

type Records = AsyncGenerator<readonly RawRecord[]>

/** The header, and the rows that came in one piece with it. */
const readHeader = async (
  records: Records,
  delimiter: string,
  wanted: readonly string[],
  found: FileEncoding,
) => {
  const first = await records.next()
  const [head, ...others]: readonly RawRecord[] = first.done ? [] : first.value
  if (!head) throw new CsvProblem('has no header')
  if (head.fault) throw new CsvProblem(`has a broken header: line ${head.line} ${head.fault}`)
  const names = (cellsOf(head.text, delimiter) ?? []).map((name) => name.trim())
  const ofRejects = isOfRejects(names)
  const header = ofRejects ? names.map(unguarded) : names
  if (header.every((name) => name === '')) throw new CsvProblem('has no header')
  checkHeader(header, wanted, found)
  return { header, ofRejects, others }
}

async function* joined(first: readonly RawRecord[], rest: Records) {
  yield first
  yield* rest
}

/** Rows of nothing but delimiters, which spreadsheets export, are blank. */
const createBlankFilter = () => {
  let wasBlank = false
  return (rows: readonly CsvRow[]): readonly CsvRow[] =>
    rows.flatMap((row) => {
      const isBlank = row.fault === null && row.cells.every((cell) => cell.trim() === '')
      const afterBlank = row.afterBlank || wasBlank
      wasBlank = isBlank
      return isBlank ? [] : [{ ...row, afterBlank }]
    })
}

export const openCsv = async (path: string, options: CsvOptions): Promise<CsvFile> => {
  const { wanted, spellings = [], skipRows = 0 } = options
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CsvProblem(fileWords(error))
  })
  if (!info.isFile()) throw new CsvProblem('is not a file')

  const found = await findEncoding(path, options.encoding, { columns: wanted, spellings })
  const start = await readSample(path, found.encoding)
  const separator = separatorLine.exec(start)?.[1]
  const above = Math.max(skipRows, separator === undefined ? 0 : 1)
  const sample = withoutLines(start, above)
  const delimiter = options.delimiter ?? separator ?? findDelimiter(sample.trimStart(), wanted)
  const text = afterLines(readText(path, found.encoding, options.onBytes), above)
  const records = splitRecords(text, delimiter, above + 1)
  const { header, ofRejects, others } = await readHeader(records, delimiter, wanted, found).catch(
    async (error: unknown) => {
      await records.return(undefined)
      throw error
    },
  )

  async function* rows(): AsyncGenerator<readonly CsvRow[]> {
    const withoutBlanks = createBlankFilter()
    for await (const batch of joined(others, records))
      for (let from = 0; from < batch.length; from += rowsAtOnce) {
        const read = batch
          .slice(from, from + rowsAtOnce)
          .map((record) => readRow(record, delimiter, header.length, found.by === 'proof'))
          .map((row) => (ofRejects ? { ...row, cells: row.cells.map(unguarded) } : row))
        yield withoutBlanks(read)
      }
  }
  return { ...found, delimiter, header, rows: rows() }
}
