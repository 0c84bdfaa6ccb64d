// Two teams or two people, a rope for each metric.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, rowsOf, Standing, ViewMetric, ViewWindow, viewHead } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

/** In the floor file. */
export const HeadToHeadBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('head-to-head'),
  /** Two teams, or two people; the first stands on the left. */
  sides: z.tuple([Slug, Slug]),
  /** A rope each, top to bottom. */
  metrics: z.array(Paired).min(2).max(5),
  window: WindowText,
  /** For teams of unequal size: counts and sums divided by the people there are. */
  per: z.literal('person').optional(),
})
export type HeadToHeadBoard = z.infer<typeof HeadToHeadBoard>

/** Who holds one end of every rope. The two hues differ. */
export const HeadToHeadSide = Face.extend({
  of: z.enum(['team', 'person']),
  /** The people numbers are divided by; null where they are not. */
  people: z.int().nullable(),
  /** Ropes on which this side is ahead; what is level counts for nobody. */
  won: z.int(),
})
export type HeadToHeadSide = z.infer<typeof HeadToHeadSide>

export const HeadToHeadRow = z.object({
  place: z.int(),
  metric: ViewMetric,
  window: ViewWindow,
  /** Values and goals are for each person of the side. */
  perPerson: z.boolean(),
  left: Standing,
  right: Standing,
  /** The left side's share of the pull, 0 to 1; null while a value is unknown. */
  share: z.number().min(0).max(1).nullable(),
  /** Null while a value is unknown. */
  leads: z.enum(['left', 'right', 'level']).nullable(),
})
export type HeadToHeadRow = z.infer<typeof HeadToHeadRow>

/** What a TV gets. */
export const HeadToHeadView = z.object({
  ...viewHead,
  kind: z.literal('head-to-head'),
  left: HeadToHeadSide,
  right: HeadToHeadSide,
  /** By metric and window; two to five. */
  rows: rowsOf(HeadToHeadRow),
})
export type HeadToHeadView = z.infer<typeof HeadToHeadView>

export const headToHead = { board: HeadToHeadBoard, view: HeadToHeadView }
