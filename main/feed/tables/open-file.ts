// Opens a file of rows, whichever it is: CSV or a workbook. A web page in its place is told apart from a table.
import { open } from 'node:fs/promises'
import type { FileRules } from '../../../shared/wire/table.ts'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { openCsv } from '../ingest/csv/open-csv.ts'
import type { OpenTable } from './table.ts'
import { openWorkbook } from './workbook.ts'

const startBytes = 1024

export const startOf = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

export const isWebPage = (start: Buffer, type = ''): boolean =>
  type === 'text/html' || /^\s*(?:\uFEFF\s*)?<(?:!doctype|html|head|\?xml)/i.test(start.toString('utf8'))

export const isWorkbook = (start: Buffer): boolean =>
  start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))

/** `type`: as a server said. `wanted`: columns that it must have. Rejects with `CsvProblem` or `SourceTrouble`. */
export const openTableFile = async (
  path: string,
  rules: FileRules,
  wanted: readonly string[],
  type = '',
): Promise<OpenTable> => {
  const start = await startOf(path)
  if (isWebPage(start, type))
    throw new SourceTrouble(
      'rights',
      'A web page came in the place of a table: it is not shared, or its address is that of a page around it.',
      {
        click:
          'Share the sheet with everybody who has the link, to read, or publish it as CSV, and give that address.',
      },
    )
  if (isWorkbook(start)) return openWorkbook(path, rules, wanted)
  const { delimiter, encoding, skipRows } = rules
  const options = { wanted, skipRows, delimiter, encoding }
  const file = await openCsv(path, options)
  return {
    header: file.header,
    rows: file.rows,
    again: async () =>
      (await openCsv(path, { ...options, wanted: [], delimiter: file.delimiter, encoding: file.encoding }))
        .rows,
    isTyped: false,
  }
}
