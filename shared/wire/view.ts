// What a TV draws: one view per board, computed once in the feed, plain JSON, complete without any other message.
// Rows are keyed by id, so that a change of rank is a change of numbers and never a move of elements.
import { z } from 'zod'

export const Unit = z.enum(['count', 'money', 'percent', 'days', 'points'])
export type Unit = z.infer<typeof Unit>

export const GoalState = z.enum(['reached', 'on pace', 'behind', 'well behind'])
export type GoalState = z.infer<typeof GoalState>

/** A metric as a board names it. */
export const ViewMetric = z.object({
  id: z.string(),
  name: z.string(),
  noun: z.string(),
  objective: z.string(),
  unit: Unit,
  indicator: z.enum(['input', 'output']),
  better: z.enum(['higher', 'lower']),
})
export type ViewMetric = z.infer<typeof ViewMetric>

/** Local dates, `end` not included; null where the window is open. `label` is for people: "Q4 2026". */
export const ViewWindow = z.object({
  start: z.string().nullable(),
  end: z.string().nullable(),
  label: z.string(),
  /** "day 52 of 92", or empty. */
  progress: z.string(),
})
export type ViewWindow = z.infer<typeof ViewWindow>

/** Who a row is about. `initials` and `hue` (0 to 7) stand in where there is no photo. */
export const Face = z.object({
  name: z.string(),
  short: z.string(),
  initials: z.string(),
  hue: z.int().min(0).max(7),
  photo: z.string().nullable(),
})
export type Face = z.infer<typeof Face>

/**
 * A number beside its goal. `value` null is unknown. Money is in minor units, percent a fraction,
 * days fractions of 24 hours. `attainment` 1 is the goal. `pace` is where the value should be by now.
 */
export const Standing = z.object({
  value: z.number().nullable(),
  goal: z.number().nullable(),
  attainment: z.number().nullable(),
  pace: z.number().nullable(),
  state: GoalState.nullable(),
})
export type Standing = z.infer<typeof Standing>

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

const rows = <T extends z.ZodType>(row: T) => z.record(z.string(), row)

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

const head = {
  id: z.string(),
  title: z.string(),
  /** "Enterprise · AE", or the floor's name. */
  scope: z.string(),
  window: ViewWindow,
  metric: ViewMetric,
  /** Epoch ms of the last fact that touched a metric of this board; null before the first. */
  changedAt: z.number().nullable(),
}

export const LeaderboardView = z.object({
  ...head,
  kind: z.literal('leaderboard'),
  rankBy: z.enum(['value', 'attainment', 'improvement']),
  bars: z.enum(['attainment', 'absolute']),
  rows: rows(LeaderboardRow),
  pair: z
    .object({
      metric: ViewMetric,
      window: ViewWindow,
      rows: rows(PairRow),
      atGoal: z.int(),
      withGoal: z.int(),
    })
    .nullable(),
  team: TeamBar.nullable(),
  latest: LatestDeal.nullable(),
})
export type LeaderboardView = z.infer<typeof LeaderboardView>

export const TeamProgressRow = z.object({
  name: z.string(),
  hue: z.int(),
  place: z.int(),
  ...Standing.shape,
  ahead: z.number().nullable(),
  /** The run-rate projection for the window's end, once a tenth of the working time is over. */
  projected: z.number().nullable(),
  /** Running total at the end of each day so far (rates: the value up to that day), oldest first, at most 60 points. */
  trend: z.array(z.number()),
  inputs: z.array(z.object({ value: z.number().nullable() })),
})
export type TeamProgressRow = z.infer<typeof TeamProgressRow>

export const TeamProgressView = z.object({
  ...head,
  kind: z.literal('team-progress'),
  inputs: z.array(ViewMetric),
  rows: rows(TeamProgressRow),
})
export type TeamProgressView = z.infer<typeof TeamProgressView>

/** All alike: no ranks, in the order of their names. */
export const OverTheLineRow = Face.extend({ ...Standing.shape, place: z.int() })
export type OverTheLineRow = z.infer<typeof OverTheLineRow>

export const OverTheLineView = z.object({
  ...head,
  kind: z.literal('over-the-line'),
  rows: rows(OverTheLineRow),
  /** People who have a goal here, over it or not. */
  withGoal: z.int(),
  /** The smallest step that would put the next person over: their need in the metric's unit, without their name. */
  nearest: z.number().nullable(),
})
export type OverTheLineView = z.infer<typeof OverTheLineView>

export const BoardView = z.discriminatedUnion('kind', [LeaderboardView, TeamProgressView, OverTheLineView])
export type BoardView = z.infer<typeof BoardView>
