// What the feed and the thread that works on a dropped file say to one another.
import { z } from 'zod'
import { FactsAnswer, FactVersion } from '../../../shared/wire/fact.ts'
import { Forecast } from '../../../shared/wire/imports.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import { FileRules } from '../../../shared/wire/table.ts'

const SheetJob = z.object({
  /** The workbook's path. */
  workbook: z.string(),
  /** Left out: the first one. */
  sheet: z.string().optional(),
  /** Where its rows go, line by line. */
  to: z.string(),
})
export type SheetJob = z.infer<typeof SheetJob>

const RowsJob = z.object({
  /** Of the file. */
  path: z.string(),
  /** Where the rows of its sheet lie, where it is a workbook. */
  sheetPath: z.string(),
  rules: FileRules,
  /** As the feed has read it: it cannot be read twice. Without faults. */
  mapping: z.custom<Mapping>((value) => typeof value === 'object' && value !== null),
  /** Where what came of it is written, as the command writes it. */
  reportPath: z.string(),
  rejectsPath: z.string(),
})
export type RowsJob = z.infer<typeof RowsJob>

export const ThreadWork = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unpack'), job: SheetJob }),
  z.object({ kind: z.literal('read'), job: RowsJob }),
])
export type ThreadWork = z.infer<typeof ThreadWork>

const Warning = z.object({
  what: z.string(),
  count: z.int(),
  first: z.string(),
  unknown: z.string().optional(),
  line: z.int().nullable(),
})
/** As `ImportRun` has it. */
const Run = z.object({
  totals: z.object({
    accepted: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    withdrawn: z.int(),
    passedOver: z.int(),
    repeated: z.int(),
    older: z.int(),
    seq: z.int().nullable(),
    warnings: z.array(Warning).readonly(),
    notes: z.array(z.string()).readonly(),
  }),
  stopped: z.string().nullable(),
})

/** What came of the rows of a file. */
const RowsRead = z.object({
  /** A sentence: the file cannot be read, or not to its end. */
  run: z.union([z.string(), Run]),
  /** The first few rows that were refused. */
  refused: z.array(z.object({ line: z.int(), id: z.string().nullable(), why: z.string() })),
  /** Words of the column of stages that the mapping does not have. */
  words: z.array(z.object({ word: z.string(), rows: z.int() })),
})
export type RowsRead = z.infer<typeof RowsRead>

/** Of a question, the answer is what the feed says next. */
export const ThreadSaid = z.discriminatedUnion('kind', [
  /** What Node made of the program that it runs. */
  z.object({ kind: z.literal('compiled'), compiled: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('unpacked') }),
  z.object({ kind: z.literal('read'), read: RowsRead }),
  /** Continues the file's name. */
  z.object({ kind: z.literal('problem'), message: z.string() }),
  /** A sentence. */
  z.object({ kind: z.literal('trouble'), message: z.string() }),
  /** Of the file, from 0 to 1. */
  z.object({ kind: z.literal('progress'), share: z.number() }),
  /** Asks for `FactsTaken`. Facts are JSON: as long as nobody reads them they take no time. */
  z.object({ kind: z.literal('facts'), facts: z.array(z.string()) }),
  /** Asks for `Withdrawn`. */
  z.object({
    kind: z.literal('withdrawals'),
    withdrawals: z.array(z.object({ source: z.string(), id: z.string(), version: FactVersion.optional() })),
  }),
  /** All rows are read. Asks for `Outcome`. */
  z.object({ kind: z.literal('end'), run: Run }),
])
export type ThreadSaid = z.infer<typeof ThreadSaid>

/** A sentence: it was not taken, and goes no further. */
export const FactsTaken = z.union([z.string(), FactsAnswer])
export const Withdrawn = z.union([z.string(), z.object({ withdrawn: z.int(), seq: z.int() })])
/** As `ImportOutcome` has it. */
export const Outcome = z.object({
  id: z.string().nullable(),
  withdrawn: z.int().nullable(),
  forecast: Forecast.nullable(),
})
