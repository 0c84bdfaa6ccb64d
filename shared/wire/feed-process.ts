// Between the shell and the feed that it runs as a process of its own: the first argument going in, messages
// on the parent port after that.
import { z } from 'zod'

export const FeedProcessConfig = z.object({
  dataDir: z.string().min(1),
  /** Of 127.0.0.1: an embedded feed serves its own machine. */
  port: z.int().min(1).max(65_535),
})
export type FeedProcessConfig = z.infer<typeof FeedProcessConfig>

/** Feed → shell: it listens. */
export const FeedReady = z.object({ type: z.literal('ready'), url: z.url() })
export type FeedReady = z.infer<typeof FeedReady>

/** Shell → feed: write down what is in hand and end. */
export const FeedStop = z.object({ type: z.literal('stop') })
export type FeedStop = z.infer<typeof FeedStop>
