// What a feed answers at `/healthz`, as the programs of this repository read it.
import { z } from 'zod'

export const FeedHealth = z.object({
  /** `ready`, or `refusing` while its disk takes nothing; then `reason` says why. */
  status: z.string(),
  reason: z.string().optional(),
  facts: z.number(),
  checked: z.object({ checked: z.number(), of: z.number() }).optional(),
  /** Left out where there is none. `entries`: damaged ones, which count nowhere. */
  damaged: z.object({ entries: z.number() }).optional(),
})
export type FeedHealth = z.infer<typeof FeedHealth>
