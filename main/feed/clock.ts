// Time comes in from here and nowhere else in the feed.
export interface Clock {
  /** Epoch ms. */
  now(): number
}

export const systemClock: Clock = { now: Date.now }
