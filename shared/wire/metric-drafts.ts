// A metric that is not saved yet, counted on the floor's own facts; and what those facts have that a metric can ask for.
import { z } from 'zod'
import { ExplainedFact, LeftOut } from './explained.ts'
import { Slug } from './text.ts'
import { Unit } from './view-parts.ts'
import { WindowText } from './window.ts'

/**
 * `POST /api/v1/metric-drafts`: nothing is saved. `version`: of the floor that the sender saw. `metric`: as the floor file
 * would have it. `replaces`: the metric whose place it takes; null of a new one. `window`: its own, where left out.
 */
export const DraftRequest = z.strictObject({
  version: z.int(),
  metric: z.looseObject({ id: Slug }),
  replaces: Slug.nullable().default(null),
  window: WindowText.optional(),
})
export type DraftRequest = z.infer<typeof DraftRequest>

/**
 * Facts that one condition alone keeps out, in the days that are asked for. `close`: how many of them miss a number by a
 * tenth of it at most.
 */
export const NearMiss = z.object({
  /** Its place among the conditions. */
  condition: z.int(),
  facts: z.int(),
  close: z.int(),
  /** Those nearest to the number, else the newest; `has`: what they have instead, null for nothing. An amount is in minor units. */
  examples: z.array(
    z.object({
      source: z.string(),
      id: z.string(),
      name: z.string(),
      has: z.union([z.string(), z.number(), z.boolean()]).nullable(),
    }),
  ),
  /** What most of them have instead. */
  values: z.array(
    z.object({ has: z.union([z.string(), z.number(), z.boolean()]).nullable(), facts: z.int() }),
  ),
})
export type NearMiss = z.infer<typeof NearMiss>

/** A person, a team or the whole floor, period by period, the latest first. Null is unknown. */
const DraftRow = z.object({
  id: z.string(),
  name: z.string(),
  /** As the draft counts. */
  is: z.array(z.number().nullable()),
  /** As the metric counts that it would take the place of; null of a new one. */
  was: z.array(z.number().nullable()).nullable(),
})
export type DraftRow = z.infer<typeof DraftRow>

export const DraftResult = z.object({
  unit: Unit,
  /** Of the metric whose place it takes. */
  unitBefore: Unit.nullable(),
  /** The days that are asked for: local dates, `end` not included; null where it is open. */
  window: z.object({ start: z.string().nullable(), end: z.string().nullable(), label: z.string() }),
  /** In those days. */
  value: z.number().nullable(),
  valueBefore: z.number().nullable(),
  /** Of everybody, each team and each person in those days. */
  now: z.object({ teams: z.array(DraftRow), people: z.array(DraftRow) }),
  /** The last periods, the latest first, and the same of them. */
  periods: z.array(z.string()),
  past: z.object({ org: DraftRow, teams: z.array(DraftRow), people: z.array(DraftRow) }),
  /** How many facts count in those days, and the newest of them. */
  facts: z.number(),
  examples: z.array(ExplainedFact),
  misses: z.array(NearMiss),
  leftOut: z.array(LeftOut),
  /** Of a ratio: nothing is below the line in any of the periods, so that nothing can be divided by it. */
  nothingBelow: z.boolean(),
})
export type DraftResult = z.infer<typeof DraftResult>

/** `refused`: why the floor would not take it, each in a sentence; then there is no result. */
export const DraftAnswer = z.object({
  version: z.int(),
  refused: z.array(z.string()),
  result: DraftResult.nullable(),
})
export type DraftAnswer = z.infer<typeof DraftAnswer>

/** A field that facts have, with what stands in it most often. */
const KnownField = z.object({
  field: z.string(),
  facts: z.int(),
  /** What most of its values are. */
  kind: z.enum(['text', 'number', 'yes-no']),
  /** The most frequent first, at most 40; `more`: how many others there are, 1,000 at most. */
  values: z.array(z.object({ value: z.union([z.string(), z.number(), z.boolean()]), facts: z.int() })),
  more: z.int(),
})
export type KnownField = z.infer<typeof KnownField>

/** `GET /api/v1/fact-fields`: of the facts that stand. Names of deals and people are not among the values. */
export const FactFieldsAnswer = z.object({
  deals: z.int(),
  activities: z.int(),
  deal: z.array(KnownField),
  activity: z.array(KnownField),
})
export type FactFieldsAnswer = z.infer<typeof FactFieldsAnswer>
