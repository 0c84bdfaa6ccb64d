// People on one metric, each beside their own goal; or the values of a field, such as the products.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, metricHead, rowsOf, Standing, ViewMetric, ViewWindow } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

/** In the floor file. */
export const LeaderboardBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('leaderboard'),
  metric: Slug,
  window: WindowText,
  /** One of the floor's `breakdowns`: the rows are its values instead of people. */
  by: z.string().min(1).max(120).optional(),
  rankBy: z.enum(['value', 'attainment', 'improvement']).default('value'),
  /** `attainment`: one straight goal line across personal goals. `absolute`: each row carries its own mark. */
  bars: z.enum(['attainment', 'absolute']).default('attainment'),
  /** The input beside an output, or the output beside an input. */
  pair: Paired.optional(),
  /** Whose goal the bar at the foot shows; left out, the scope's. */
  goalOf: z.union([Slug, z.literal('org')]).optional(),
})
export type LeaderboardBoard = z.infer<typeof LeaderboardBoard>

/** `place` counts rows from 0 and is never shared; `rank` is the competition rank, null for unknown values. */
export const LeaderboardRow = Face.extend({
  ...Standing.shape,
  rank: z.int().nullable(),
  place: z.int(),
  /** Ranks climbed since today began; negative when others passed. */
  climbed: z.int(),
  /** Change on one's own last four weeks, as a fraction (for ratios: a difference); only when ranked by it. */
  improvement: z.number().nullable(),
})
export type LeaderboardRow = z.infer<typeof LeaderboardRow>

export const PairRow = Face.extend({ ...Standing.shape, place: z.int() })
export type PairRow = z.infer<typeof PairRow>

/** The last deal closed by somebody on the board. */
export const LatestDeal = z.object({
  rep: z.string(),
  account: z.string().nullable(),
  amount: z.number().nullable(),
  /** Epoch milliseconds. */
  at: z.number(),
})
export type LatestDeal = z.infer<typeof LatestDeal>

/** Whoever had most in the period before, for the first days of the next one. */
export const LastBest = z.object({
  /** "Q3 2026". */
  period: z.string(),
  rep: z.string(),
  value: z.number(),
})
export type LastBest = z.infer<typeof LastBest>

/** The team goal at the foot of a board; segments in the order of the rows. */
export const TeamBar = z.object({
  name: z.string(),
  ...Standing.shape,
  /** Value less pace, in the metric's unit; null without a goal. */
  ahead: z.number().nullable(),
  segments: z.array(z.object({ id: z.string(), hue: z.int(), value: z.number() })),
})
export type TeamBar = z.infer<typeof TeamBar>

/** Whose values the rows are, keyed by `=` and the value, which are nobody's faces: their initials are empty. */
export const RowsByField = z.object({
  /** "product", "Segment". */
  field: z.string(),
  /** Keys of rows that stand for no one value: for facts that lack the field, or for many values together. */
  gathered: z.array(z.string()),
})
export type RowsByField = z.infer<typeof RowsByField>

/** What a TV gets. */
export const LeaderboardView = z.object({
  ...metricHead,
  kind: z.literal('leaderboard'),
  /** Left out: the rows are people. */
  by: RowsByField.optional(),
  /** What the rows are ranked by. */
  rankBy: z.enum(['value', 'attainment', 'improvement']),
  /** Why that is the value, where the floor file says otherwise: nobody has a goal, or a past of their own. */
  fallback: z.enum(['no goals', 'no past']).nullable(),
  bars: z.enum(['attainment', 'absolute']),
  rows: rowsOf(LeaderboardRow),
  pair: z
    .object({
      metric: ViewMetric,
      window: ViewWindow,
      rows: rowsOf(PairRow),
      atGoal: z.int(),
      withGoal: z.int(),
    })
    .nullable(),
  team: TeamBar.nullable(),
  latest: LatestDeal.nullable(),
  /** Left out once something of the window is due, and where nobody had anything. */
  last: LastBest.optional(),
})
export type LeaderboardView = z.infer<typeof LeaderboardView>

export const leaderboard = { board: LeaderboardBoard, view: LeaderboardView }
