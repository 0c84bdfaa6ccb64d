// What a number is made of: its facts, and what was left out. A number is worked out again from it by whoever wants to.
import { z } from 'zod'
import { MetricQueryText } from './query.ts'
import { Slug } from './text.ts'
import { Unit } from './view-parts.ts'

/** Facts that are listed where nothing else is asked for; the rest is summed. */
export const usualLines = 200
/** Nobody reads on: the table for a spreadsheet has them all. */
export const mostLines = 5000

/** How many facts are listed, newest first. */
const Lines = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, `must be a whole number from 1 to ${mostLines}`)
  .transform(Number)
  .refine((lines) => lines <= mostLines, `must be a whole number from 1 to ${mostLines}`)

/** `GET /api/v1/boards/{id}/figures/{figure}`. */
export const FactLinesQuery = z.strictObject({ lines: Lines.optional() })

/** `GET /api/v1/metrics/{id}/facts`: of a person, of a team, of a role (within a team), or of everybody. */
export const ExplainQueryText = MetricQueryText.omit({ by: true }).extend({
  rep: Slug.optional(),
  lines: Lines.optional(),
})
export type ExplainQueryText = z.infer<typeof ExplainQueryText>

/**
 * A fact, and what it adds. `facts`: how much of it counts, 1 for the whole. `adds`: facts of a count, minor units of money
 * and other numbers as they are; of a mean what is averaged. `amount` is as the source wrote it, `converted` in minor units
 * of the floor's currency; both null without one.
 */
export const ExplainedFact = z.object({
  source: z.string(),
  id: z.string(),
  /** A deal's name or account, the kind of an activity. */
  name: z.string(),
  type: z.enum(['deal', 'activity']),
  /** The date by which it counts, as its source wrote it; null without one. */
  when: z.string().nullable(),
  amount: z.object({ minor: z.number(), currency: z.string() }).nullable(),
  converted: z.number().nullable(),
  /** Of one unit of its currency, in units of the floor's; null where nothing was converted. */
  rate: z.number().nullable(),
  /** `person`: null for a name that the floor does not know. */
  credits: z.array(
    z.object({ rep: z.string(), person: z.string().nullable(), share: z.number().nullable() }),
  ),
  facts: z.number(),
  adds: z.number(),
  /** `adds` as people write it. */
  display: z.string(),
})
export type ExplainedFact = z.infer<typeof ExplainedFact>

/** A metric that counts facts: the number's own, or one that it is computed from. */
export const ExplainedPart = z.object({
  metric: z.object({ id: z.string(), name: z.string(), unit: Unit }),
  /** How its facts make its value: added up, or averaged by `facts`. */
  made: z.enum(['sum', 'mean']),
  value: z.number().nullable(),
  display: z.string(),
  facts: z.number(),
  /** Newest first. */
  lines: z.array(ExplainedFact),
  /** Those that are not listed: too many, or not for whoever asks. Together with the lines they are the value. */
  more: z.object({ lines: z.int(), facts: z.number(), adds: z.number() }),
})
export type ExplainedPart = z.infer<typeof ExplainedPart>

/**
 * Facts that the metric asks for and that add nothing here: `no-date`: they lack the date by which it counts; `no-rate`:
 * the floor cannot convert their amount; `unknown`: they credit nobody whom the floor knows;
 * `aside`: the floor takes such activities from another source; `left-out`: somebody said that it is wrong.
 */
export const LeftOut = z.object({
  why: z.enum(['no-date', 'no-rate', 'unknown', 'aside', 'left-out']),
  facts: z.int(),
  first: z.object({ source: z.string(), id: z.string(), name: z.string() }),
})
export type LeftOut = z.infer<typeof LeftOut>

export const ExplainedAnswer = z.object({
  metric: z.object({
    id: z.string(),
    name: z.string(),
    objective: z.string(),
    unit: Unit,
    /** As the floor file has it. */
    text: z.string(),
  }),
  /** `sum` and `mean`: of its one part. */
  made: z.enum(['sum', 'mean', 'ratio', 'points']),
  /** Ids of the metrics above and below the line; null of another number. */
  ratio: z.object({ above: z.string(), below: z.string() }).nullable(),
  /** Of points: what one of a metric's value is worth, by its id. */
  weights: z.record(z.string(), z.number()),
  /** Local dates, `end` not included; null where it is open. `zone`: by whose midnight. */
  window: z.object({
    start: z.string().nullable(),
    end: z.string().nullable(),
    label: z.string(),
    zone: z.string(),
    /** The same as instants. */
    startAt: z.string().nullable(),
    endAt: z.string().nullable(),
  }),
  of: z.object({ kind: z.enum(['org', 'team', 'role', 'rep']), name: z.string() }),
  value: z.number().nullable(),
  display: z.string(),
  parts: z.array(ExplainedPart),
  leftOut: z.array(LeftOut),
})
export type ExplainedAnswer = z.infer<typeof ExplainedAnswer>
