// Gathers what comes at about the same time, so that many waiting writers share one sync of the disk.
export interface GroupCommit<Job> {
  add(job: Job): void
  /** Commits whatever still waits, at once. */
  drain(): void
}

/** How long the first of a group waits for company: a crowd fills a group sooner, and nobody notices this much. */
const longestWaitMs = 2

/**
 * `commit` gets jobs whole and in order. A group is gathered for as long as each turn of the event loop brings
 * another job; one that comes alone, after another that was alone, waits for nobody. A commit that has reached
 * `maxRows` takes no further job; the rest waits for the next turn, so that the event loop is never held for longer
 * than one such commit.
 */
export const createGroupCommit = <Job>(parts: {
  readonly maxRows: number
  readonly rowsOf: (job: Job) => number
  readonly commit: (jobs: readonly Job[]) => void
}): GroupCommit<Job> => {
  let waiting: Job[] = []
  let waitingRows = 0
  let waitingSince = 0
  let newcomers = 0
  let scheduled = false
  let inCompany = false

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
    inCompany = count > 1
    return group
  }
  const isGathered = (): boolean =>
    newcomers === 0 ||
    (waiting.length === 1 && !inCompany) ||
    waitingRows >= parts.maxRows ||
    performance.now() - waitingSince >= longestWaitMs

  const schedule = () => {
    if (scheduled || waiting.length === 0) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      const gathered = isGathered()
      newcomers = 0
      const group = gathered ? takeGroup() : []
      schedule()
      if (group.length > 0) parts.commit(group)
    })
  }
  return {
    add(job) {
      if (waiting.length === 0) waitingSince = performance.now()
      waiting.push(job)
      waitingRows += parts.rowsOf(job)
      newcomers += 1
      schedule()
    },
    drain() {
      while (waiting.length > 0) parts.commit(takeGroup())
    },
  }
}
