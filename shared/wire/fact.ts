// Facts: what a source system says is true now. Keyed by (source, id); a fact with the same key replaces the one before.
import { z } from 'zod'
import { Currency, PlainDate, When } from './text.ts'

const withoutCurrency = (amount: number): string =>
  `must say its currency: write {"minor":${Math.round(amount * 100)},"currency":"EUR"} for ${amount} euros`

/** Integer minor units of an ISO 4217 currency: 18200000 USD is $182,000.00. */
export const Money = z.strictObject(
  {
    minor: z.int('must be a whole number of minor units within ±(2^53 − 1)'),
    currency: Currency,
  },
  { error: ({ input }) => (typeof input === 'number' ? withoutCurrency(input) : undefined) },
)
export type Money = z.infer<typeof Money>

/** Somebody's part in a fact. A fact's only credit needs no `share`. */
export const Credit = z.strictObject({
  rep: z.string().min(1).max(200),
  share: z.number().gt(0).lte(1).nullish(),
  role: z.enum(['owner', 'assist']).nullish(),
})
export type Credit = z.infer<typeof Credit>

/** Numbers are counted exactly to three decimals: up to here thousandths are exact integers of a double. */
const FieldNumber = z.number().min(-9e12).max(9e12)
const FieldValue = z.union([z.string().max(2000), FieldNumber, z.boolean(), z.null()])

/** A source's own fields, in an object without a prototype, so that `__proto__` is a name like any other. */
const Fields = z
  .custom<object>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must be an object',
  )
  .transform((value, context) => {
    const fields: Record<string, z.infer<typeof FieldValue>> = Object.create(null)
    for (const [name, raw] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const parsed = FieldValue.safeParse(raw)
      if (!parsed.success || name.length > 120) {
        context.addIssue({
          code: 'custom',
          message: 'must be text, a number within ±9,000,000,000,000, true, false or null',
          path: [name],
        })
        return z.NEVER
      }
      fields[name] = parsed.data
    }
    return fields
  })

const versionWords =
  'must be a number within ±(2^53 − 1), an instant with its offset (2026-11-20T15:02:10Z) or a date (2026-11-20)'
const isCountable = (version: number): boolean => Math.abs(version) <= Number.MAX_SAFE_INTEGER

/**
 * Which state of a fact this is, as its source numbers or dates them: a sequence number, or when the source changed it.
 * Each kind is a scale of its own: a number is neither older nor newer than a date.
 */
export const FactVersion = z
  .union([z.number(), z.string()], versionWords)
  .refine(
    (version) => (typeof version === 'number' ? isCountable(version) : When.safeParse(version).success),
    versionWords,
  )
export type FactVersion = z.infer<typeof FactVersion>

/** A lone surrogate would not survive UTF-8: the fact could not be found again by its key. */
const isWellFormed = (text: string): boolean => text.isWellFormed()
const key = {
  source: z.string().min(1).max(100).refine(isWellFormed, 'holds half of a character'),
  id: z.string().min(1).max(300).refine(isWellFormed, 'holds half of a character'),
  version: FactVersion.nullish(),
}
const text = z.string().max(1000).nullish()
const credits = z.array(Credit).min(1).max(50)

export const Activity = z.strictObject({
  ...key,
  type: z.literal('activity'),
  kind: z.string().min(1).max(60),
  at: When,
  durationSeconds: z.number().min(0).max(1e9).nullish(),
  outcome: text,
  deal: text,
  account: text,
  fields: Fields.nullish(),
  credits,
})
export type Activity = z.infer<typeof Activity>

export const Deal = z.strictObject({
  ...key,
  type: z.literal('deal'),
  name: text,
  account: text,
  product: text,
  amount: Money.nullish(),
  stage: text,
  status: z.enum(['open', 'won', 'lost']),
  createdAt: When.nullish(),
  stageEnteredAt: When.nullish(),
  expectedCloseOn: PlainDate.nullish(),
  closedAt: When.nullish(),
  lastActivityAt: When.nullish(),
  fields: Fields.nullish(),
  credits,
})
export type Deal = z.infer<typeof Deal>

export const Fact = z.discriminatedUnion('type', [Activity, Deal])
export type Fact = z.infer<typeof Fact>

/** Something in accepted facts that counts nowhere, or not where it was meant to. */
export const FactWarning = z.object({
  /** A sentence. */
  what: z.string(),
  /** How many facts of the request have it. */
  count: z.int(),
  /** The id of the first of them. */
  first: z.string(),
  /** Where the floor does not know somebody: the name, as the source writes it. */
  unknown: z.string().optional(),
})
export type FactWarning = z.infer<typeof FactWarning>

/** Facts that changed nothing, since a newer version of each stands or was withdrawn. They are among the unchanged. */
export const olderVersions = 'older versions ignored'

/** The answer to `POST /api/v1/facts`. `index` counts the facts of the request from 0. */
export const FactsAnswer = z.object({
  accepted: z.int(),
  unchanged: z.int(),
  rejected: z.array(z.object({ index: z.int(), id: z.string().nullable(), error: z.string() })),
  /** How many were not looked at, as 10,000 before them had been refused; left out when there are none. */
  unread: z.int().optional(),
  /** A feed of an earlier version gives none. */
  warnings: z.array(FactWarning).default([]),
  seq: z.int(),
})
export type FactsAnswer = z.infer<typeof FactsAnswer>
