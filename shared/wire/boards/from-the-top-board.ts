// What leaders wrote today, and about whom.
import { z } from 'zod'
import { Face, rowsOf, viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const FromTheTopBoard = z.strictObject({ ...boardHead, kind: z.literal('from-the-top') })
export type FromTheTopBoard = z.infer<typeof FromTheTopBoard>

/** One leader's words, with their own face; `place` counts from 0, the latest first. */
export const TopWordRow = Face.extend({
  place: z.int(),
  text: z.string(),
  /** "VP Sales"; null without one. */
  jobTitle: z.string().nullable(),
  /** Epoch ms. */
  at: z.number(),
  /** Whom it is about, the first first: people of the floor. None where it is about a team. */
  people: z.array(Face),
  /** "Priya Raman", "Enterprise": as it was called then. */
  names: z.array(z.string()),
  /** In the rule's own words: "Big deal". */
  occasion: z.string(),
  account: z.string().nullable(),
  /** Minor units of the floor's currency; null where it is about no deal, or about one without an amount. */
  amount: z.number().nullable(),
  /** Names of others who are credited. */
  helpers: z.array(z.string()),
})
export type TopWordRow = z.infer<typeof TopWordRow>

/** What a TV gets. */
export const FromTheTopView = z.object({
  ...viewHead,
  kind: z.literal('from-the-top'),
  rows: rowsOf(TopWordRow),
})
export type FromTheTopView = z.infer<typeof FromTheTopView>

export const fromTheTop = { board: FromTheTopBoard, view: FromTheTopView }
