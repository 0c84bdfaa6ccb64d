// Whether a page that is well is to be loaded anew, before what it has gathered over weeks becomes a failure.

/** What a new page takes, once its boards and pictures are loaded: its base. */
const settledAfterMs = 10 * 60_000
/** A wall that leaks so fast that this is too seldom runs out of memory, and is recovered from that. */
const forMemoryEveryMs = 60 * 60_000
const growth = 1.6
/** Growth of a small page is caches and garbage that nobody has collected yet. */
const growthFromBytes = 400e6
/** Nobody looks at the wall at four in the morning, and the night's jobs are usually done. */
const quietHour = 4
/** A page that was loaded in the evening need not be loaded anew in the same night. */
const nightlyFromMs = 12 * 60 * 60_000

export interface PageNow {
  readonly memoryBytes: number
  /** The TV was put to sleep. */
  readonly isAsleep: boolean
}

export type RecyclingReason = 'memory' | 'growth' | 'night'

export interface RecyclingJudge {
  /** A page is loaded, for whichever reason. */
  loaded(): void
  /** Asked whenever the page may go: between two scenes. Null: it stays. */
  why(page: PageNow): RecyclingReason | null
  /** It goes. */
  recycled(why: RecyclingReason): void
}

interface RecyclingParts {
  /** ms, of a clock that nobody sets. */
  readonly running: () => number
  /** 0 to 23, of this machine. */
  readonly hour: () => number
  readonly ceilingBytes: number
}

export function createRecyclingJudge({ running, hour, ceilingBytes }: RecyclingParts): RecyclingJudge {
  let loadedAt = running()
  let baseBytes: number | null = null
  let forMemoryAt = Number.NEGATIVE_INFINITY

  const ofMemory = (bytes: number): RecyclingReason | null => {
    if (running() - forMemoryAt < forMemoryEveryMs) return null
    if (bytes >= ceilingBytes) return 'memory'
    return baseBytes !== null && bytes >= growthFromBytes && bytes >= baseBytes * growth ? 'growth' : null
  }

  return {
    loaded() {
      loadedAt = running()
      baseBytes = null
    },
    why({ memoryBytes, isAsleep }) {
      const ageMs = running() - loadedAt
      if (ageMs >= settledAfterMs) baseBytes ??= memoryBytes
      const memory = ofMemory(memoryBytes)
      if (memory !== null) return memory
      return ageMs >= nightlyFromMs && (isAsleep || hour() === quietHour) ? 'night' : null
    },
    recycled(why) {
      if (why !== 'night') forMemoryAt = running()
    },
  }
}
