// The latest won deals, and the people who won them.
import { z } from 'zod'
import { Face, rowsOf, viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const WinsBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('wins'),
  /** How far back, today included. */
  days: z
    .int('must be a whole number of days')
    .min(1)
    .max(90, 'a wins board looks back at most 90 days')
    .default(14),
})
export type WinsBoard = z.infer<typeof WinsBoard>

/** Somebody else credited with a deal. `share` is a fraction, null where the source gives none. */
export const WinHelper = z.object({
  id: z.string(),
  name: z.string(),
  short: z.string(),
  share: z.number().nullable(),
  role: z.enum(['owner', 'assist']),
})
export type WinHelper = z.infer<typeof WinHelper>

/** A deal, with its closer's face; `place` counts from 0, newest first. */
export const WinRow = Face.extend({
  place: z.int(),
  account: z.string().nullable(),
  /** The whole deal, in minor units of the floor's currency; null where the source gives none. */
  amount: z.number().nullable(),
  /** Epoch ms; of a `wholeDay`, when that day began where the closer is. */
  at: z.number(),
  /** The source gave a date and no time. */
  wholeDay: z.boolean(),
  /** The closer's first win on this floor. */
  first: z.boolean(),
  helpers: z.array(WinHelper),
  /** People credited beyond those. */
  moreHelpers: z.int(),
  /** What a leader wrote about it; of several the latest. */
  word: z.object({ text: z.string(), from: z.string() }).nullable().default(null),
})
export type WinRow = z.infer<typeof WinRow>

/** What a TV gets. */
export const WinsView = z.object({
  ...viewHead,
  kind: z.literal('wins'),
  /** The latest, and this week's biggest wherever it stands. */
  rows: rowsOf(WinRow),
  /** Its row's id; null in a week without a deal yet. */
  biggest: z.string().nullable(),
  /** Deals in the window that brought money, shown or not. */
  deals: z.int(),
  /** What they come to, less what went back in the same days. */
  total: z.number(),
  /** Won deals of less than nothing: they are no wins, and yet part of the total. */
  refunds: z.int(),
})
export type WinsView = z.infer<typeof WinsView>

export const wins = { board: WinsBoard, view: WinsView }
