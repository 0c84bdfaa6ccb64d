// What a whole team has added to one goal, what is left of it, and what it unlocks on the way.
import { z } from 'zod'
import { Name, Slug } from '../text.ts'
import { Face, metricHead, rowsOf, Standing, TeamAsk, ViewMetric, ViewWindow } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

/** `at`: in the metric's unit, money in whole units. */
export const Threshold = z.strictObject({
  at: z.number().min(1e-6, 'must be above 0').max(1e12),
  /** What everybody gets there: "Team lunch". */
  unlocks: Name,
})

/** In the floor file. */
export const TeamGoalBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('team-goal'),
  metric: Slug,
  window: WindowText,
  thresholds: z.array(Threshold).max(3, 'a team goal has room for three thresholds').default([]),
  /** What is in the team's hands, beside what comes of it; or the other way round. */
  pair: Paired.optional(),
})
export type TeamGoalBoard = z.infer<typeof TeamGoalBoard>

/** `value` is above 0, in the metric's unit; `place` counts from 0, the largest first. */
export const Contribution = Face.extend({ place: z.int(), value: z.number() })
export type Contribution = z.infer<typeof Contribution>

export const TeamThreshold = z.object({ at: z.number(), unlocks: z.string(), reached: z.boolean() })
export type TeamThreshold = z.infer<typeof TeamThreshold>

/** What a TV gets. */
export const TeamGoalView = z.object({
  ...metricHead,
  kind: z.literal('team-goal'),
  ...Standing.shape,
  /** Value less pace. */
  ahead: z.number().nullable(),
  rows: rowsOf(Contribution),
  /** What everybody else added, those who left too: `people` of today's team, 0 where it is nobody's of them. */
  others: z.object({ people: z.int(), value: z.number() }).nullable(),
  /** Those `people` by name, with what each of them added; `place` goes on from `rows`. Left out where there are none. */
  gathered: rowsOf(Contribution).optional(),
  ask: TeamAsk.nullable(),
  /** Working days left in the window, today included; null where it has no end, or moves with today. */
  workingDays: z.int().nullable(),
  isOver: z.boolean(),
  /** The lowest first. */
  thresholds: z.array(TeamThreshold),
  pair: z.object({ metric: ViewMetric, window: ViewWindow, ...Standing.shape }).nullable(),
})
export type TeamGoalView = z.infer<typeof TeamGoalView>

export const teamGoal = { board: TeamGoalBoard, view: TeamGoalView }
