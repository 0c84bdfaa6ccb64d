// From which source activities and deals count, where several report the same: one call is in the dialer and in the CRM, one
// deal was entered by hand and is in the CRM.
import { z } from 'zod'
import { PlainDate, Slug } from './text.ts'

/** What deals are called among the kinds. */
export const dealsTaken = 'deal'

/**
 * Activities of these kinds, and deals as the kind `deal`, count from this source alone, from that day on. `rep`: one person’s; `team`: those of a team and
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
