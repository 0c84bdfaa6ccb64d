// The query of `GET /api/v1/metrics/{id}`, and its answer.
import { z } from 'zod'
import { Instant, PlainDate, Slug } from './text.ts'
import { GoalState } from './view-parts.ts'

export const MetricRow = z.object({
  subject: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  /** The value as a person writes it, in the floor's locale; "–" when unknown. */
  display: z.string(),
  goal: z.number().nullable(),
  attainment: z.number().nullable(),
  pace: z.number().nullable(),
  state: GoalState.nullable(),
  rank: z.int().nullable(),
})
export type MetricRow = z.infer<typeof MetricRow>

export const MetricAnswer = z.object({
  metric: z.object({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    indicator: z.string(),
    better: z.string(),
  }),
  window: z.object({ start: z.string().nullable(), end: z.string().nullable(), label: z.string() }),
  rows: z.array(MetricRow),
  total: z.number().nullable(),
})
export type MetricAnswer = z.infer<typeof MetricAnswer>

const Whole = z
  .string()
  .regex(/^-?(1000|\d{1,3})$/, 'must be a whole number from -1000 to 1000')
  .transform(Number)

/**
 * The query as it comes, as text. `window` is a grain (`quarter`), moved by `offset` periods, or any window of a floor
 * file. Instead of it, `from` and `to` give a range; `to` is not included.
 */
export const MetricQueryText = z.strictObject({
  window: z.string().max(60).optional(),
  offset: Whole.optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  /** Rows: people, teams, the whole, or the values of one of the floor's `breakdowns`, such as `product`. */
  by: z.string().max(120).default('rep'),
  at: Instant.optional(),
  team: Slug.optional(),
  role: Slug.optional(),
})
export type MetricQueryText = z.infer<typeof MetricQueryText>
