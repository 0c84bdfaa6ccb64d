// People on one metric, each beside their own goal.
import { z } from 'zod'
import { Face, metricHead, rowsOf, Standing, ViewMetric, ViewWindow } from '../view-parts.ts'

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

/** The team goal at the foot of a board; segments in the order of the rows. */
export const TeamBar = z.object({
  name: z.string(),
  ...Standing.shape,
  /** Value less pace, in the metric's unit; null without a goal. */
  ahead: z.number().nullable(),
  segments: z.array(z.object({ id: z.string(), hue: z.int(), value: z.number() })),
})
export type TeamBar = z.infer<typeof TeamBar>

export const LeaderboardView = z.object({
  ...metricHead,
  kind: z.literal('leaderboard'),
  rankBy: z.enum(['value', 'attainment', 'improvement']),
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
})
export type LeaderboardView = z.infer<typeof LeaderboardView>
