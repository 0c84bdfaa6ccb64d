// One person after the other: their goals, their days in a row, their latest win, what they got better at.
import { z } from 'zod'
import { Face, rowsOf, Standing, ViewMetric, ViewWindow, viewHead } from '../view-parts.ts'
import { boardHead, Paired } from './board-parts.ts'
import { NothingPlanned, PlannedFor } from './formula-board.ts'
import { ImprovedRow, Streak } from './improved-board.ts'

/** In the floor file. */
export const SpotlightBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('spotlight'),
  /** Each through its `window`, else through the metric's own. */
  metrics: z.array(Paired).min(1).max(3),
})
export type SpotlightBoard = z.infer<typeof SpotlightBoard>

/** `metric` counts the view's metrics from 0. */
const ofMetric = { metric: z.int() }

/** A deal that they closed, or helped to win. */
export const SpotlightWin = z.object({
  account: z.string().nullable(),
  /** The whole deal, in minor units of the floor's currency; null where the source gives none. */
  amount: z.number().nullable(),
  /** Epoch ms; of a `wholeDay`, when that day began where the closer is. */
  at: z.number(),
  wholeDay: z.boolean(),
  helped: z.boolean(),
})
export type SpotlightWin = z.infer<typeof SpotlightWin>

export const SpotlightGain = ImprovedRow.pick({ from: true, to: true, change: true }).extend(ofMetric)
export type SpotlightGain = z.infer<typeof SpotlightGain>

/**
 * What their formula's plan asks of today: the steps counted in pieces before its last. `nothing`: why none of them is
 * planned.
 */
export const SpotlightPlan = z.object({
  steps: z.array(z.object({ metric: ViewMetric, plannedFor: PlannedFor, standing: Standing })),
  nothing: NothingPlanned.nullable(),
})
export type SpotlightPlan = z.infer<typeof SpotlightPlan>

/** In the order of names, a page each. */
export const SpotlightRow = Face.extend({
  place: z.int(),
  role: z.string().nullable(),
  team: z.string().nullable(),
  /** A standing for each of the view's metrics. */
  goals: z.array(Standing),
  /** Longest first; a day alone is none. */
  streaks: z.array(Streak.extend(ofMetric)),
  /** Left out where their role has no formula. */
  plan: SpotlightPlan.optional(),
  win: SpotlightWin.nullable(),
  /** A fraction, this week beside their own last four weeks. */
  gain: SpotlightGain.nullable(),
  /** Not here yet when those four weeks began. */
  newcomer: z.boolean(),
})
export type SpotlightRow = z.infer<typeof SpotlightRow>

export const SpotlightMetric = z.object({ metric: ViewMetric, window: ViewWindow })
export type SpotlightMetric = z.infer<typeof SpotlightMetric>

/** What a TV gets. */
export const SpotlightView = z.object({
  ...viewHead,
  kind: z.literal('spotlight'),
  metrics: z.array(SpotlightMetric),
  rows: rowsOf(SpotlightRow),
})
export type SpotlightView = z.infer<typeof SpotlightView>

export const spotlight = { board: SpotlightBoard, view: SpotlightView }
