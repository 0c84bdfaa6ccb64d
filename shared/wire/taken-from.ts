// From which source activities count, where several report the same: one call is in the dialer and in the CRM.
import { z } from 'zod'
import { PlainDate, Slug } from './text.ts'

/**
 * Activities of these kinds count from this source alone, from that day on. `rep`: one person’s; `team`: those of a team and
 * the teams below it; neither: everybody’s. What other sources report of them stays, and counts nowhere.
 */
export const TakenFrom = z
  .strictObject({
    kinds: z.array(z.string().trim().min(1).max(60)).min(1).max(20),
    source: z.string().trim().min(1).max(100),
    rep: Slug.optional(),
    team: Slug.optional(),
    /** Left out: all along. */
    since: PlainDate.optional(),
  })
  .refine(({ rep, team }) => rep === undefined || team === undefined, 'is about a person or a team, not both')
export type TakenFrom = z.infer<typeof TakenFrom>
