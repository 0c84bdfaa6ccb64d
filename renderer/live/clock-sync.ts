// Clock synchronisation: ask several times, believe the quickest answer. Half its round trip is the most that the
// two clocks can then differ by.

export interface ClockReading {
  readonly feedNow: number
  /** This machine's running time at the moment `feedNow` stands for. */
  readonly at: number
  readonly roundTripMs: number
}

const asks = 5

/** Null when the feed answered none of them. `ask` rejects when the answer is late. */
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
