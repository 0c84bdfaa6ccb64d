// How long to wait before a program that ended by itself is started again: longer each time, and without a limit on how often.

const pauseMs = { first: 2_000, most: 60_000 }
/** After a run this long the pauses begin from the first again. */
const wellAfterMs = 60_000

export interface RestartPauses {
  /** @param ranMs how long the run that has ended was */
  after(ranMs: number): number
}

export function createRestartPauses(): RestartPauses {
  let nextMs = pauseMs.first
  return {
    after(ranMs) {
      if (ranMs > wellAfterMs) nextMs = pauseMs.first
      const pause = nextMs
      nextMs = Math.min(nextMs * 2, pauseMs.most)
      return pause
    },
  }
}
