import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { InboundMapping } from '../../../shared/wire/mapping.ts'
import { fileThreadCode } from '../../../test/feed/file-thread-code.ts'
import { workbookOf } from '../../../test/tables/workbook-of.ts'
import { fileMapping } from './file-mapping.ts'
import { readInThread } from './read-in-thread.ts'
import { type ReadRows, type RowsTaker, readRows } from './read-rows.ts'
import type { RowsJob } from './thread-said.ts'
import { unpackSheet } from './unpack-sheet.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-rows-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mapping = fileMapping(
  {
    source: 'history',
    rules: { skipRows: 0 },
    mapping: InboundMapping.parse({
      type: 'deal',
      id: 'Id',
      credits: [{ rep: 'Owner' }],
      when: { Kind: 'deal' },
      deleted: { Gone: 'yes' },
      fields: { status: { column: 'Stage', values: { won: ['Won'] } }, amount: 'Amount', closedAt: 'Closed' },
    }),
  },
  { currency: 'USD', timeZone: 'America/New_York' },
)
const header = ['Id', 'Owner', 'Stage', 'Amount', 'Closed', 'Kind', 'Gone']
const rowAt = (n: number): string[] => [
  `d-${n}`,
  'priya',
  n % 7 === 0 ? 'Lost?' : 'Won',
  `${n}.5`,
  '2026-11-18',
  n % 5 === 0 ? 'call' : 'deal',
  n % 11 === 0 ? 'yes' : '',
]
const rows = [header, ...Array.from({ length: 1300 }, (_, n) => rowAt(n))]

const jobFor = (name: string, bytes: Uint8Array | string): RowsJob => {
  if (typeof mapping === 'string') throw new Error(mapping)
  const [path, ...others] = ['rows', 'sheet', 'report', 'rejects'].map((part) =>
    join(folder, `${name}.${part}`),
  )
  const [sheetPath = '', reportPath = '', rejectsPath = ''] = others
  writeFileSync(path ?? '', bytes)
  return { path: path ?? '', sheetPath, rules: { skipRows: 0 }, mapping, reportPath, rejectsPath }
}

/** Takes everything, and keeps what it was given. */
const taking = (over: Partial<RowsTaker> = {}) => {
  const given: unknown[] = []
  const taker: RowsTaker = {
    send: async (facts) => {
      given.push(facts)
      return { accepted: facts.length, unchanged: 0, rejected: [], warnings: [], seq: given.length }
    },
    withdraw: async (withdrawals) => {
      given.push(withdrawals)
      return { withdrawn: 0, seq: given.length }
    },
    end: async () => ({ id: '0123abcd', withdrawn: null, forecast: null }),
    onProgress: () => undefined,
    ...over,
  }
  return { given, taker }
}

/** What was given to the feed, what came of it, and both files. */
const allOf = async (read: ReadRows, job: RowsJob) => {
  const { given, taker } = taking()
  const came = await read(job, taker)
  return { given, came, files: [job.reportPath, job.rejectsPath].map((path) => readFileSync(path, 'utf8')) }
}
const code = fileThreadCode()
const beside: ReadRows = readInThread({ code })

test('[H121] rows that a thread reads are what they are when the feed reads them, as a text and as a workbook', async () => {
  const text = jobFor('text', rows.map((row) => row.join(',')).join('\n'))
  const inFeed = await allOf(readRows, text)
  expect(inFeed.given.flat()).toHaveLength(905)
  expect(await allOf(beside, text)).toEqual(inFeed)
  const book = jobFor('book', workbookOf({ Deals: rows }))
  await unpackSheet({ workbook: book.path, to: book.sheetPath })
  expect(await allOf(beside, book)).toEqual(inFeed)
})

test('[H121] one that cannot be read is told in the same sentence, and what the feed does not take ends it', async () => {
  const none = jobFor('none', 'Id,Owner\n1,priya\n')
  const { taker } = taking()
  const { run } = await beside(none, taker)
  expect(run).toContain('The file has no column "Stage"')
  expect(JSON.parse(readFileSync(none.reportPath, 'utf8')).error).toContain('has no column "Stage"')
  const whole = jobFor('stopped', rows.map((row) => row.join(',')).join('\n'))
  let sent = 0
  const stopping = taking({
    send: async (facts) => {
      sent += 1
      return sent === 1
        ? { accepted: facts.length, unchanged: 0, rejected: [], warnings: [], seq: 1 }
        : 'Maya stopped it.'
    },
  })
  expect((await beside(whole, stopping.taker)).run).toMatchObject({ stopped: 'Maya stopped it.' })
  expect(sent).toBe(2)
})

test('[H121] rows that need more memory than there is for them end the thread and not the feed', async () => {
  const wide = `d-1,priya,What,1,2026-11-18,deal,${'x'.repeat(100_000)}`
  const job = jobFor('wide', [header.join(','), ...Array.from({ length: 300 }, () => wide)].join('\n'))
  const small = readInThread({ code, mostMemory: 24 })
  await expect(small(job, taking().taker)).rejects.toThrow(
    'The rows of the file need more memory than there is for them.',
  )
})
