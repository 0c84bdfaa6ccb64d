// What the personal formula asks of each rep today, and what is done of it. Plans are on a wall, rates and quotas never are.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, rowsOf, Standing, ViewMetric, viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. Its scope names a role that has a formula. */
export const FormulaBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('formula'),
  /** Steps of the formula before its last, counted in pieces. The first one has the goal line. */
  metrics: z.array(Slug).min(1).max(4),
  /** Everybody beneath one another, or a page for each. */
  show: z.enum(['team', 'person']).default('team'),
})
export type FormulaBoard = z.infer<typeof FormulaBoard>

/** Why nothing is planned for somebody. `done`: what was planned for the period is there already, and nothing more is asked. */
export const NothingPlanned = z.enum(['no plan', 'day off', 'away', 'done'])
export type NothingPlanned = z.infer<typeof NothingPlanned>

/** Whether a step is planned for the day, or for the week where that asks less than one piece a day. */
export const PlannedFor = z.enum(['day', 'week'])
export type PlannedFor = z.infer<typeof PlannedFor>

/**
 * In the order of names; a standing for each of the view's columns. `goal`: what the plan asks of the column's day or week, in
 * whole pieces; null where nothing is planned, and then `nothing` says why for the first column.
 */
export const FormulaRow = Face.extend({
  place: z.int(),
  role: z.string().nullable(),
  team: z.string().nullable(),
  cells: z.array(Standing),
  nothing: NothingPlanned.nullable(),
})
export type FormulaRow = z.infer<typeof FormulaRow>

export const FormulaColumn = z.object({
  metric: ViewMetric,
  plannedFor: PlannedFor,
  /** Of all for whom something is planned: what is done, what is planned. */
  team: Standing,
  /** People at their plan, and people who have one. */
  atGoal: z.int(),
  withGoal: z.int(),
})
export type FormulaColumn = z.infer<typeof FormulaColumn>

/** What a TV gets. */
export const FormulaView = z.object({
  ...viewHead,
  kind: z.literal('formula'),
  show: FormulaBoard.shape.show,
  columns: z.array(FormulaColumn),
  rows: rowsOf(FormulaRow),
  /** Whether everybody is over their line, and that is two people at least. */
  reached: z.boolean(),
})
export type FormulaView = z.infer<typeof FormulaView>

export const formula = { board: FormulaBoard, view: FormulaView }
