// Saves the engine now and then, so that a restart has little of the log left to read: in a quiet moment, or at the
// latest when the tail has grown long.
import type { Engine } from '../../../shared/domain/counting/engine.ts'
import type { Log } from '../store/log.ts'
import { saveEngine } from './engine-from-log.ts'

/** A tail that is read back in a moment. */
const worthSaving = 5_000

/** A tail that takes a slow box a second or two. */
const longestTail = 200_000

const quietMs = 2000

export interface SnapshotKeeper {
  /** Entries were committed and folded. */
  noteCommit(): void
  /** Saves what is not saved. */
  close(): void
}

export const startSnapshotKeeper = (
  log: Log,
  engineNow: () => Engine,
  onError: (error: unknown) => void,
): SnapshotKeeper => {
  let savedAt = log.lastSeq
  let lastCommit = Number.NEGATIVE_INFINITY

  const save = (): void => {
    // A snapshot only saves time: a full disk costs the next start some seconds, and no number.
    try {
      saveEngine(log, engineNow())
    } catch (error) {
      onError(error)
    }
    savedAt = log.lastSeq
  }

  const timer = setInterval(() => {
    const isQuiet = performance.now() - lastCommit > quietMs
    if (isQuiet && log.lastSeq - savedAt >= worthSaving) save()
  }, quietMs)
  timer.unref()

  return {
    noteCommit: () => {
      lastCommit = performance.now()
      if (log.lastSeq - savedAt >= longestTail) save()
    },
    close: () => {
      clearInterval(timer)
      if (log.lastSeq > savedAt) save()
    },
  }
}
