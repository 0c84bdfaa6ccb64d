// What a wall shows while nobody works.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Standing, ViewMetric, ViewWindow, viewHead } from '../view-parts.ts'
import { Grain, WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

/** In the floor file. */
export const CalmBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('calm'),
  /** Whose goals the next working day begins with; `window` left out, the week's. */
  metrics: z.array(Paired).max(2).default([]),
  /** What the week, or another window, came to. */
  result: z.strictObject({ metric: Slug, window: WindowText.default('week') }).optional(),
})
export type CalmBoard = z.infer<typeof CalmBoard>

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

/** What a TV gets. */
export const CalmView = z.object({
  ...viewHead,
  kind: z.literal('calm'),
  /** The next working day, a local date, and how many days it is away; null where none is in sight. */
  next: z.object({ day: z.string(), inDays: z.int().min(0) }).nullable(),
  goals: z.array(CalmGoal),
  result: CalmResult.nullable(),
})
export type CalmView = z.infer<typeof CalmView>

export const calm = { board: CalmBoard, view: CalmView }
