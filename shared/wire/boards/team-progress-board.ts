// Teams side by side, each against its goal and its pace.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { metricHead, rowsOf, Standing, Trend, ViewMetric } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

/** In the floor file. */
export const TeamProgressBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('team-progress'),
  metric: Slug,
  window: WindowText,
  /** Left out: the teams at the top, or those right below the scope's team. */
  teams: z.array(Slug).min(1).optional(),
  /** Shown beneath each bar, up to three. */
  inputs: z.array(Paired).max(3).default([]),
})
export type TeamProgressBoard = z.infer<typeof TeamProgressBoard>

export const TeamProgressRow = z.object({
  name: z.string(),
  hue: z.int(),
  place: z.int(),
  ...Standing.shape,
  ahead: z.number().nullable(),
  /** The run-rate projection for the window's end, once a tenth of the working time is over. */
  projected: z.number().nullable(),
  trend: Trend,
  inputs: z.array(z.object({ value: z.number().nullable() })),
})
export type TeamProgressRow = z.infer<typeof TeamProgressRow>

export const TeamProgressInput = z.object({
  ...ViewMetric.shape,
  /** What it is called, where it is not the board's window. */
  window: z.string().nullable(),
})
export type TeamProgressInput = z.infer<typeof TeamProgressInput>

/** What a TV gets. */
export const TeamProgressView = z.object({
  ...metricHead,
  kind: z.literal('team-progress'),
  inputs: z.array(TeamProgressInput),
  rows: rowsOf(TeamProgressRow),
})
export type TeamProgressView = z.infer<typeof TeamProgressView>

export const teamProgress = { board: TeamProgressBoard, view: TeamProgressView }
