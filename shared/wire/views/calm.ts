// What a wall shows while nobody works.
import { z } from 'zod'
import { Standing, ViewMetric, ViewWindow, viewHead } from '../view-parts.ts'
import { Grain } from '../window.ts'

/** From the lowest to the highest; the same twice where there is one. */
const Span = z.object({ from: z.number(), to: z.number() })
export type Span = z.infer<typeof Span>

/** A goal that holds on the next working day. */
export const CalmGoal = z.object({
  metric: ViewMetric,
  /** The goal is for a whole day, week … */
  grain: Grain,
  /** Personal goals, or one that they have together; null: none is set. */
  of: z.enum(['each', 'together']).nullable(),
  goal: Span.nullable(),
  /** Its share of one working day; null where it says nothing. */
  aDay: Span.nullable(),
})
export type CalmGoal = z.infer<typeof CalmGoal>

export const CalmResult = Standing.extend({ metric: ViewMetric, window: ViewWindow })
export type CalmResult = z.infer<typeof CalmResult>

export const CalmView = z.object({
  ...viewHead,
  kind: z.literal('calm'),
  /** The next working day, a local date, and how many days it is away; null where none is in sight. */
  next: z.object({ day: z.string(), inDays: z.int().min(0) }).nullable(),
  goals: z.array(CalmGoal),
  result: CalmResult.nullable(),
})
export type CalmView = z.infer<typeof CalmView>
