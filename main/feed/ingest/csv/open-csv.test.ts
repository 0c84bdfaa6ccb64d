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

describe('[F105] the columns of the mapping settle the encoding', () => {
  test.each([
    ['windows-1254', 'Müşteri;Sözleşme tarihi;Satış\nÇağrı;x;y\n', ['Müşteri', 'Satış']],
    ['windows-874', 'ลูกค้า;ยอดขาย\nสมชาย;1\n', ['ลูกค้า']],
    ['windows-1255', 'לקוח;סכום\nדנה;1\n', ['לקוח', 'סכום']],
    ['windows-1250', 'Zákazník;Částka\nŘehoř;1\n', ['Částka']],
    ['windows-1257', 'Klients;Līgums\nJānis;1\n', ['Līgums']],
    ['cp850', 'Kunde;Umsätze\nJörg;1\n', ['Umsätze']],
    ['macintosh', 'Kunde;Umsätze\nJörg;1\n', ['Umsätze']],
    ['shift_jis', '顧客;金額\n山田;1\n', ['顧客', '金額']],
  ])('%s', async (encoding, text, wanted) => {
    const file = await readText(iconv.encode(text, encoding), { wanted })
    expect(file.header).toEqual(text.split('\n')[0]?.split(';'))
    expect(cellsOf(file)[0]?.[0]).toBe(text.split('\n')[1]?.split(';')[0])
  })

  test('and so do the spellings of its tables, where the columns are plain', async () => {
    const bytes = iconv.encode('Id;Durum\n1;Kazanıldı\n', 'windows-1254')
    const file = await readText(bytes, { wanted: ['Id', 'Durum'], spellings: ['Kazanıldı'] })
    expect(cellsOf(file)).toEqual([['1', 'Kazanıldı']])
  })

  test('of Thai without any such word it is found by its letters', async () => {
    const text = `id,name\n${'1,สมชาย ใจดี ขายดีมาก\n'.repeat(5)}`
    expect(cellsOf(await readText(iconv.encode(text, 'windows-874'), { wanted: ['id'] }))[0]?.[1]).toContain(
      'สมชาย',
    )
  })

  test('one broken byte in UTF-8 costs its row, not all accents', async () => {
    const text = Buffer.concat([Buffer.from('Größe;b\nä;1\n'), Buffer.from([0xe4]), Buffer.from(';2\nö;3\n')])
    const file = await readText(text, { wanted: ['Größe'] })
    expect(file.rows.map(({ cells, fault }) => fault ?? cells[0])).toEqual([
      'ä',
      "holds bytes that are no letters in the file's encoding",
      'ö',
    ])
  })

  test('a column that is missing may be one that was misread, and that is said', async () => {
    const bytes = iconv.encode('Kunde;Betrag\nJosé;1\n', 'windows-1252')
    await expect(readText(bytes, { wanted: ['Umsatz'] })).rejects.toThrow(
      'has no column "Umsatz"; its columns are: Kunde, Betrag; it was read as windows-1252, which is a guess: if letters in these names are wrong, say encoding: … in the mapping',
    )
  })

  test('an accent in two pieces makes no other column', async () => {
    const file = await readText('Umsa\u0308tze\n1\n', { wanted: ['Ums\u00e4tze'] })
    expect(cellsOf(file)).toEqual([['1']])
  })
})

describe('Excel’s first line', () => {
  test.each([
    ['sep=;', ';'],
    ['"sep=;"', ';'],
    ['SEP=,', ','],
    ['sep=\t', '\t'],
    ['sep=^', '^'],
  ])('%j says what stands between the cells', async (line, delimiter) => {
    const file = await readText(`\uFEFF${line}\r\nid${delimiter}note\r\n1${delimiter}a\r\n`, {
      wanted: ['id'],
    })
    expect(file).toMatchObject({ delimiter, header: ['id', 'note'] })
    expect(file.rows.map(({ line: at, cells }) => [at, cells])).toEqual([[3, ['1', 'a']]])
  })

  test('may be counted among the lines above the header', async () => {
    const file = await readText('sep=;\nReport\nid;note\n1;a\n', { wanted: ['id'], skipRows: 2 })
    expect(file).toMatchObject({ delimiter: ';', header: ['id', 'note'] })
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
