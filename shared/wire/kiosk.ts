// What the shell does for the page it shows: `window.kiosk`, there in the kiosk and nowhere else.
import { z } from 'zod'

/** Where the page finds its feed. `token` and `screen` are null where the feed decides. */
export const FeedAddress = z.object({
  url: z.url({ protocol: /^https?$/ }),
  token: z.string().max(200).nullable(),
  screen: z.string().max(60).nullable(),
})
export type FeedAddress = z.infer<typeof FeedAddress>

/** The last views a wall showed, as JSON. Larger than any real floor, small enough to write in a moment. */
export const lastGoodLimit = 8 * 1024 * 1024

const isJsonObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

export const LastGood = z.string().max(lastGoodLimit).refine(isJsonObject, 'is not a JSON object')

/** How often a healthy page calls `heartbeat`, ms. */
export const heartbeatEveryMs = 2_000

export interface KioskBridge {
  /** Waits a moment for an embedded feed to start, but not for one that does not. */
  feedUrl(): Promise<FeedAddress>
  saveLastGood(json: string): void
  /** Null on a new wall, and where what was saved can no longer be read. */
  loadLastGood(): Promise<string | null>
  /** Says that the page draws. A wall that stops saying so is reloaded. */
  heartbeat(): void
}
