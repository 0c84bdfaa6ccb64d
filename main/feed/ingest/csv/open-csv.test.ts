import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import { type CsvOptions, openCsv } from './open-csv.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-csv-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (content: string | Uint8Array): string => {
  const path = join(folder, 'file.csv')
  writeFileSync(path, content)
  return path
}

const read = async (path: string, options: Partial<CsvOptions> = {}) => {
  const file = await openCsv(path, { wanted: [], ...options })
  const rows = []
  for await (const batch of file.rows) for (const row of batch) rows.push(row)
  return { ...file, rows }
}
const readText = (content: string | Uint8Array, options?: Partial<CsvOptions>) =>
  read(fileOf(content), options)
const cellsOf = ({ rows }: { rows: readonly { readonly cells: readonly string[] }[] }) =>
  rows.map(({ cells }) => cells)

const accents = 'name;city\nJosé;Köln\nZoë;Besançon\nRenée;Málaga\n'
const cyrillic = `Имя;Заметка\n${'Иван Петров;Позвонить завтра утром и договориться о встрече\n'.repeat(5)}`

describe('the encoding is found out', () => {
  test.each([
    ['UTF-8', Buffer.from(accents), 'utf-8', 'proof'],
    ['UTF-8 with its mark', iconv.encode(accents, 'utf-8', { addBOM: true }), 'utf-8', 'mark'],
    ['UTF-16LE with its mark', iconv.encode(accents, 'utf-16le', { addBOM: true }), 'utf-16le', 'mark'],
    ['UTF-16BE with its mark', iconv.encode(accents, 'utf-16be', { addBOM: true }), 'utf-16be', 'mark'],
    ['UTF-16LE without one', iconv.encode(accents, 'utf-16le'), 'utf-16le', 'guessed'],
    ['windows-1252', iconv.encode(accents, 'windows-1252'), 'windows-1252', 'guessed'],
  ])('of %s', async (_, bytes, encoding, by) => {
    const file = await readText(bytes, { wanted: ['name'] })
    expect(file).toMatchObject({ encoding, by, delimiter: ';', header: ['name', 'city'] })
    expect(cellsOf(file)[0]).toEqual(['José', 'Köln'])
  })

  test('of windows-1251, which has Cyrillic letters', async () => {
    expect(cellsOf(await readText(iconv.encode(cyrillic, 'windows-1251')))[0]).toContain('Иван Петров')
  })

  test('even where the first letter that is not ASCII is far down', async () => {
    const text = `name,city\n${'ann,york\n'.repeat(60_000)}josé,köln\n`
    const file = await readText(iconv.encode(text, 'windows-1252'))
    expect(file.encoding).toBe('windows-1252')
    expect(cellsOf(file).at(-1)).toEqual(['josé', 'köln'])
  })

  test('unless it is declared, and then bytes that do not fit refuse their row', async () => {
    const file = await readText(iconv.encode('name\nann\njosé\n', 'windows-1252'), { encoding: 'utf-8' })
    expect(file.rows.map(({ line, fault }) => [line, fault])).toEqual([
      [2, null],
      [3, "holds bytes that are no letters in the file's encoding"],
    ])
  })
})

describe('the delimiter is found out', () => {
  test.each([',', ';', '\t', '|', ':'])('%j', async (delimiter) => {
    const text = `id${delimiter}note\n1${delimiter}"a, b; c"\n2${delimiter}d\n`
    expect(await readText(text, { wanted: ['id', 'note'] })).toMatchObject({
      delimiter,
      header: ['id', 'note'],
    })
  })

  test('by the columns that are wanted, where the rows would mislead', async () => {
    const text = 'id;note\n1,5;a,b\n2,5;c,d\n3,5;e,f\n'
    expect(cellsOf(await readText(text, { wanted: ['id', 'note'] }))[0]).toEqual(['1,5', 'a,b'])
  })

  test('of a file with one column there is none', async () => {
    expect(cellsOf(await readText('id\n1\n2\n', { wanted: ['id'] }))).toEqual([['1'], ['2']])
  })
})

describe('a row', () => {
  test('has the line on which it starts', async () => {
    const { rows } = await readText('Export of today,"\n\nid,note\n1,"two\nlines"\n\n2,x\n', { skipRows: 2 })
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [4, ['1', 'two\nlines']],
      [7, ['2', 'x']],
    ])
  })

  test('with too few or too many cells is refused, but empty ones at the end do no harm', async () => {
    const { rows } = await readText('a,b\n1\n1,2,3\n1,2,,\n,\n')
    expect(rows.map(({ line, fault }) => [line, fault])).toEqual([
      [2, 'has 1 cell, but the header has 2'],
      [3, 'has 3 cells, but the header has 2'],
      [4, null],
    ])
  })

  test('with a zero byte is refused', async () => {
    expect((await readText('a,b\n1,x\0y\n')).rows[0]?.fault).toContain('zero byte')
  })
})

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 0xff))

describe('a file is refused in one sentence', () => {
  test.each([
    ['a picture', png, 'is not a CSV file but a PNG picture'],
    ['a workbook', Buffer.from('504b0304aaaa', 'hex'), 'is not a CSV file but an Excel workbook'],
    ['noise', noise, 'is not a text file'],
    ['nothing', '', 'is empty'],
    ['blank lines', '\n\n \n', 'has no header'],
    ['a broken header', 'a,"b\n1,2\n', 'has a broken header: line 1 opens a quote that is never closed'],
  ])('when it is %s', async (_, content, sentence) => {
    await expect(readText(content)).rejects.toThrow(sentence)
  })

  test('when a wanted column is missing or there twice', async () => {
    const wanted = ['close_value']
    await expect(readText('id,Close Value\n', { wanted })).rejects.toThrow(
      'has no column "close_value" (did you mean "Close Value"?); its columns are: id, Close Value',
    )
    await expect(readText('close_value,close_value\n', { wanted })).rejects.toThrow(
      'has 2 columns named "close_value"',
    )
  })

  test('when it is not there, or no file', async () => {
    await expect(read(join(folder, 'none.csv'))).rejects.toThrow('does not exist')
    await expect(read(folder)).rejects.toThrow('is not a file')
  })
})

const samples = process.env['FLOORBOARD_DATA_SAMPLES'] ?? '../shared/data'
const edgeCases = join(samples, 'csv-edge-cases')
const hasEdgeCases = existsSync(edgeCases)
if (!hasEdgeCases) console.warn(`Skipped: no CSV edge cases in ${edgeCases} (FLOORBOARD_DATA_SAMPLES).`)

/** Lists of rows, or of objects by the header's names; blank rows are passed over when reading. */
const expectedRows = (path: string): string[][] | null => {
  if (!path.endsWith('.json') || !existsSync(path)) return null
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!Array.isArray(parsed)) return null
  const objects = parsed.length > 0 && !Array.isArray(parsed[0])
  const rows = parsed.map((row): string[] => Object.values(row))
  return [...(objects ? [Object.keys(parsed[0])] : []), ...rows].filter((row) => row.join('').trim() !== '')
}

describe.skipIf(!hasEdgeCases)('CSV files that others found hard', () => {
  const files = hasEdgeCases
    ? readdirSync(edgeCases, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.(json|md)$/.test(entry.name))
        .map((entry) => relative(edgeCases, join(entry.parentPath, entry.name)))
    : ['(none)']

  test.each(files)('%s reads as expected, or says what is wrong', async (name) => {
    const expected = expectedRows(join(edgeCases, name.replace(/\/csvs?\/(.*)\.csv$/, '/json/$1.json')))
    const file = await read(join(edgeCases, name)).catch((error: Error) => error)
    if (file instanceof Error) {
      expect(file.name).toBe('CsvProblem')
      expect(expected ?? []).toEqual([])
      return
    }
    for (const { line, cells, fault } of file.rows) {
      expect(line).toBeGreaterThan(1)
      if (fault === null) expect(cells).toHaveLength(file.header.length)
    }
    if (expected === null) return
    expect(file.rows.map(({ fault }) => fault).filter((fault) => fault !== null)).toEqual([])
    // A header without rows has an empty list in one of the collections, and itself in the other.
    if (expected.length > 0) expect([file.header, ...cellsOf(file)]).toEqual(expected)
  })
})
