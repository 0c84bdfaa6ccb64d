// Which metrics changed, and when each of them last did.

/** Stands among the touched metrics for the won deals themselves, which a floor may have without a metric of them. */
export const touchedWins = -1

/** The same for what leaders wrote, which is no fact: whoever keeps the words says so. */
export const touchedTopWords = -2

/** The same for what is off, which the desk of exceptions finds. */
export const touchedExceptions = -3

/** The same for contests: what no fact changes, such as a draw. */
export const touchedContests = -4

/** The same for thanks between colleagues: whoever keeps them says so. */
export const touchedThanks = -5

/** The same for awards: that somebody was nominated, or chosen. */
export const touchedAwards = -6

export interface Changes {
  /** `at`: epoch ms. A recount applies facts in any order of time, so the latest instant stays. */
  note(metric: number, at: number): void
  noteWins(): void
  /** Metrics noted since the last call, `touchedWins` where won deals were, and forgets them. */
  take(): readonly number[]
  /** Epoch ms of the last change of any of these metrics; null before the first. */
  lastOf(metrics: readonly number[]): number | null
  /** By metric: epoch ms, NaN before the first change. */
  pack(): Float64Array
}

export const createChanges = (metricCount: number, from: Float64Array | null): Changes => {
  const changedAt = from?.slice() ?? new Float64Array(metricCount).fill(Number.NaN)
  const touched = new Set<number>()
  return {
    note: (metric, at) => {
      touched.add(metric)
      // Also true of NaN.
      if (!((changedAt[metric] ?? Number.NaN) >= at)) changedAt[metric] = at
    },
    noteWins: () => void touched.add(touchedWins),
    take: () => {
      const taken = [...touched]
      touched.clear()
      return taken
    },
    lastOf: (metrics) => {
      const times = metrics.map((metric) => changedAt[metric] ?? Number.NaN)
      const known = times.filter((time) => !Number.isNaN(time))
      return known.length === 0 ? null : Math.max(...known)
    },
    pack: () => changedAt.slice(),
  }
}
