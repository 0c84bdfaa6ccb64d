// What is left lying in the pipeline, by team: counts that should come down to zero.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { rowsOf, Standing, ViewMetric, viewHead } from '../view-parts.ts'
import { Grain } from '../window.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const HygieneBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('hygiene'),
  /** Left to right: counts of pipeline hygiene, each through its own window and with zero for a goal. */
  metrics: z.array(Slug).min(1).max(4),
  /** The teams at the top, or right below the scope's, unless they are named. */
  teams: z.array(Slug).min(1).optional(),
  /** Who has how many, under each team. Off: the wall is no place to coach. */
  names: z.boolean().default(false),
})
export type HygieneBoard = z.infer<typeof HygieneBoard>

/**
 * `change`: more than there was, above zero, is worse. Null where what stood before can not be known from the facts as
 * they are now.
 */
export const HygieneCell = Standing.extend({
  change: z.number().nullable(),
  /** Nothing is left lying of what there is; where there is nothing, nothing is clear. */
  clear: z.boolean(),
})
export type HygieneCell = z.infer<typeof HygieneCell>

export const HygieneColumn = z.object({
  metric: ViewMetric,
  /** What to do about each: "Call". Left out where the floor file does not say. */
  task: z.string().optional(),
  /** "Older than 14 days"; "Right now" where no date matters. */
  window: z.string(),
  /**
   * What `change` tells. `new`: how many of those that stand were not there at the end of last week. A grain: the
   * difference to the period before, up to the same day of it.
   */
  compared: z.union([z.literal('new'), Grain]).nullable(),
  total: HygieneCell,
})
export type HygieneColumn = z.infer<typeof HygieneColumn>

export const HygieneRow = z.object({
  name: z.string(),
  hue: z.int(),
  place: z.int(),
  /** Of all columns; null while one is unknown. */
  total: z.number().nullable(),
  /** All cells are. */
  clear: z.boolean(),
  cells: z.array(HygieneCell),
  /** Who has most, where the board gives names: the first few. */
  people: z.array(z.object({ id: z.string(), short: z.string(), count: z.number() })),
  morePeople: z.int(),
})
export type HygieneRow = z.infer<typeof HygieneRow>

/** What a TV gets. */
export const HygieneView = z.object({
  ...viewHead,
  kind: z.literal('hygiene'),
  /** Of all columns; what has two things wrong with it counts twice. */
  total: z.number().nullable(),
  /** All columns' totals are. */
  clear: z.boolean(),
  /** Whether the board gives names. */
  names: z.boolean(),
  columns: z.array(HygieneColumn),
  rows: rowsOf(HygieneRow),
})
export type HygieneView = z.infer<typeof HygieneView>

export const hygiene = { board: HygieneBoard, view: HygieneView }
