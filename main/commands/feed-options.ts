import { z } from 'zod'

/** What every command needs that asks a feed. */
export const FeedOptions = z.object({
  feed: z.string(),
  token: z.string().optional(),
  feedFingerprint: z.string().optional(),
})
