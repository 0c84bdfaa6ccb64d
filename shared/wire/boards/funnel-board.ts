// How deals came through the stages, against the window before.
import { z } from 'zod'
import { rowsOf, viewHead } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const FunnelBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('funnel'),
  /** A period, or the last days: something that has a window before it. */
  window: WindowText.default('quarter'),
})
export type FunnelBoard = z.infer<typeof FunnelBoard>

/** Of the deals that left a stage in a window. */
export const StageFlow = z.object({
  left: z.number(),
  /** To a later stage, or won; the others were lost there. */
  wentOn: z.number(),
  /** The share that went on; null where none left. */
  conversion: z.number().nullable(),
  /** Mean days that they had been in the stage; null where it is known of none. */
  days: z.number().nullable(),
})
export type StageFlow = z.infer<typeof StageFlow>

export const FunnelStage = StageFlow.extend({
  place: z.int(),
  name: z.string(),
  /** Of the window before, up to the same day of it. */
  before: StageFlow,
})
export type FunnelStage = z.infer<typeof FunnelStage>

/** What a TV gets. */
export const FunnelView = z.object({
  ...viewHead,
  kind: z.literal('funnel'),
  /** What it is held against, for people: "Q3 2026 by this day". */
  before: z.string(),
  /** The row whose conversion fell the most; null where none fell by enough, or of too few deals to say so. */
  leak: z.string().nullable(),
  /** By stage, first to last. */
  rows: rowsOf(FunnelStage),
})
export type FunnelView = z.infer<typeof FunnelView>

export const funnel = { board: FunnelBoard, view: FunnelView }
