import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { fileThreadCode } from '../../../test/feed/file-thread-code.ts'
import { workbookOf } from '../../../test/tables/workbook-of.ts'
import { unpackInThread } from './unpack-in-thread.ts'
import { unpackSheet } from './unpack-sheet.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-unpack-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const deals = write(
  'deals.xlsx',
  workbookOf({
    Notes: [['hello']],
    Deals: [
      ['Id', 'Amount', 'Closed'],
      ...Array.from({ length: 2000 }, (_, n) => [n, n + 0.25, { day: 46344 }]),
    ],
  }),
)
/** A kilobyte, whose one cell stands in the last row and column that a sheet has: seventeen thousand million cells before it. */
const bomb = write(
  'bomb.xlsx',
  zipSync({
    ...unzipSync(workbookOf({ Deals: [['Id']] })),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
    ),
  }),
)
const open = new AbortController().signal
const thread = (more: object = {}) => unpackInThread({ code: fileThreadCode(), signal: open, ...more })

test('[H62] a sheet that a thread unpacks is what it is when the feed does it, and a file that is none is told as there', async () => {
  const unpack = thread()
  const [here, beside] = [join(folder, 'here'), join(folder, 'beside')]
  await unpackSheet({ workbook: deals, sheet: 'Deals', to: here })
  await unpack({ workbook: deals, sheet: 'Deals', to: beside })
  expect(readFileSync(beside, 'utf8')).toBe(readFileSync(here, 'utf8'))
  expect(readFileSync(beside, 'utf8').split('\n')).toHaveLength(2002)
  await expect(unpack({ workbook: deals, sheet: 'Calls', to: beside })).rejects.toThrow(
    'has no sheet "Calls"',
  )
  const text = write('text.xlsx', strToU8('Id,Amount'))
  await expect(unpack({ workbook: text, to: beside })).rejects.toThrow('The workbook is damaged')
})

test('[H62] one that would fill the memory, or takes too long, is refused with its reason, and the next is unpacked', async () => {
  const to = join(folder, 'refused')
  const unpack = thread({ mostMemory: 64 })
  const [refused, next] = [
    unpack({ workbook: bomb, to }),
    unpack({ workbook: deals, to: join(folder, 'next') }),
  ]
  await expect(refused).rejects.toThrow('The workbook needs more memory than there is for one')
  await next
  await expect(thread({ mostMs: 1 })({ workbook: bomb, to })).rejects.toThrow('needs more time')
  expect(readdirSync(folder).filter((name) => name.startsWith('refused'))).toEqual([])
})

test('[H62] a feed that is stopped waits for no workbook', async () => {
  const stop = new AbortController()
  const unpacked = thread({ signal: stop.signal })({ workbook: bomb, to: join(folder, 'stopped') })
  stop.abort()
  await expect(unpacked).rejects.toThrow('The feed is being stopped.')
})
