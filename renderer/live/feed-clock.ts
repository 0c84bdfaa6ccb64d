// The feed's clock, told from this machine's running time, so that somebody who sets the TV's own clock changes
// nothing on the wall.

export interface FeedClock {
  /** Epoch ms, as the feed would say it now. */
  now(): number
  /** The feed said `feedNow` when this machine's running time was `at`. */
  set(feedNow: number, at: number): void
  /** Feed clock less this machine's wall clock, ms. */
  offsetFromWallMs(): number
}

interface Sources {
  /** `performance.now()`: never steps. */
  readonly running: () => number
  /** `Date.now()`. */
  readonly wall: () => number
}

/** Until the feed has spoken, the machine's own clock and what was last known of its error. */
export const createFeedClock = ({ running, wall }: Sources, offsetFromWallMs: number): FeedClock => {
  let offset = wall() + offsetFromWallMs - running()
  return {
    now: () => running() + offset,
    set: (feedNow, at) => {
      offset = feedNow - at
    },
    offsetFromWallMs: () => running() + offset - wall(),
  }
}
