// What is left lying in the pipeline, by team: counts that should come down to zero.
import { z } from 'zod'
import { rowsOf, Standing, ViewMetric, viewHead } from '../view-parts.ts'
import { Grain } from '../window.ts'

/**
 * `change`: more than there was, above zero, is worse. Null where what stood before can not be known from the facts as
 * they are now.
 */
export const HygieneCell = Standing.extend({ change: z.number().nullable() })
export type HygieneCell = z.infer<typeof HygieneCell>

export const HygieneColumn = z.object({
  metric: ViewMetric,
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
  cells: z.array(HygieneCell),
  /** Who has most, where the board gives names: the first few. */
  people: z.array(z.object({ id: z.string(), short: z.string(), count: z.number() })),
  morePeople: z.int(),
})
export type HygieneRow = z.infer<typeof HygieneRow>

export const HygieneView = z.object({
  ...viewHead,
  kind: z.literal('hygiene'),
  /** Of all columns; what has two things wrong with it counts twice. */
  total: z.number().nullable(),
  /** Whether the board gives names. */
  names: z.boolean(),
  columns: z.array(HygieneColumn),
  rows: rowsOf(HygieneRow),
})
export type HygieneView = z.infer<typeof HygieneView>
