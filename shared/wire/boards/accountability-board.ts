// People against the goals for what is in their own hands, one metric beside the other.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, rowsOf, Standing, ViewMetric, viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

/** `mid-week`: this week, each goal scaled to the working time that is over. */
export const AccountabilityPeriod = z.enum(['this-week', 'last-week', 'mid-week'])

/** In the floor file. */
export const AccountabilityBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('accountability'),
  /** Left to right. What is in a rep's hands: a result is refused. */
  metrics: z.array(Slug).min(1).max(5),
  period: AccountabilityPeriod.default('this-week'),
})
export type AccountabilityBoard = z.infer<typeof AccountabilityBoard>

/**
 * In the order of names, without ranks; a standing for each of the view's columns. At the mid-week check-in `goal` is
 * what is due by now; where that is nothing yet, a goal of 0 has no state.
 */
export const AccountabilityRow = Face.extend({ place: z.int(), cells: z.array(Standing) })
export type AccountabilityRow = z.infer<typeof AccountabilityRow>

export const AccountabilityColumn = z.object({
  metric: ViewMetric,
  /** "older than 14 days", where the metric says how things stand now and is not counted over the board's week. */
  asOf: z.string().nullable(),
  atGoal: z.int(),
  /** People who have a goal here that can be reached or missed by now. */
  withGoal: z.int(),
  /** People whose goal asks for nothing yet. */
  notDue: z.int(),
  /** People of whose goal nothing can be said yet: no source has spoken, or there is nothing that could be wrong. */
  unjudged: z.int(),
})
export type AccountabilityColumn = z.infer<typeof AccountabilityColumn>

/** What a TV gets. */
export const AccountabilityView = z.object({
  ...viewHead,
  kind: z.literal('accountability'),
  period: AccountabilityPeriod,
  columns: z.array(AccountabilityColumn),
  rows: rowsOf(AccountabilityRow),
})
export type AccountabilityView = z.infer<typeof AccountabilityView>

export const accountability = { board: AccountabilityBoard, view: AccountabilityView }
