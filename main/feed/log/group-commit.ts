// Gathers what one turn of the event loop brings, so that many waiting writers share one sync of the disk.
export interface GroupCommit<Job> {
  add(job: Job): void
  /** Commits whatever still waits, at once. */
  drain(): void
}

/**
 * `commit` gets jobs whole and in order. A commit that has reached `maxRows` takes no further job; the rest waits
 * for the next turn, so that the event loop is never held for longer than one such commit.
 */
export const createGroupCommit = <Job>(parts: {
  readonly maxRows: number
  readonly rowsOf: (job: Job) => number
  readonly commit: (jobs: readonly Job[]) => void
}): GroupCommit<Job> => {
  let waiting: Job[] = []
  let scheduled = false

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
    return group
  }
  const schedule = () => {
    if (scheduled || waiting.length === 0) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      const group = takeGroup()
      schedule()
      if (group.length > 0) parts.commit(group)
    })
  }
  return {
    add(job) {
      waiting.push(job)
      schedule()
    },
    drain() {
      while (waiting.length > 0) parts.commit(takeGroup())
    },
  }
}
