// Whatever a file holds, an import reads it to its end or says why it cannot. fast-check prints the seed of a failure.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { Mapping } from '../../../../shared/wire/mapping.ts'
import { anyLetter } from '../../../../test/any-letter.ts'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { CsvProblem } from './csv-problem.ts'
import { importCsv } from './import-csv.ts'
import type { Rejection } from './import-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mapping = Mapping.parse({
  source: 'crm',
  type: 'deal',
  id: 'Id',
  currency: 'USD',
  fields: { status: { constant: 'won' }, amount: 'Amount', closedAt: 'Closed', fields: { note: 'Note' } },
  credits: [{ rep: 'Owner', share: { column: 'Share' } }],
})

const header = 'Id,Owner,Share,Amount,Closed,Note'
const cell = fc.oneof(
  fc.constantFrom(
    '1',
    'ana',
    '50 %',
    '1,054',
    '"1,054"',
    '2026-11-20',
    '20/11/2026 5 pm',
    '',
    '"',
    '""',
    '=1',
    "'=1",
  ),
  fc.string({ unit: anyLetter, maxLength: 20 }),
  fc
    .tuple(fc.constantFrom(' ', '0', '"', ',', '(', '\r', '9,'), fc.nat(3000))
    .map(([part, times]) => part.repeat(times)),
)
const row = fc.array(cell, { maxLength: 8 }).map((cells) => cells.join(','))
const ends = fc.constantFrom('\n', '\r\n', '\r')
const file = fc.oneof(
  fc
    .tuple(fc.array(row, { maxLength: 20 }), ends)
    .map(([rows, end]) => Buffer.from([header, ...rows].join(end))),
  fc
    .tuple(fc.array(row, { maxLength: 20 }), ends)
    .map(([rows, end]) =>
      Buffer.from([`${header},floorboard_line,floorboard_reason`, ...rows].join(end), 'utf16le'),
    ),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.concat([Buffer.from(`${header}\n`), bytes])),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
)

test('[T3] a file of anything is imported or refused, row by row or in one sentence', async () => {
  const path = join(folder, 'file.csv')
  await fc.assert(
    fc.asyncProperty(file, async (bytes) => {
      writeFileSync(path, bytes)
      const rejections: Rejection[] = []
      let sent = 0
      const run = importCsv({
        path,
        mapping,
        folder,
        withdraw: async () => ({ withdrawn: 0, seq: 1 }),
        send: async (facts) => {
          sent += facts.length
          return { accepted: facts.length, unchanged: 0, rejected: [], warnings: [], seq: 1 }
        },
        onOpen: () => undefined,
        onRejected: (rejection) => rejections.push(rejection),
        onBytes: () => undefined,
        onRepeated: () => undefined,
      })
      const ended = await run.catch((error: unknown) => error)
      if (ended instanceof CsvProblem) return
      expect(ended).toMatchObject({ stopped: null, totals: { accepted: sent, rejected: rejections.length } })
      for (const { reason } of rejections) expect(reason.length).toBeLessThan(3000)
    }),
    { numRuns: propertyRuns(120) },
  )
})
