// The mapping file: how the rows of somebody's CSV become facts.
import { z } from 'zod'
import { Currency, TimeZone } from './text.ts'

const Column = z.string().trim().min(1).max(300)
const Written = z.union([z.string().max(1000), z.number(), z.boolean()]).transform(String)

/** The decimal sign, `.` or `,`. The other one, spaces and apostrophes then only group digits. */
export const DecimalSign = z.enum(['.', ','])
export type DecimalSign = z.infer<typeof DecimalSign>

const OneDateFormat = z.string().trim().min(1).max(60)

/** One, or several of which each date has one. Checked later, by `createDateReader`, which names the part it does not know. */
const DateFormat = z.union([OneDateFormat.transform((one) => [one]), z.array(OneDateFormat).min(1).max(5)])

/** A language in which months are named, as BCP 47 writes it: `pl`, `pt-BR`. */
const Language = z.string().refine((tag) => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}, 'is not a language such as de or pt-BR')

/** `true` and `false` stand for the words for yes and no that exports write; an empty text for an empty cell. */
const Wanted = z.union([z.string().max(1000), z.number().transform(String), z.boolean()])
export type Wanted = z.infer<typeof Wanted>
const AnyOf = z.union([Wanted.transform((one) => [one]), z.array(Wanted).min(1).max(200)])

/**
 * Columns, and what their cells must be: one text or one of several, or with `not` none of them. All columns must be so.
 * Texts are compared as names are, without regard to capitals.
 */
export const Conditions = z
  .record(
    Column,
    z.union(
      [AnyOf.transform((is) => ({ is })), z.strictObject({ not: AnyOf }).transform(({ not }) => ({ not }))],
      { error: 'must be a text, a list of texts, or { not: … }; "" stands for an empty cell' },
    ),
  )
  .refine((conditions) => Object.keys(conditions).length > 0, 'must name a column')
export type Conditions = z.output<typeof Conditions>

/** Replaces a cell by what stands beside it in another CSV file, whose path starts at the mapping's folder. */
export const Lookup = z.strictObject({
  file: z.string().trim().min(1).max(1000),
  /** The column of that file with what the cell says. */
  key: Column,
  /** The column of that file with what is meant. */
  value: Column,
})
export type Lookup = z.infer<typeof Lookup>

const oneSource = (cell: { column?: unknown; constant?: unknown }): boolean =>
  (cell.column === undefined) !== (cell.constant === undefined)
const oneSourceMessage = 'needs either a column or a constant'

const cell = {
  column: Column.optional(),
  /** The same for every row. */
  constant: Written.optional(),
  /** For rows whose cell is empty. */
  default: Written.optional(),
  /** Comes first; `values` and `aliases` are of what is found. */
  lookup: Lookup.optional(),
  /** Each value for the fact, and its spellings in the file. A row with any other spelling is refused. */
  values: z
    .record(z.string(), z.union([Written.transform((one) => [one]), z.array(Written).min(1)]))
    .optional(),
  /** Spellings and what each is replaced by. Any other stays as it is. */
  aliases: z.record(z.string(), Written).optional(),
}

/** A column's name alone is short for `{ column: … }`. */
const orColumn = <S extends z.ZodType>(full: S) => z.union([Column.transform((column) => ({ column })), full])

const Case = z.strictObject({
  is: Written,
  /** Left out, it holds for every row that none before it holds for. */
  when: Conditions.optional(),
})

/** Made of several columns: the first case whose conditions hold. A row for which none holds is refused. */
const Cases = z
  .array(Case)
  .min(1)
  .max(50)
  .refine(
    (cases) => cases.every(({ when }, index) => when !== undefined || index === cases.length - 1),
    'must have `when` in every case but the last',
  )
  .transform((cases) => ({ cases }))
export type Cases = z.output<typeof Cases>

export const TextCell = z.union([
  Column.transform((column) => ({ column })),
  Cases,
  z.strictObject(cell).refine(oneSource, oneSourceMessage),
])
export type TextCell = z.output<typeof TextCell>

export const PersonCell = orColumn(
  z
    .strictObject({
      ...cell,
      /** Turns "Darcel Schlecht" into `darcel-schlecht`. Without it, the name is looked up among the floor's ids and aliases. */
      slug: z.boolean().optional(),
      /** What stands between several people in one cell; a semicolon and a line end do so always. */
      separator: z
        .union([
          z
            .string()
            .min(1)
            .max(10)
            .transform((one) => [one]),
          z.array(z.string().min(1).max(10)).max(10),
        ])
        .optional(),
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
      /** The column with the time of the day, where `column` has the date alone. */
      time: Column.optional(),
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

const lengths = {
  /** What bare numbers count; seconds when left out. */
  unit: z.enum(['milliseconds', 'seconds', 'minutes', 'hours', 'days']).optional(),
  /** What `2:23` is: two minutes or two hours. `0:02:23` says it itself. */
  clock: z.enum(['m:ss', 'h:mm']).optional(),
}

/** A length of time: `0:02:23`, `12m 3s`, `PT2M`, or a number. */
export const DurationCell = orColumn(
  z.strictObject({ ...number, ...lengths }).refine(oneSource, oneSourceMessage),
)
export type DurationCell = z.output<typeof DurationCell>

/**
 * What a written number counts: 0.01 for hundredths, 1000 for thousands; `minor` for the smallest units of its currency.
 * A power of ten, since digits are moved and never multiplied. 10 and 100 are none of it: who writes them means 0.1 or 0.01.
 */
const Scale = z.union(
  [z.literal('minor'), z.literal([0.0001, 0.001, 0.01, 0.1, 1, 1e3, 1e4, 1e6, 1e8, 1e9])],
  {
    error: 'must be minor, 0.01 for hundredths, 1000 for thousands, or another such power of ten',
  },
)
export type Scale = z.infer<typeof Scale>

export const MoneyCell = orColumn(
  z
    .strictObject({
      ...number,
      scale: Scale.optional(),
      /** A code for all rows, or the column that holds each row's code. */
      currency: z
        .union([Currency, z.strictObject({ column: Column, default: Currency.optional() })])
        .optional(),
    })
    .refine(oneSource, oneSourceMessage),
)
export type MoneyCell = z.output<typeof MoneyCell>

/** One of the source's own fields, kept as text unless `as` says otherwise. */
export const OwnCell = z.union([
  Column.transform((column) => ({ column })),
  Cases,
  z
    .strictObject({
      ...cell,
      /** `percent`: 45 is 0.45, with a sign or without. `duration`: seconds. */
      as: z.enum(['text', 'number', 'percent', 'duration', 'boolean']).optional(),
      decimal: DecimalSign.optional(),
      ...lengths,
    })
    .refine(oneSource, oneSourceMessage),
])
export type OwnCell = z.output<typeof OwnCell>

export const CreditCell = z.strictObject({
  rep: PersonCell,
  /** In (0, 1]; `{ column: … }` reads 0.2 or 20 %, and 20 `as: percent`. Left out, those credited in a row get equal shares. */
  share: z
    .union([z.number().gt(0).lte(1), z.strictObject({ column: Column, as: z.literal('percent').optional() })])
    .optional(),
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
  /** Rows for which this does not hold are passed over. */
  when: Conditions.optional(),
  /** Rows that withdraw their fact: a column that says yes, or holds a date, in such rows; or what columns must be. */
  deleted: z
    .union([Column.transform((flag) => ({ flag })), Conditions.transform((when) => ({ when }))])
    .optional(),
  /** More words that stand for an empty cell, beside `N/A`, `NULL`, `-` and the like. */
  nothing: z.union([Written.transform((one) => [one]), z.array(Written).max(100)]).optional(),
  /** Lines above the header. */
  skipRows: z.int().min(0).max(1000).default(0),
  /** Of the names of months, where a name is of two months in different languages. */
  language: Language.optional(),
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
    durationSeconds: DurationCell.optional(),
    outcome: TextCell.optional(),
    deal: TextCell.optional(),
    account: TextCell.optional(),
    fields: own,
  }),
})

export const Mapping = z.discriminatedUnion('type', [DealMapping, ActivityMapping])
export type Mapping = z.output<typeof Mapping>

/** What is said of a file alone, or of another file beside it. */
const ofFiles = { source: true, delimiter: true, encoding: true, skipRows: true } as const

/** How what another program sends becomes facts of the source that the entry is of; columns are paths into its JSON. */
export const InboundMapping = z.discriminatedUnion('type', [
  DealMapping.omit(ofFiles),
  ActivityMapping.omit(ofFiles),
])
export type InboundMapping = z.output<typeof InboundMapping>
