// The bird's-eye view in the floor file: the whole org on one screen.
import { z } from 'zod'
import { Name, Slug } from '../text.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

const Inputs = z.array(Paired).max(3)

/** A card as one likes it: of a team, of an office, or, with neither, of the whole; what is left out is the board's. */
const BirdsEyeCard = z.strictObject({
  title: Name.optional(),
  team: Slug.optional(),
  office: Name.optional(),
  metric: Slug.optional(),
  window: WindowText.optional(),
  inputs: Inputs.optional(),
})
export type BirdsEyeCard = z.infer<typeof BirdsEyeCard>

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
