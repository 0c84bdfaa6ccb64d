import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { type SheetCell, workbookOf } from '../../../test/tables/workbook-of.ts'
import { openTableFile } from './open-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-workbook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let nth = 0
const write = (bytes: Buffer | string): string => {
  nth += 1
  const path = join(folder, `${nth}.xlsx`)
  writeFileSync(path, bytes)
  return path
}
const cellsOf = async (bytes: Buffer, rules: { sheet?: string; skipRows?: number } = {}) => {
  const table = await openTableFile(write(bytes), { skipRows: 0, ...rules }, [])
  const cells: (readonly string[])[] = [table.header]
  for await (const rows of table.rows) cells.push(...rows.map((row) => row.cells))
  return cells
}
const oneColumn = async (...values: readonly SheetCell[]): Promise<string[]> =>
  (await cellsOf(workbookOf({ Deals: [['Value'], ...values.map((value) => [value])] })))
    .slice(1)
    .map(([value]) => value ?? '')

test('[N56] a cell is what Excel shows of it: numbers to their last digit, dates without a zone, formulas as they were computed', async () => {
  expect(
    await oneColumn(
      ...[18200.5, 0.1, -12, 1e15, 123456789012345, 1e-7],
      { formula: '0.1+0.2', value: '0.30000000000000004' },
      { formula: 'SUM(A2:A3)', value: '1234.5600000000001' },
      { formula: 'A2*1e12', value: '1.82005E+16' },
      ...[true, 'Ä & <b> "q"', ' kept '],
    ),
  ).toEqual([
    ...['18200.5', '0.1', '-12', '1000000000000000', '123456789012345', '0.0000001'],
    ...['0.3', '1234.56', '18200500000000000'],
    ...['true', 'Ä & <b> "q"', ' kept '],
  ])
  expect(
    await oneColumn(
      { day: 46346 },
      { moment: 46346.4236111111 },
      { moment: 46346.5 },
      { day: 60 },
      { day: 1 },
    ),
  ).toEqual(['2026-11-20', '2026-11-20T10:10:00', '2026-11-20T12:00:00', '1900-02-28', '1899-12-31'])
})

test('[N56] days are counted from 1904 where the workbook says so', async () => {
  const rows = [['Value'], [{ day: 46346 - 1462 }]]
  expect(await cellsOf(workbookOf({ Deals: rows }, { date1904: true }))).toEqual([['Value'], ['2026-11-20']])
})

test('[N56] the sheet and the header are the ones that are named', async () => {
  const workbook = workbookOf({
    Notes: [['Nothing']],
    Deals: [['Exported on Friday'], [], ['Id', 'Name'], ['a', null], [null, null], ['b', 'Bee']],
  })
  expect(await cellsOf(workbook, { sheet: 'Deals', skipRows: 2 })).toEqual([
    ['Id', 'Name'],
    ['a', ''],
    ['b', 'Bee'],
  ])
  expect(await cellsOf(workbook)).toEqual([['Nothing']])
  await expect(cellsOf(workbook, { sheet: 'Calls' })).rejects.toThrow('has no sheet "Calls"')
})

test('[N56] what would unpack to too much is not unpacked, and neither is what is cut off or none at all', async () => {
  const zeros = 5_000_000
  /** Of an archive with so many zeros in it, the size that it says. */
  const saying = (bytes: number): Buffer => {
    const packed = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(zeros) }))
    for (let at = packed.indexOf(sizeOf(zeros)); at >= 0; at = packed.indexOf(sizeOf(zeros)))
      packed.writeUInt32LE(bytes, at)
    return packed
  }
  const before = process.memoryUsage().arrayBuffers
  await expect(cellsOf(saying(120 * 1024 * 1024))).rejects.toThrow('would unpack to more than 100 MB')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
  // A part that is longer than it says ends where it says.
  await expect(cellsOf(saying(1000))).rejects.toThrow('cannot be read')
  const whole = workbookOf({ Deals: [['Id'], ['a']] })
  await expect(cellsOf(whole.subarray(0, whole.length - 40))).rejects.toThrow('damaged')
  await expect(cellsOf(Buffer.from(zipSync({ 'a.txt': strToU8('no workbook') })))).rejects.toThrow(
    'cannot be read',
  )
})

const sizeOf = (bytes: number): Buffer => {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(bytes)
  return four
}
