// Figures for spreadsheets and dashboards, by address: `GET /api/v1/reports/{metrics,figures,series}.{json,csv}`. The JSON is a list
// of objects, the CSV the same columns; docs/bi.md shows both.
import { z } from 'zod'
import { MetricQueryText } from './query.ts'
import { PlainDate, Slug } from './text.ts'

/** A token that stands in the address. It is read before the query is. */
const token = z.string().max(200).optional()

/** Ids, with commas between them. */
const ids = (most: number, what: string) =>
  z
    .string()
    .max(most * 80)
    .transform((text) => text.split(',').map((id) => id.trim()))
    .pipe(z.array(z.string().min(1)).min(1).max(most, `names more than ${most} ${what}`))

export const mostMetrics = 20

/** Of the metrics, the same question as that of `GET /api/v1/metrics/{id}`. */
export const FiguresQuery = z.strictObject({
  ...MetricQueryText.shape,
  metric: ids(mostMetrics, 'metrics'),
  token,
})
export type FiguresQuery = z.infer<typeof FiguresQuery>

export const SeriesGrain = z.enum(['day', 'week', 'month'])
export type SeriesGrain = z.infer<typeof SeriesGrain>

/** `from` and `to` are dates; every period that has a day of them is in it, both included. */
export const SeriesQuery = z.strictObject({
  metric: ids(mostMetrics, 'metrics'),
  every: SeriesGrain.default('day'),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  /** Instead of `from`: so many periods, the one of `to` included. */
  last: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1')
    .transform(Number)
    .optional(),
  by: z.enum(['rep', 'team', 'org']).default('org'),
  /** Of people and teams: those of this team. */
  team: Slug.optional(),
  /** `wide`: a row a period with a column for each; `long`: a row for each figure. */
  shape: z.enum(['long', 'wide']).default('long'),
  token,
})
export type SeriesQuery = z.infer<typeof SeriesQuery>

const Subject = {
  /** Of the metric. */
  metric: z.string(),
  name: z.string(),
  unit: z.string(),
  /** Of money; else empty. */
  currency: z.string(),
  /** Whose: an id, or a breakdown’s value; and what it is called. */
  subject: z.string(),
  who: z.string(),
}

/** Money in whole units of its currency, percent as a fraction, days as days. */
const Value = z.number().nullable()

export const FigureRow = z.object({
  ...Subject,
  window: z.string(),
  /** Dates, the end not in it; empty where the window has none. */
  start: z.string(),
  end: z.string(),
  value: Value,
  goal: Value,
  /** 1 is all of the goal. */
  attainment: z.number().nullable(),
  pace: Value,
  state: z.string(),
  rank: z.int().nullable(),
})
export type FigureRow = z.infer<typeof FigureRow>

export const SeriesRow = z.object({
  /** The instant at which the period begins where the floor is, and its date there. */
  time: z.iso.datetime(),
  date: PlainDate,
  ...Subject,
  value: Value,
  goal: Value,
  /** 1 once the period is over, 0 before. */
  over: z.union([z.literal(0), z.literal(1)]),
})
export type SeriesRow = z.infer<typeof SeriesRow>

export const MetricLine = z.object({
  metric: z.string(),
  name: z.string(),
  unit: z.string(),
  currency: z.string(),
  better: z.string(),
  objective: z.string(),
})
export type MetricLine = z.infer<typeof MetricLine>
