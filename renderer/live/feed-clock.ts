// The feed's clock, worked out from this machine's running time, so that setting the TV's own clock changes nothing on
// the wall.

export interface FeedClock {
  /** The feed's clock now, epoch ms. */
  now(): number
  /** The feed said `feedNow` when this machine's running time was `at`. */
  set(feedNow: number, at: number): void
  /** Feed clock less this machine's wall clock, ms. */
  offsetFromWallMs(): number
}

interface Sources {
  /** `performance.now()`, which nobody can set. */
  readonly running: () => number
  /** `Date.now()`. */
  readonly wall: () => number
}

/** Before the first `set`: the machine's own clock plus `offsetFromWallMs`, its last known difference. */
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
