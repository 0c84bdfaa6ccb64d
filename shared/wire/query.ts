// Numbers out: the answer to `GET /api/v1/metrics/{id}`.
import { z } from 'zod'
import { GoalState } from './view.ts'

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
  metric: z.object({ id: z.string(), name: z.string(), unit: z.string(), indicator: z.string(), better: z.string() }),
  window: z.object({ start: z.string().nullable(), end: z.string().nullable(), label: z.string() }),
  rows: z.array(MetricRow),
  total: z.number().nullable(),
})
export type MetricAnswer = z.infer<typeof MetricAnswer>
