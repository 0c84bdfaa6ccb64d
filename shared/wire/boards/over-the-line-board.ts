// Everyone who reached their goal.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, metricHead, rowsOf, Standing } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const OverTheLineBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('over-the-line'),
  metric: Slug,
  window: WindowText,
})
export type OverTheLineBoard = z.infer<typeof OverTheLineBoard>

/** All alike: no ranks, in the order of their names. */
export const OverTheLineRow = Face.extend({ ...Standing.shape, place: z.int() })
export type OverTheLineRow = z.infer<typeof OverTheLineRow>

/** What a TV gets. */
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

export const overTheLine = { board: OverTheLineBoard, view: OverTheLineView }
