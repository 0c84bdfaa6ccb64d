// What the kiosk and the feed that it runs as a process say to each other: the configuration as the first argument, then
// messages over the parent port.
import { z } from 'zod'

export const FeedProcessConfig = z.object({
  dataDir: z.string().min(1),
  port: z.int().min(1).max(65_535),
  /** Where it listens, by TLS, so that its console can be opened from a phone; null: it serves its own machine alone. */
  network: z.object({ host: z.string().min(1) }).nullable(),
})
export type FeedProcessConfig = z.infer<typeof FeedProcessConfig>

/**
 * The environment variable that carries the token of the kiosk's own wall. Everybody on the machine can read the arguments of
 * a process, and only its own account the environment.
 */
export const screenTokenVariable = 'FLOORBOARD_OWN_SCREEN_TOKEN'

/** Feed → kiosk: it listens at `url`. Sent again once it has its first admin. */
export const FeedReady = z.object({
  type: z.literal('ready'),
  url: z.url(),
  /** Of its certificate; null where it speaks plain HTTP. */
  fingerprint: z.string().nullable(),
  /** As other machines reach it; null where none does. */
  console: z.url().nullable(),
  /** Likewise, what makes whoever opens it the first admin; null once there is one. */
  firstAdminUrl: z.url().nullable(),
})
export type FeedReady = z.infer<typeof FeedReady>

/** Kiosk → feed: finish what is being written, then end. */
export const FeedStop = z.object({ type: z.literal('stop') })
export type FeedStop = z.infer<typeof FeedStop>
