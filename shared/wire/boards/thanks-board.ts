// Thanks between colleagues: who helped whom, and with what.
import { z } from 'zod'
import { Face, rowsOf, viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const ThanksBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('thanks'),
  /** How far back, today included. */
  days: z
    .int('must be a whole number of days')
    .min(1)
    .max(90, 'a thank-you wall looks back at most 90 days')
    .default(14),
})
export type ThanksBoard = z.infer<typeof ThanksBoard>

/** One thanks, with the face of whoever helped; `place` counts from 0, the latest first. */
export const ThanksRow = Face.extend({
  place: z.int(),
  /** Who says so. */
  helped: Face,
  words: z.string(),
  /** The customer of the deal; null where none was named. */
  account: z.string().nullable(),
  /** Epoch ms. */
  at: z.number(),
})
export type ThanksRow = z.infer<typeof ThanksRow>

/** What a TV gets. */
export const ThanksView = z.object({
  ...viewHead,
  kind: z.literal('thanks'),
  /** The latest. */
  rows: rowsOf(ThanksRow),
  /** All in the window, shown or not. */
  given: z.int(),
  /** How many different people helped. */
  helping: z.int(),
})
export type ThanksView = z.infer<typeof ThanksView>

export const thanks = { board: ThanksBoard, view: ThanksView }
