// The personal sales formula: the chain of steps from the first dial to the quota, and what people are absent for.
import { z } from 'zod'
import { PlainDate, Slug } from './text.ts'

/** Fewer attempts than these say nothing of a rate (docs/coaching.md). */
const usualAttempts = 20

/**
 * One step of the chain, a metric that adds up. How much of the step before it becomes this one is their quotient, or what
 * `rate` says, a ratio such as won value ÷ decided value. `open` is what is there already and may still count in the period,
 * such as open pipeline that is due in it: the live need takes it off.
 */
export const FormulaStep = z.union([
  Slug,
  z.strictObject({ metric: Slug, rate: Slug.optional(), open: Slug.optional() }),
])
export type FormulaStep = z.infer<typeof FormulaStep>

export const Formula = z.strictObject({
  id: Slug,
  role: Slug,
  /** What a plan is for: the goal of the last step in this window is the quota. */
  window: z.enum(['month', 'quarter', 'year']).default('quarter'),
  /** The first is in the rep's hands, the last is the quota's metric. */
  steps: z.array(FormulaStep).min(2).max(8),
  /** Full fiscal quarters before the period, by which rates are known. */
  historyQuarters: z.int().min(1).max(12).default(1),
  /** A rate that rests on fewer is not used. */
  leastAttempts: z.int().min(1).max(10_000).default(usualAttempts),
})
export type Formula = z.infer<typeof Formula>

/** Whole days on which somebody does not work, the last one included. */
export const Leave = z
  .strictObject({ from: PlainDate, until: PlainDate })
  .refine(({ from, until }) => from <= until, 'must not end before it begins')
