// What one floor of several may use, so that none takes it from the others. Facts are counted once they are in, by whichever
// way they came: a large request runs up a debt, which is waited off, so that none is too large for ever.

import type { FloorLimits } from '../../../shared/wire/floor-limits.ts'
import type { Clock } from '../clock.ts'
import type { LogEntry } from '../store/log.ts'
import { LimitReached } from './limit-reached.ts'

const minuteMs = 60_000
/** Who waits looks again this often: a limit that was raised meanwhile is heard of. */
const mostWaitMs = 1000
/** Of sums of fractions of facts. */
const roundingError = 1e-6

export interface Limits {
  /** Throws `LimitReached` while no more facts may come in. */
  admitFacts(): void
  /** Resolves once facts may come in, or the feed closes. Rejects with `LimitReached` where waiting does not help. */
  waitForFacts(): Promise<void>
  /** Throws `LimitReached` where `bytes` more are more than it may keep. */
  admitBytes(bytes: number): void
  /** Whether another TV may come, beside so many. */
  mayShowOn(connected: number): boolean
  /** Facts that came in within the last minute. */
  lastMinute(): number
  /** Told of all that comes into the log. */
  note(entries: readonly LogEntry[]): void
  /** Whoever waits goes on. */
  close(): void
}

interface LimitsParts {
  readonly limits: () => FloorLimits
  /** Bytes that the floor keeps, as they were measured last. */
  readonly usage: () => number
  readonly clock: Pick<Clock, 'now'>
  /** The system's timer where it is left out. */
  readonly sleep?: (ms: number) => Promise<void>
}

const inWords = (count: number): string => count.toLocaleString('en')
const megabytes = (bytes: number): string => `${inWords(Math.round(bytes / 1e6))} MB`

const sleepUnref = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms).unref())

export const createLimits = ({ limits, usage, clock, sleep = sleepUnref }: LimitsParts): Limits => {
  /** Facts that came in and are not waited off yet, at the instant `at`. */
  let owed = 0
  let at = clock.now()
  let closed = false
  /** Facts of the last seconds, by the second that they came in. */
  const seconds = new Map<number, number>()

  const countSince = (now: number): number => {
    const oldest = Math.floor((now - minuteMs) / 1000)
    let sum = 0
    for (const [second, count] of seconds)
      if (second <= oldest) seconds.delete(second)
      else sum += count
    return sum
  }

  const settle = (aMinute: number): void => {
    const now = clock.now()
    // A clock that is put back gives nothing, and takes nothing.
    owed = Math.max(0, owed - (Math.max(0, now - at) / minuteMs) * aMinute)
    at = now
  }
  /** Ms until facts may come in again; 0: now. */
  const waitMs = (): number => {
    const { factsAMinute } = limits()
    if (factsAMinute === null) {
      owed = 0
      return 0
    }
    settle(factsAMinute)
    const over = owed - (factsAMinute - 1)
    return over <= roundingError ? 0 : (over / factsAMinute) * minuteMs
  }
  const admitBytes = (bytes: number): void => {
    const { bytes: most } = limits()
    const used = usage()
    if (most === null || used + bytes <= most) return
    throw new LimitReached(
      'bytes',
      `This floor keeps ${megabytes(used)} of the ${megabytes(most)} that it may: nothing more is taken. Delete pictures that nothing shows, or ask whoever runs Floorboard here for more room.`,
      null,
    )
  }

  return {
    admitFacts: () => {
      admitBytes(0)
      const ms = waitMs()
      if (ms === 0) return
      const seconds = Math.ceil(ms / 1000)
      throw new LimitReached(
        'facts',
        `This floor takes ${inWords(limits().factsAMinute ?? 0)} facts a minute: send the rest in ${seconds} s.`,
        seconds,
      )
    },
    waitForFacts: async () => {
      admitBytes(0)
      for (let ms = waitMs(); ms > 0 && !closed; ms = waitMs()) await sleep(Math.min(ms, mostWaitMs))
    },
    admitBytes,
    mayShowOn: (connected) => connected < (limits().tvs ?? Number.POSITIVE_INFINITY),
    lastMinute: () => countSince(clock.now()),
    note: (entries) => {
      const count = entries.filter((entry) => entry.kind === 'fact' && entry.after !== null).length
      if (count === 0) return
      const now = clock.now()
      countSince(now)
      const second = Math.floor(now / 1000)
      seconds.set(second, (seconds.get(second) ?? 0) + count)
      const { factsAMinute } = limits()
      if (factsAMinute === null) return
      settle(factsAMinute)
      owed += count
    },
    close: () => {
      closed = true
    },
  }
}
