// A person's plan for a period: what their quota asks of each step, worked out once and kept with what it rests on.
import { z } from 'zod'
import { PlainDate, Slug } from './text.ts'

/** Whose history a rate comes from; `manager`: it was set by hand in a re-plan. */
export const RateOf = z.enum(['own', 'role', 'floor', 'manager'])
export type RateOf = z.infer<typeof RateOf>

/** How much of a step became one of the next: `made` ÷ `from`, in the units of the two metrics; money in minor units. */
export const PlanRate = z.object({
  of: RateOf,
  value: z.number().positive(),
  made: z.number(),
  from: z.number(),
  /** Facts that the rate rests on; 0 for one set by hand. */
  attempts: z.number().min(0),
})
export type PlanRate = z.infer<typeof PlanRate>

export const PlanStep = z.object({
  metric: Slug,
  /** For all of its days, unrounded, in the metric's unit; money in minor units. */
  need: z.number().min(0),
  /** By which the step before it becomes this one; null for the first step. */
  rate: PlanRate.nullable(),
})
export type PlanStep = z.infer<typeof PlanStep>

export const Plan = z.object({
  person: Slug,
  role: Slug,
  window: z.enum(['month', 'quarter', 'year']),
  /** First day and the day after the last one. */
  from: PlainDate,
  to: PlainDate,
  /** The days of the history that the rates rest on, in the same way. */
  history: z.object({ from: PlainDate, to: PlainDate }),
  /** 1 for the plan that was drawn up when the period began, 2 for the first re-plan. */
  version: z.int().min(1),
  /** In the last step's unit; money in minor units. */
  quota: z.number().min(0),
  /** Of the quota, before the plan began to hold; 0 for the first version. */
  won: z.number(),
  /** Working days from then to the end of the period, less leave and the days that they do not work. */
  days: z.int().min(1),
  /** First to last, as the formula names them. */
  steps: z.array(PlanStep).min(2),
  /** The first day on which it holds. */
  holdsFrom: PlainDate,
  /** Why it takes the place of the version before it; null for the first. */
  reason: z.string().max(300).nullable(),
})
export type Plan = z.infer<typeof Plan>
