// Who does better than in their own last four weeks, and who reached their goal day after day.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, rowsOf, ViewMetric, viewHead } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const ImprovedBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('improved'),
  /** What people improve on. */
  metric: Slug,
  window: WindowText.default('week'),
  /** Whose daily goal makes a streak; left out, the metric's own. */
  streak: Slug.optional(),
})
export type ImprovedBoard = z.infer<typeof ImprovedBoard>

/** Best first; `place` counts from 0. Who is no better than usual has no row. */
export const ImprovedRow = Face.extend({
  place: z.int(),
  /** What one's own last four weeks would have made by now, in the metric's unit. */
  from: z.number(),
  to: z.number(),
  /** A fraction of `from`, or where the view is not `relative` the difference. Below zero where lower is better. */
  change: z.number(),
})
export type ImprovedRow = z.infer<typeof ImprovedRow>

export const Streak = z.object({
  /** Working days in a row. */
  days: z.int(),
  /** Counting goes no further back: it is so many days and more. */
  capped: z.boolean(),
  /** `open`: not reached yet, and not over. `off`: no working day. */
  today: z.enum(['reached', 'open', 'off']),
})
export type Streak = z.infer<typeof Streak>

/** Longest first. */
export const StreakRow = Face.extend({ ...Streak.shape, place: z.int() })
export type StreakRow = z.infer<typeof StreakRow>

/** What a TV gets. */
export const ImprovedView = z.object({
  ...viewHead,
  kind: z.literal('improved'),
  improved: ViewMetric,
  relative: z.boolean(),
  /** Too little of the window is over to compare anybody. */
  early: z.boolean(),
  /** Short names of those without four weeks of their own yet, in the order of names. */
  newcomers: z.array(z.string()),
  rows: rowsOf(ImprovedRow),
  streaks: z.object({
    metric: ViewMetric,
    /** People with a goal for the day, on a streak or not. */
    withGoal: z.int(),
    rows: rowsOf(StreakRow),
  }),
})
export type ImprovedView = z.infer<typeof ImprovedView>

export const improved = { board: ImprovedBoard, view: ImprovedView }
