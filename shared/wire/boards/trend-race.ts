// A trend race in the floor file: how the lead came about.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { WindowText } from '../window.ts'
import { boardHead } from './board-parts.ts'

export const RaceShow = z.enum(['total', 'attainment', 'rank'])
export type RaceShow = z.infer<typeof RaceShow>

export const TrendRaceBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('trend-race'),
  metric: Slug,
  /** With a first day, from which the lines are drawn. */
  window: WindowText,
  /** The scope's people, or the teams right below it. */
  of: z.enum(['people', 'teams']).default('people'),
  /** `attainment`: shares of everybody's own goal, so that one goal line is everybody's. */
  show: RaceShow.default('total'),
})
export type TrendRaceBoard = z.infer<typeof TrendRaceBoard>
