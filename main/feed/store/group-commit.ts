// Gathers jobs that come at about the same time, so that many waiting writers share one sync of the disk.
export interface GroupCommit<Job> {
  add(job: Job): void
  /** Commits whatever still waits, at once. */
  drain(): void
}

/** How long the first job of a group waits for others, at most: too short for anybody to notice. */
const longestWaitMs = 2

export interface GroupCommitParts<Job> {
  readonly maxRows: number
  readonly rowsOf: (job: Job) => number
  /**
   * Gets whole jobs in order. Calls `done` when it is ready for the next group; with `now`, before it returns.
   */
  readonly commit: (jobs: readonly Job[], done: () => void, now: boolean) => void
  /** Ms by a clock that never jumps; left out, the machine's. */
  readonly now?: () => number
}

/**
 * A group grows as long as each turn of the event loop brings another job. A job that comes alone, after a group of one,
 * is committed at once. A group that has reached `maxRows` takes no further job; the rest waits for the next turn, so
 * that no commit holds the event loop for longer than one such group.
 */
export const createGroupCommit = <Job>(parts: GroupCommitParts<Job>): GroupCommit<Job> => {
  const { now: clock = () => performance.now() } = parts
  let waiting: Job[] = []
  let waitingRows = 0
  let waitingSince = 0
  let newcomers = 0
  let scheduled = false
  let lastHadMany = false
  let underWay = false

  const takeGroup = (): readonly Job[] => {
    let rows = 0
    let count = 0
    for (const job of waiting) {
      if (count > 0 && rows + parts.rowsOf(job) > parts.maxRows) break
      rows += parts.rowsOf(job)
      count += 1
    }
    const group = waiting.slice(0, count)
    waiting = waiting.slice(count)
    waitingRows -= rows
    lastHadMany = count > 1
    return group
  }
  const isGathered = (): boolean =>
    newcomers === 0 ||
    (waiting.length === 1 && !lastHadMany) ||
    waitingRows >= parts.maxRows ||
    clock() - waitingSince >= longestWaitMs

  const commit = (now: boolean): void => {
    underWay = true
    parts.commit(
      takeGroup(),
      () => {
        underWay = false
        schedule()
      },
      now,
    )
  }
  const schedule = (): void => {
    if (scheduled || underWay || waiting.length === 0) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      if (underWay || waiting.length === 0) return
      const gathered = isGathered()
      newcomers = 0
      if (gathered) commit(false)
      else schedule()
    })
  }
  return {
    add(job) {
      if (waiting.length === 0) waitingSince = clock()
      waiting.push(job)
      waitingRows += parts.rowsOf(job)
      newcomers += 1
      schedule()
    },
    drain() {
      while (waiting.length > 0) commit(true)
    },
  }
}
