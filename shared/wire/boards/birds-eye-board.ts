// The whole org on one screen: its own goal, and beneath it what teams, offices or chosen cards have made of theirs.
import { z } from 'zod'
import { Name, Slug } from '../text.ts'
import { metricHead, rowsOf, Standing, Trend, ViewMetric } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

const Inputs = z.array(Paired).max(3)

/** A chosen card: of a team, of an office, or, with neither, of the whole org. What is left out is as the board says. */
const BirdsEyeCard = z.strictObject({
  title: Name.optional(),
  team: Slug.optional(),
  office: Name.optional(),
  metric: Slug.optional(),
  window: WindowText.optional(),
  inputs: Inputs.optional(),
})
export type BirdsEyeCard = z.infer<typeof BirdsEyeCard>

/** In the floor file. */
export const BirdsEyeBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('birds-eye'),
  metric: Slug,
  window: WindowText,
  by: z.enum(['team', 'office']).default('team'),
  /** Instead of a card for each team or office. */
  cards: z.array(BirdsEyeCard).min(1).max(24).optional(),
  /** Beneath each card, with their state. */
  inputs: Inputs.default([]),
})
export type BirdsEyeBoard = z.infer<typeof BirdsEyeBoard>

const figures = {
  name: z.string(),
  ...Standing.shape,
  /** Value less pace, so that ahead is positive; null without a goal. */
  ahead: z.number().nullable(),
  /** The run-rate projection for the window's end, from a tenth of its working time until it is over. */
  projected: z.number().nullable(),
}

export const BirdsEyeInput = z.object({
  metric: ViewMetric,
  ...Standing.shape,
  /** What it is called, where it is not its card's window. */
  window: z.string().nullable(),
})
export type BirdsEyeInput = z.infer<typeof BirdsEyeInput>

export const BirdsEyeRow = z.object({
  ...figures,
  hue: z.int(),
  place: z.int(),
  metric: ViewMetric,
  /** "this week", where it is not the board's window. */
  window: z.string().nullable(),
  trend: Trend,
  /** Share of the window's days that the trend has gone. */
  reach: z.number().min(0).max(1),
  /** The same of the whole window before; empty where nothing was. */
  before: Trend,
  inputs: z.array(BirdsEyeInput),
})
export type BirdsEyeRow = z.infer<typeof BirdsEyeRow>

export const BirdsEyeHeadline = z.object(figures)
export type BirdsEyeHeadline = z.infer<typeof BirdsEyeHeadline>

/** What a TV gets. */
export const BirdsEyeView = z.object({
  ...metricHead,
  kind: z.literal('birds-eye'),
  headline: BirdsEyeHeadline,
  rows: rowsOf(BirdsEyeRow),
})
export type BirdsEyeView = z.infer<typeof BirdsEyeView>

export const birdsEye = { board: BirdsEyeBoard, view: BirdsEyeView }
