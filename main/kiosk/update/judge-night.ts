// When a wall looks for a new version: once a night, and not with all the others at the same moment.

/** As for the nightly load of a page: nobody looks at the wall at four, and the night's jobs are usually done. */
const quietHour = 4
/** Once a night. */
const lookEveryMs = 12 * 60 * 60_000
/** A release has nearly two hundred megabytes, and comes from the machine that serves the floor. */
const spreadMs = 30 * 60_000

export interface Night {
  /** Asked every minute or so. */
  isTime(isAsleep: boolean): boolean
  /** It has looked, whatever came of it. */
  looked(): void
}

interface NightParts {
  /** ms, of a clock that nobody sets. */
  readonly running: () => number
  /** 0 to 23, of this machine. */
  readonly hour: () => number
  /** From 0 to 1. */
  readonly random: () => number
}

export function createNight({ running, hour, random }: NightParts): Night {
  let lookedAt = Number.NEGATIVE_INFINITY
  let dueAt: number | null = null
  return {
    isTime(isAsleep) {
      if (running() - lookedAt < lookEveryMs || !(isAsleep || hour() === quietHour)) {
        dueAt = null
        return false
      }
      dueAt ??= running() + random() * spreadMs
      return running() >= dueAt
    },
    looked() {
      lookedAt = running()
      dueAt = null
    },
  }
}
