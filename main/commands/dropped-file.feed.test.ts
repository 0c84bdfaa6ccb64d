// A file that is dropped on the console comes out as the command's import does, byte for byte: each of the optional test data's
// files as the text that it is, and as a workbook with the same cells.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { samples, samplesIn, samplesPresent } from '../../test/feed/data-samples.ts'
import { dropFile, runFile } from '../../test/feed/drop-file.ts'
import { fileThreadCode } from '../../test/feed/file-thread-code.ts'
import { startTestFeed, type TestFeed } from '../../test/feed/start-test-feed.ts'
import { workbookOf } from '../../test/tables/workbook-of.ts'
import { CsvProblem } from '../feed/ingest/csv/csv-problem.ts'
import { openCsv } from '../feed/ingest/csv/open-csv.ts'
import { runImport } from './import.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-dropped-'))
const inFolder = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const rowsOf = async (path: string) => {
  const { header, rows } = await openCsv(path, { wanted: [] })
  const all = []
  for await (const batch of rows) all.push(...batch)
  return { header, all }
}

const names = ['maven', 'csv-edge-cases'].flatMap((of) =>
  samplesIn(join(samples, of)).map((name) => join(of, name)),
)

/** What no cell of a workbook can hold, or what Excel writes in another way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML has no way to write
const notInXml = /[\0-\x08\x0b\x0c\x0e-\x1f\r\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/

/** Of a long file: several pieces of the feed. All rows of it are held against the command as the text that they are. */
const rowsOfWorkbook = 300

/** By the name of a file, what it says as a sheet. Files that write the same cells in different ways are one. */
const sheetsOf = async (files: readonly string[]): Promise<ReadonlyMap<string, readonly string[][]>> => {
  const sheets = new Map<string, readonly [name: string, cells: readonly string[][]]>()
  for (const name of files) {
    const opened = await rowsOf(join(samples, name)).catch((error: unknown) => {
      if (error instanceof CsvProblem) return null
      throw error
    })
    if (opened === null) continue
    // A row that is broken as a text has no cells. A line of a text is a row of the sheet where no cell has two.
    const cells = [
      opened.header,
      ...opened.all
        .filter(({ fault }) => fault === null)
        .slice(0, rowsOfWorkbook)
        .map((row) => row.cells),
    ].map((row) => row.map((cell) => (notInXml.test(cell) ? '' : cell.replaceAll('\n', ' '))))
    const same = JSON.stringify(cells)
    if (!sheets.has(same)) sheets.set(same, [name, cells])
  }
  return new Map(sheets.values())
}
const sheets = await sheetsOf(samplesPresent ? names : [])

describe.skipIf(!samplesPresent)('a dropped file', () => {
  let byCommand: TestFeed
  let byDrop: TestFeed
  beforeAll(async () => {
    byCommand = await startTestFeed()
    byDrop = await startTestFeed({ fileThreadCode: fileThreadCode() })
  })
  afterAll(async () => {
    await byCommand.close()
    await byDrop.close()
    rmSync(folder, { recursive: true })
  })

  /** Numbers of the log are the feed's own, and so are ids of imports. */
  const plain = (report: string): string =>
    report.replace(/"seq":\d+/, '"seq":0').replace(/"import":"[0-9a-f]{8}"/, '"import":"id"')

  const withCommand = async (path: string, source: string, mapping: object): Promise<string> => {
    let text = ''
    const terminal = {
      out: (written: string) => {
        text += written
      },
      err: () => undefined,
      watched: false,
    }
    const map = inFolder('map.yaml', stringify({ source, ...mapping }))
    await runImport(path, { map, feed: byCommand.url, json: true }, terminal)
    return plain(text)
  }
  const dropped = async (bytes: Uint8Array, source: string, mapping: object): Promise<string> => {
    const id = await dropFile(byDrop.ask, 'file', bytes)
    await runFile(byDrop.ask, id, { source, mapping })
    const { text } = await byDrop.ask(`/api/v1/import-files/${id}/report.json`)
    // Whoever waits for the next is told of every file that is there.
    await byDrop.ask(`/api/v1/import-files/${id}`, { method: 'DELETE' })
    return plain(text)
  }

  const mappingFor = (header: readonly string[]) => {
    const columns = header.filter(
      (column) => column !== '' && header.indexOf(column) === header.lastIndexOf(column),
    )
    return {
      type: 'activity',
      id: columns[0] ?? 'any',
      decimal: '.',
      fields: {
        kind: { constant: 'row' },
        at: { constant: '2026-11-20' },
        fields: Object.fromEntries(columns.map((column) => [column.slice(0, 120), { column }])),
      },
      credits: [{ rep: { constant: 'priya' } }],
    }
  }

  // Thousands of rows, twice.
  test.each(names)('[H60] %s is read as the command reads it', async (name) => {
    const path = join(samples, name)
    const opened = await rowsOf(path).catch((error: unknown) => {
      if (error instanceof CsvProblem) return null
      throw error
    })
    const mapping = mappingFor(opened?.header ?? [])
    const bytes = readFileSync(path)
    const said = await withCommand(path, name, mapping)
    // Nothing comes that could be read.
    if (bytes.length === 0) expect(JSON.parse(said)).toMatchObject({ error: 'is empty' })
    else expect(await dropped(bytes, name, mapping)).toBe(said)
  })

  test.each([...sheets])('[H60] the cells of %s are read the same as a workbook', async (name, cells) => {
    const mapping = mappingFor(cells[0] ?? [])
    const text = inFolder('same.csv', Papa.unparse([...cells], { newline: '\r\n', quotes: true }))
    const source = `${name}, as a workbook`
    expect(await dropped(workbookOf({ Sheet: cells }), source, mapping)).toBe(
      await withCommand(text, source, mapping),
    )
  })
})
