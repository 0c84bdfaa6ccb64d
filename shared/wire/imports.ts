// Imports, which can be checked before and undone afterwards, and facts withdrawn many at a time.
import { z } from 'zod'
import { Fact } from './fact.ts'
import { When } from './text.ts'

const Source = Fact.options[0].shape.source
const FactId = Fact.options[0].shape.id
export const FactType = z.enum(['activity', 'deal'])
export type FactType = z.infer<typeof FactType>

/** `POST /api/v1/imports`: facts sent with `?import=<id>` then belong together. */
export const ImportRequest = z.strictObject({
  source: Source,
  type: FactType,
  /** What people call it: the name of the file. */
  name: z.string().min(1).max(300),
  /** Facts are judged and counted, and none is kept. */
  check: z.boolean().default(false),
  /** At its end, facts of that source and type that it did not name are withdrawn. */
  replace: z.boolean().default(false),
})
export type ImportRequest = z.infer<typeof ImportRequest>

export const ImportId = z.string().regex(/^[0-9a-f]{8}$/)
export const ImportOpened = z.object({ id: ImportId })

/** `POST /api/v1/imports/:id/end`. */
export const ImportEndRequest = z.strictObject({
  /** False: nothing is withdrawn after all, since it is not known what the file has. */
  replaces: z.boolean().default(true),
  /** Ids that the file has and that were not sent, as their rows were refused: they are not withdrawn. */
  keep: z.array(FactId).max(10_000).default([]),
  /** Also where more than a fifth of what stood would be withdrawn. */
  confirmed: z.boolean().default(false),
})

const TextChange = z.object({ window: z.string(), before: z.string(), after: z.string() })

/** What the whole floor's value on a metric was and would be; only windows in which it differs. */
export const MetricChange = z.object({
  metric: z.string(),
  name: z.string(),
  /** The metric's own window first, then all time. Values as people write them, in the floor's language. */
  windows: z.array(TextChange),
})
export type MetricChange = z.infer<typeof MetricChange>

/** Of a check: what would come of it. */
export const Forecast = z.object({
  added: z.int(),
  changed: z.int(),
  metrics: z.array(MetricChange),
})
export type Forecast = z.infer<typeof Forecast>

/** How many facts are, or would be, withdrawn, of how many. */
export const Withdrawal = z.object({ facts: z.int(), of: z.int() })
export type Withdrawal = z.infer<typeof Withdrawal>

/** Of what stood; more than that is asked about. */
const unaskedShare = 0.2

/** Whether so many go that somebody has to agree to it. */
export const needsConsent = ({ facts, of }: Withdrawal): boolean => facts > of * unaskedShare

/** `forecast` null: it is done. */
export const ImportEnded = z.object({ withdrawal: Withdrawal, forecast: Forecast.nullable() })
export type ImportEnded = z.infer<typeof ImportEnded>

/** `POST /api/v1/withdrawals`: the facts of a source, or those of them that came as they stand since an instant. */
export const WithdrawalRequest = z.strictObject({
  source: Source,
  type: FactType.optional(),
  /** A date begins at the floor's midnight. */
  since: When.optional(),
  check: z.boolean().default(false),
  confirmed: z.boolean().default(false),
})
export type WithdrawalRequest = z.infer<typeof WithdrawalRequest>

/** `id` null: nothing was withdrawn, so there is nothing to undo. */
export const WithdrawalAnswer = ImportEnded.extend({ id: ImportId.nullable() })
export type WithdrawalAnswer = z.infer<typeof WithdrawalAnswer>

export const ImportListing = z.object({
  id: ImportId,
  what: z.enum(['import', 'withdrawal']),
  source: z.string(),
  name: z.string(),
  /** Epoch ms. */
  at: z.number(),
  /** Facts that it added or changed, and those that it withdrew; null: it never came to its end. */
  done: z.object({ accepted: z.int(), withdrawn: z.int() }).nullable(),
  undone: z.boolean(),
})
export type ImportListing = z.infer<typeof ImportListing>

/** `GET /api/v1/imports`: newest first, 100 at most. */
export const ImportsAnswer = z.object({ imports: z.array(ImportListing) })

/** `POST /api/v1/imports/:id/undo`. */
export const ImportUndoRequest = z.strictObject({ check: z.boolean().default(false) })

export const ImportUndone = z.object({
  /** Facts that are as they were before. */
  restored: z.int(),
  /** Facts that were new, and stand no more. */
  withdrawn: z.int(),
  /** Facts that changed since, or that the floor takes no more: they stay as they are. The first 20 by their ids. */
  left: z.object({ facts: z.int(), ids: z.array(z.string()) }),
  forecast: Forecast.nullable(),
})
export type ImportUndone = z.infer<typeof ImportUndone>
