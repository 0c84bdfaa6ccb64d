// How the lead came about: a line for each, and the goal's own among them.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, metricHead, rowsOf, Standing } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead } from './board-parts.ts'

export const RaceShow = z.enum(['total', 'attainment', 'rank'])
export type RaceShow = z.infer<typeof RaceShow>

/** In the floor file. */
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

export const TrendRaceRow = Face.extend({
  place: z.int(),
  rank: z.int().nullable(),
  ...Standing.shape,
  /** At the end of each of the view's days: the running total, its share of the own goal, or the rank. */
  points: z.array(z.number().nullable()),
})
export type TrendRaceRow = z.infer<typeof TrendRaceRow>

export const RaceGoal = z.object({
  /** In the metric's unit; null where each runs for their own. */
  amount: z.number().nullable(),
  /** Where it should be by now: in the metric's unit, or as a share of the own goal where `amount` is null. */
  pace: z.number(),
  /** Where the line starts when the window does; null where it starts with its first point. */
  start: z.number().nullable(),
  /** One for each of the view's days, as in rows; among ranks, between those who kept that day's pace and those who did not. */
  points: z.array(z.number()),
})
export type RaceGoal = z.infer<typeof RaceGoal>

/** What a TV gets. */
export const TrendRaceView = z.object({
  ...metricHead,
  kind: z.literal('trend-race'),
  of: z.enum(['people', 'teams']),
  /** What the lines are of. */
  show: RaceShow,
  /** Why that is the total, where the floor file says shares of goals: nobody has a goal. */
  fallback: z.enum(['no goals']).nullable(),
  /** Local dates at whose end the lines have a point, oldest first, at most 60; the last is today, or the window's last. */
  days: z.array(z.string()),
  /** The window is over. */
  over: z.boolean(),
  /** Where every line starts when the window does; null where lines start with their first point. */
  start: z.number().nullable(),
  /** Null where no goal is most people's. */
  goal: RaceGoal.nullable(),
  rows: rowsOf(TrendRaceRow),
})
export type TrendRaceView = z.infer<typeof TrendRaceView>

export const trendRace = { board: TrendRaceBoard, view: TrendRaceView }
