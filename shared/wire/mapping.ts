// The mapping file: how the rows of somebody's CSV become facts.
import { z } from 'zod'
import { Currency, TimeZone } from './text.ts'

const Column = z.string().trim().min(1).max(300)
const Written = z.union([z.string().max(1000), z.number(), z.boolean()]).transform(String)

/** The decimal sign, `.` or `,`. The other one, spaces and apostrophes then only group digits. */
export const DecimalSign = z.enum(['.', ','])
export type DecimalSign = z.infer<typeof DecimalSign>

/** Checked later, by `compileDateFormat`, which names the part it does not know. */
const DateFormat = z.string().trim().min(1).max(60)

const oneSource = (cell: { column?: unknown; constant?: unknown }): boolean =>
  (cell.column === undefined) !== (cell.constant === undefined)
const oneSourceMessage = 'needs either a column or a constant'

const cell = {
  column: Column.optional(),
  /** The same for every row. */
  constant: Written.optional(),
  /** For rows whose cell is empty. */
  default: Written.optional(),
  /** Each value for the fact, and its spellings in the file. A row with any other spelling is refused. */
  values: z
    .record(z.string(), z.union([Written.transform((one) => [one]), z.array(Written).min(1)]))
    .optional(),
  /** Spellings and what each is replaced by. Any other stays as it is. */
  aliases: z.record(z.string(), Written).optional(),
}

/** A column's name alone is short for `{ column: … }`. */
const orColumn = <S extends z.ZodType>(full: S) => z.union([Column.transform((column) => ({ column })), full])

export const TextCell = orColumn(z.strictObject(cell).refine(oneSource, oneSourceMessage))
export type TextCell = z.output<typeof TextCell>

export const PersonCell = orColumn(
  z
    .strictObject({
      ...cell,
      /** Turns "Darcel Schlecht" into `darcel-schlecht`. Without it, the name is looked up among the floor's ids and aliases. */
      slug: z.boolean().optional(),
    })
    .refine(oneSource, oneSourceMessage),
)
export type PersonCell = z.output<typeof PersonCell>

export const DateCell = orColumn(
  z
    .strictObject({
      column: cell.column,
      constant: cell.constant,
      default: cell.default,
      dateFormat: DateFormat.optional(),
      timeZone: TimeZone.optional(),
    })
    .refine(oneSource, oneSourceMessage),
)
export type DateCell = z.output<typeof DateCell>

const number = {
  column: cell.column,
  constant: cell.constant,
  default: cell.default,
  decimal: DecimalSign.optional(),
}

export const NumberCell = orColumn(z.strictObject(number).refine(oneSource, oneSourceMessage))
export type NumberCell = z.output<typeof NumberCell>

export const MoneyCell = orColumn(
  z
    .strictObject({
      ...number,
      /** A code for all rows, or the column that holds each row's code. */
      currency: z
        .union([Currency, z.strictObject({ column: Column, default: Currency.optional() })])
        .optional(),
    })
    .refine(oneSource, oneSourceMessage),
)
export type MoneyCell = z.output<typeof MoneyCell>

/** One of the source's own fields, kept as text unless `as` says otherwise. */
export const OwnCell = orColumn(
  z
    .strictObject({
      ...cell,
      as: z.enum(['text', 'number', 'boolean']).optional(),
      decimal: DecimalSign.optional(),
    })
    .refine(oneSource, oneSourceMessage),
)
export type OwnCell = z.output<typeof OwnCell>

export const CreditCell = z.strictObject({
  rep: PersonCell,
  /** In (0, 1]; `{ column: … }` reads 0.2 or 20 %. Left out, those credited in a row get equal shares. */
  share: z.union([z.number().gt(0).lte(1), z.strictObject({ column: Column })]).optional(),
  role: z.enum(['owner', 'assist']).optional(),
})
export type CreditCell = z.output<typeof CreditCell>

const head = {
  /** Facts are keyed by source and id: every file of one system has the same source, and no other system has it. */
  source: z.string().trim().min(1).max(100),
  /** The column whose value identifies a row for good, or several that do so together. */
  id: z.union([Column.transform((column) => [column]), z.array(Column).min(1).max(5)]),
  credits: z.array(CreditCell).min(1).max(10),
  /** Detected when left out. */
  delimiter: z.string().length(1).optional(),
  /** Detected when left out: UTF-8 and UTF-16, with or without a byte order mark, else by the bytes' frequencies. */
  encoding: z.string().trim().min(1).max(40).optional(),
  /** Lines above the header. */
  skipRows: z.int().min(0).max(1000).default(0),
  /** These four are the defaults of all cells. */
  timeZone: TimeZone.optional(),
  dateFormat: DateFormat.optional(),
  decimal: DecimalSign.optional(),
  currency: Currency.optional(),
}

const own = z.record(z.string().min(1).max(120), OwnCell).optional()

const DealMapping = z.strictObject({
  ...head,
  type: z.literal('deal'),
  fields: z.strictObject({
    version: DateCell.optional(),
    status: TextCell,
    name: TextCell.optional(),
    account: TextCell.optional(),
    product: TextCell.optional(),
    amount: MoneyCell.optional(),
    stage: TextCell.optional(),
    createdAt: DateCell.optional(),
    stageEnteredAt: DateCell.optional(),
    expectedCloseOn: DateCell.optional(),
    closedAt: DateCell.optional(),
    lastActivityAt: DateCell.optional(),
    fields: own,
  }),
})

const ActivityMapping = z.strictObject({
  ...head,
  type: z.literal('activity'),
  fields: z.strictObject({
    version: DateCell.optional(),
    kind: TextCell,
    at: DateCell,
    durationSeconds: NumberCell.optional(),
    outcome: TextCell.optional(),
    deal: TextCell.optional(),
    account: TextCell.optional(),
    fields: own,
  }),
})

export const Mapping = z.discriminatedUnion('type', [DealMapping, ActivityMapping])
export type Mapping = z.output<typeof Mapping>
