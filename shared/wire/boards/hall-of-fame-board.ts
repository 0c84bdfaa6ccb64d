// Contests that are over and awards that were decided: who won what, and when.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, rowsOf, Unit, viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. `contest`: only those of one that comes again and again; left out, of all, and all awards. */
export const HallOfFameBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('hall-of-fame'),
  contest: Slug.optional(),
})
export type HallOfFameBoard = z.infer<typeof HallOfFameBoard>

/** One contest that is over for good, or one round of an award; `place` counts from 0, the latest first. */
export const HallOfFameRow = z.object({
  place: z.int(),
  /** Its id. */
  contest: z.string(),
  /** As it was called. */
  called: z.string(),
  /** When it was over, epoch ms. */
  until: z.number(),
  between: z.enum(['people', 'teams', 'sides']),
  /** Who won it, in the order of their places, at least one. */
  winners: z.array(Face),
  /** How many won it besides. */
  more: z.int(),
  /** Of the first; null without one. */
  prize: z.string().nullable(),
  /** What counted, in words: "Conversations", "Vote of the team". */
  counts: z.string(),
  /** With what the first won it; null where that did not decide it, as in a draw. */
  score: z.number().nullable(),
  unit: Unit,
})
export type HallOfFameRow = z.infer<typeof HallOfFameRow>

/** What a TV gets. */
export const HallOfFameView = z.object({
  ...viewHead,
  kind: z.literal('hall-of-fame'),
  /** The latest. */
  rows: rowsOf(HallOfFameRow),
  /** Who won most of those that are shown, at least two, and more than anybody else; null where nobody did. */
  champion: Face.extend({ wins: z.int() }).nullable(),
})
export type HallOfFameView = z.infer<typeof HallOfFameView>

export const hallOfFame = { board: HallOfFameBoard, view: HallOfFameView }
