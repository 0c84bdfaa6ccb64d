// What the console and programs ask of tables, and what they are told.
import { z } from 'zod'
import { Fact } from './fact.ts'
import { InboundMapping } from './mapping.ts'
import { SourceQuestion, SourceState, TroubleKind } from './sources.ts'
import { TableFrom, TableSource } from './table.ts'
import { Slug } from './text.ts'

/** It travels to a database: anything that can be typed on one line. */
const Password = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^[^\0\r\n]+$/, 'must be one line')

/** `POST /api/v1/tables/try`: a table before it is in the file; nothing is kept. Without a mapping its columns alone are told. */
export const TryTable = z.strictObject({
  table: z.strictObject({
    id: Slug,
    from: TableFrom,
    source: TableSource.shape.source,
    mapping: InboundMapping.optional(),
  }),
  /** Left out: the one that is kept under its id. */
  password: Password.optional(),
})
export type TryTable = z.output<typeof TryTable>

/** A row, as it will be understood. */
export const TriedRow = z.discriminatedUnion('kind', [
  z.object({ line: z.int(), kind: z.literal('fact'), fact: Fact, notes: z.array(z.string()) }),
  z.object({ line: z.int(), kind: z.literal('withdrawal'), id: z.string() }),
  z.object({ line: z.int(), kind: z.literal('passed-over') }),
  z.object({ line: z.int(), kind: z.literal('refused'), reason: z.string() }),
])
export type TriedRow = z.infer<typeof TriedRow>

/** Deals that were won, or activities, and how much of each currency. */
export const TableTotals = z.object({
  count: z.int(),
  amounts: z.array(z.object({ currency: z.string(), minor: z.number() })),
})
export type TableTotals = z.infer<typeof TableTotals>

export const TriedTable = z.object({
  /** Why it cannot be read, or not with this mapping, in sentences; null where all is well. */
  trouble: z.string().nullable(),
  /** What would be better done otherwise, in sentences. */
  advice: z.array(z.string()),
  /** Its columns, and what the first rows have in them: different values, the first twenty; `isFew`: they are all there are. */
  columns: z.array(z.object({ name: z.string(), values: z.array(z.string()), isFew: z.boolean() })),
  /** The first ten; none without a mapping. */
  rows: z.array(TriedRow),
  counts: z.object({
    rows: z.int(),
    facts: z.int(),
    refused: z.int(),
    passedOver: z.int(),
    repeated: z.int(),
  }),
  /** Rows that are not taken, by their lines, and why; the first few. */
  refused: z.array(z.object({ line: z.int(), why: z.string() })),
  people: z.object({ matched: z.int(), of: z.int(), unknown: z.array(z.string()) }),
  /** The floor's month so far: row by row as the table says, and as the wall would show it. */
  period: z.object({ label: z.string(), table: TableTotals, wall: TableTotals }).nullable(),
})
export type TriedTable = z.infer<typeof TriedTable>

/** How a table does. Times in epoch ms. */
export const TableHealth = z.object({
  id: Slug,
  name: z.string(),
  kind: z.enum(['address', 'folder', 'postgres', 'mysql']),
  /** Where it lies, in words that hold no secret. */
  place: z.string(),
  type: z.enum(['deal', 'activity']),
  source: z.string(),
  state: SourceState,
  /** When it was last found to be as it is here; null: never. */
  readAt: z.number().nullable(),
  trouble: z
    .object({ at: z.number(), kind: TroubleKind, what: z.string(), click: z.string().nullable() })
    .nullable(),
  /** Null: not counted yet. */
  facts: z.int().nullable(),
  /** Rows that were not taken when it was last read, and the first reasons. */
  refused: z.object({ rows: z.int(), first: z.array(z.object({ line: z.int(), why: z.string() })) }),
  question: SourceQuestion.nullable(),
  /** Whether a password is kept; a table that needs none has one. */
  hasKey: z.boolean(),
})
export type TableHealth = z.infer<typeof TableHealth>

export const TablesAnswer = z.object({
  /** Where folders of tables lie on the feed's computer. */
  folder: z.string(),
  tables: z.array(TableHealth),
})
export type TablesAnswer = z.infer<typeof TablesAnswer>

export const TablePassword = z.strictObject({ password: Password })
export type TablePassword = z.infer<typeof TablePassword>

/** `read-now`: without waiting. `read-again`: all of it, silently. `allow`: what was held back is taken. */
export const TableAction = z.strictObject({ do: z.enum(['read-now', 'read-again', 'allow']) })
export type TableAction = z.infer<typeof TableAction>

/** `GET /api/v1/tables/:id/difference`: the floor's month as the table has it now, and as the wall does. */
export const TableDifference = z.object({
  label: z.string(),
  table: TableTotals,
  wall: TableTotals,
  /** In the table and not on the wall, and the other way round; the first few. */
  missing: z.array(z.string()),
  extra: z.array(z.string()),
})
export type TableDifference = z.infer<typeof TableDifference>
