// What leaves the feed of a celebration that was decided: all that a message says of it, so that one can be written long after.
import { z } from 'zod'

export const DecidedCelebration = z.object({
  /** Its cause, which is its id everywhere. */
  id: z.string(),
  /** "Big deal", in the rule's own words. */
  title: z.string(),
  /** Whom it is about, the first first: people's or a team's names. */
  names: z.array(z.string()).readonly(),
  /** Their ids; none where it is about a team. */
  people: z.array(z.string()).readonly(),
  /** "Northwind Traders, $182,000". */
  about: z.string(),
  /** Null where somebody began it by hand. */
  rule: z.string().nullable(),
  /** Ids of the floor's alerts. */
  tell: z.array(z.string()).readonly(),
  /** Epoch ms: when it was decided. */
  at: z.number(),
  /** Null where it is about no deal. */
  deal: z
    .object({
      source: z.string(),
      id: z.string(),
      /** Minor units of the floor's currency; null where the source gives none. */
      amountMinor: z.number().nullable(),
      account: z.string().nullable(),
      product: z.string().nullable(),
      /** Names of others who are credited. */
      helpers: z.array(z.string()).readonly(),
    })
    .nullable(),
})
export type DecidedCelebration = z.infer<typeof DecidedCelebration>
