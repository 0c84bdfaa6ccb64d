// A leaderboard in the floor file.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

export const LeaderboardBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('leaderboard'),
  metric: Slug,
  window: WindowText,
  rankBy: z.enum(['value', 'attainment', 'improvement']).default('value'),
  /** `attainment`: one straight goal line across personal goals. `absolute`: each row carries its own mark. */
  bars: z.enum(['attainment', 'absolute']).default('attainment'),
  /** The input beside an output, or the output beside an input. */
  pair: Paired.optional(),
  /** Whose goal the bar at the foot shows; left out, the scope's. */
  goalOf: z.union([Slug, z.literal('org')]).optional(),
})
