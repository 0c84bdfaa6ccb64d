// What has moved on the floor since its day began: `GET /api/v1/moved`.
import { z } from 'zod'
import { Awaited } from './view-parts.ts'

const about = {
  /** The names of the metric and its window. */
  metric: z.string(),
  window: z.string(),
}

/**
 * `goal`: `who` has passed a goal of theirs. `first`: `who` leads, and `before` led when the day began. `win`: the day's
 * biggest deal. `team`: how much of its goal a team had when the day began, and has now. `…Words` as a wall writes them.
 */
export const Move = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('goal'),
    who: z.string(),
    isTeam: z.boolean(),
    goalWords: z.string(),
    ...about,
  }),
  z.object({
    what: z.literal('first'),
    who: z.string(),
    before: z.string(),
    valueWords: z.string(),
    ...about,
  }),
  z.object({
    what: z.literal('win'),
    who: z.string(),
    account: z.string().nullable(),
    amountWords: z.string(),
    /** Epoch ms; null where the source gave a date only. */
    at: z.number().nullable(),
  }),
  z.object({
    what: z.literal('team'),
    who: z.string(),
    fromWords: z.string(),
    toWords: z.string(),
    ...about,
  }),
])
export type Move = z.infer<typeof Move>

export const MovedAnswer = z.object({
  /** Why nothing is claimed yet. */
  awaits: Awaited,
  /** When the floor's day began, epoch ms. */
  since: z.number(),
  moves: z.array(Move),
})
export type MovedAnswer = z.infer<typeof MovedAnswer>
