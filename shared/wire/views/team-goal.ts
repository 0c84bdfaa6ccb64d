// What a whole team has added to one goal, what is left of it, and what it unlocks on the way.
import { z } from 'zod'
import { Face, metricHead, rowsOf, Standing, ViewMetric, ViewWindow } from '../view-parts.ts'

/** `value` is above 0, in the metric's unit; `place` counts from 0, the largest first. */
export const Contribution = Face.extend({ place: z.int(), value: z.number() })
export type Contribution = z.infer<typeof Contribution>

/** What is asked of everybody; null where nothing is left or nobody is there. */
export const TeamAsk = z.object({
  left: z.number(),
  /** Those it is divided by. */
  people: z.int(),
  each: z.number(),
  /** Of everybody on each working day that is left; null where that is no plainer. */
  eachADay: z.number().nullable(),
})
export type TeamAsk = z.infer<typeof TeamAsk>

export const TeamThreshold = z.object({ at: z.number(), unlocks: z.string(), reached: z.boolean() })
export type TeamThreshold = z.infer<typeof TeamThreshold>

export const TeamGoalView = z.object({
  ...metricHead,
  kind: z.literal('team-goal'),
  ...Standing.shape,
  /** Value less pace. */
  ahead: z.number().nullable(),
  rows: rowsOf(Contribution),
  /** What everybody else added, those who left too: `people` of today's team, 0 where it is nobody's of them. */
  others: z.object({ people: z.int(), value: z.number() }).nullable(),
  ask: TeamAsk.nullable(),
  /** Working days left in the window, today included; null where it has no end, or moves with today. */
  workingDays: z.int().nullable(),
  isOver: z.boolean(),
  /** The lowest first. */
  thresholds: z.array(TeamThreshold),
  pair: z.object({ metric: ViewMetric, window: ViewWindow, ...Standing.shape }).nullable(),
})
export type TeamGoalView = z.infer<typeof TeamGoalView>
