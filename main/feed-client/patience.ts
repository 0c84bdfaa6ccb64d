// How long a client goes on asking a feed that is away or too busy. Everything it sends may safely be sent twice.
import { setTimeout as delay } from 'node:timers/promises'

export interface Patience {
  /** What to wait before each further try, ms. Where they end, the client gives up. */
  readonly waitsMs: () => Iterable<number>
  /** Rejects with the signal's reason once that is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal | null) => Promise<void>
  /** Ends whatever is under way; null: nothing does. */
  readonly signal: AbortSignal | null
  /** Told once when the feed goes away, and why; such as "it answered 503". */
  readonly onAway: (why: string) => void
  /** Told once when it is back. */
  readonly onBack: () => void
}

const sleep: Patience['sleep'] = (ms, signal) => delay(ms, undefined, signal ? { signal } : {})

const silent = { signal: null, onAway: () => undefined, onBack: () => undefined }

export const askingOnce: Patience = { waitsMs: () => [], sleep, ...silent }

/** A feed that restarts is back within these, 15.5 seconds in all. */
export const throughRestart: Patience = { waitsMs: () => [500, 1000, 2000, 4000, 8000], sleep, ...silent }

const firstWaitMs = 250
const longestWaitMs = 15_000

/**
 * Twice as long each time, to the longest, without end. `random` gives numbers from 0 to 1: each wait is shortened by up
 * to a half, so that clients which lost the same feed do not all come back in one moment.
 */
export const backingOff = function* (random: () => number): Generator<number> {
  for (let ms = firstWaitMs; ; ms = Math.min(ms * 2, longestWaitMs)) yield ms * (1 - random() / 2)
}

/** Asks until the signal ends it. */
export const untilAborted = (
  signal: AbortSignal,
  random: () => number,
  { onAway, onBack }: Pick<Patience, 'onAway' | 'onBack'>,
): Patience => ({ waitsMs: () => backingOff(random), sleep, signal, onAway, onBack })
