// Everyone who reached their goal.
import { z } from 'zod'
import { Face, metricHead, rowsOf, Standing } from '../view-parts.ts'

/** All alike: no ranks, in the order of their names. */
export const OverTheLineRow = Face.extend({ ...Standing.shape, place: z.int() })
export type OverTheLineRow = z.infer<typeof OverTheLineRow>

export const OverTheLineView = z.object({
  ...metricHead,
  kind: z.literal('over-the-line'),
  rows: rowsOf(OverTheLineRow),
  /** People who have a goal here, over it or not. */
  withGoal: z.int(),
  /** The smallest step that would put the next person over: their need in the metric's unit, without their name. */
  nearest: z.number().nullable(),
})
export type OverTheLineView = z.infer<typeof OverTheLineView>
