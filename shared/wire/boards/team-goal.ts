// The team goal as one big bar, in the floor file.
import { z } from 'zod'
import { Name, Slug } from '../text.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

/** `at`: in the metric's unit, money in whole units. */
export const Threshold = z.strictObject({
  at: z.number().min(1e-6, 'must be above 0').max(1e12),
  /** What everybody gets there: "Team lunch". */
  unlocks: Name,
})

export const TeamGoalBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('team-goal'),
  metric: Slug,
  window: WindowText,
  thresholds: z.array(Threshold).max(3, 'a team goal has room for three thresholds').default([]),
  /** What is in the team's hands, beside what comes of it; or the other way round. */
  pair: Paired.optional(),
})
