// Clock synchronisation: asks several times and uses the quickest answer. The result is wrong by at most half of that
// answer's round trip.

export interface ClockReading {
  readonly feedNow: number
  /** This machine's running time (ms) at which the feed's clock showed `feedNow`. */
  readonly at: number
  readonly roundTripMs: number
}

const asks = 5

/** Null when the feed answered nothing. `ask` must reject when the answer is late; then no more is asked. */
export const readFeedClock = async (
  ask: () => Promise<number>,
  running: () => number,
): Promise<ClockReading | null> => {
  let best: ClockReading | null = null
  for (let round = 0; round < asks; round += 1) {
    const sent = running()
    const feedNow = await ask().catch(() => null)
    const got = running()
    const roundTripMs = got - sent
    if (feedNow === null) return best
    if (best === null || roundTripMs < best.roundTripMs)
      best = { feedNow, at: sent + roundTripMs / 2, roundTripMs }
  }
  return best
}
