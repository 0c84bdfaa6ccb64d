// One timer, to the next instant at which the wall changes. A timer that comes far too late means that the machine was
// asleep.

export interface Alarm {
  /** Feed clock, epoch ms; replaces the instant set before. */
  setFor(at: number): void
  close(): void
}

interface AlarmOptions {
  readonly now: () => number
  /** This machine's wall clock, ms: unlike the running time it goes on while the machine sleeps. */
  readonly wallClock: () => number
  readonly onTime: () => void
  readonly onWake: () => void
}

/** A renderer that is merely busy is never as late as this. */
const sleptMs = 5000
/** It goes off at least this often, in case a clock was set meanwhile. */
const longestMs = 60_000

export const createAlarm = ({ now, wallClock, onTime, onWake }: AlarmOptions): Alarm => {
  let timer: ReturnType<typeof setTimeout> | null = null
  return {
    setFor: (at) => {
      if (timer !== null) clearTimeout(timer)
      // Timers may come a little early; one millisecond on the far side is always past the instant.
      const delay = Math.min(longestMs, Math.max(0, Math.ceil(at - now()) + 1))
      const due = wallClock() + delay
      timer = setTimeout(() => {
        timer = null
        if (wallClock() - due > sleptMs) onWake()
        onTime()
      }, delay)
    },
    close: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
