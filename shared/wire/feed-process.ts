// What the kiosk and the feed that it runs as a process say to each other: the configuration as the first argument, then
// messages over the parent port.
import { z } from 'zod'

export const FeedProcessConfig = z.object({
  dataDir: z.string().min(1),
  /** Of 127.0.0.1: an embedded feed serves its own machine only. */
  port: z.int().min(1).max(65_535),
})
export type FeedProcessConfig = z.infer<typeof FeedProcessConfig>

/**
 * The environment variable that carries the token of the kiosk's own wall. Everybody on the machine can read the arguments of
 * a process, and only its own account the environment.
 */
export const screenTokenVariable = 'FLOORBOARD_OWN_SCREEN_TOKEN'

/** Feed → kiosk: it listens at `url`. */
export const FeedReady = z.object({ type: z.literal('ready'), url: z.url() })
export type FeedReady = z.infer<typeof FeedReady>

/** Kiosk → feed: finish what is being written, then end. */
export const FeedStop = z.object({ type: z.literal('stop') })
export type FeedStop = z.infer<typeof FeedStop>
