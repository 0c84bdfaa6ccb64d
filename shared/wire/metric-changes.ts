// What an edit of the floor file made of its metrics and goals: kept with the version that did it, and announced.
import { z } from 'zod'
import { Audience } from './audience.ts'
import { PlainDate, Slug } from './text.ts'

/** Whose goal: null of everybody's together. */
export const GoalSubject = z.object({
  kind: z.enum(['rep', 'role', 'team', 'org']),
  id: Slug.nullable(),
})
export type GoalSubject = z.infer<typeof GoalSubject>

/**
 * One metric, or one goal, before an edit and after it. `was` and `is`: of a metric what it counts, as one text that is the
 * same for the same definition; of a goal its value as the floor file has it. Null: there was none, there is none.
 */
export const MetricChange = z.object({
  /** Of the floor file. */
  version: z.int(),
  /** Epoch ms. */
  at: z.number(),
  metric: Slug,
  name: z.string(),
  goal: z.object({ window: z.string(), subject: GoalSubject }).nullable(),
  /** The first day on which it holds; null where the edit says nothing of that: only its reason is new. */
  from: PlainDate.nullable(),
  why: z.string().nullable(),
  was: z.union([z.string(), z.number()]).nullable(),
  is: z.union([z.string(), z.number()]).nullable(),
  /** Who could see a board of the metric, at the edit: the widest of these; null where no board shows it. */
  audience: Audience.nullable(),
})
export type MetricChange = z.infer<typeof MetricChange>
