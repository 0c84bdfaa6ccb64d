// Saves the engine now and then, so that a restart has little of the log left to read: in a quiet moment, or at the
// latest when the tail has grown long.
import type { Snapshot, SnapshotStore } from '../store/snapshots.ts'

/** How long the log after the last snapshot may be, in entries. */
export interface SnapshotTail {
  /** Not saved before, unless the feed ends: it is read back in a moment. */
  readonly worthSaving: number
  /** Saved then, quiet or not. */
  readonly longest: number
}

/** The longest takes a slow box a second or two to read back. */
const defaultTail: SnapshotTail = { worthSaving: 5_000, longest: 200_000 }

const quietMs = 2000

export interface SnapshotKeeper {
  /** Entries were committed and folded. */
  noteCommit(): void
  /** Saves what is not saved. */
  close(): Promise<void>
}

export interface SnapshotKeeperParts {
  readonly snapshots: SnapshotStore
  /** The last entry that the snapshot at hand has counted; 0 without one. */
  readonly savedSeq: number
  /** The last entry that is folded. */
  readonly seq: () => number
  readonly take: () => Snapshot
  /** Whether all that came of what is folded is in the log too; nothing is saved before. */
  readonly isDecided: () => boolean
  readonly tail?: SnapshotTail | undefined
  readonly onError: (error: unknown) => void
}

export const startSnapshotKeeper = (parts: SnapshotKeeperParts): SnapshotKeeper => {
  const { snapshots, seq, take, isDecided, tail = defaultTail, onError } = parts
  let { savedSeq } = parts
  /** Whether or not it could be saved: a full disk is not tried again with every commit. */
  let triedSeq = savedSeq
  let lastCommit = Number.NEGATIVE_INFINITY
  let saving: Promise<void> | null = null

  const save = (): void => {
    const snapshot = take()
    triedSeq = snapshot.seq
    saving = snapshots
      .save(snapshot)
      .then(() => {
        savedSeq = snapshot.seq
      })
      // A snapshot only saves time: a full disk costs the next start some seconds, and no number.
      .catch(onError)
      .finally(() => {
        saving = null
      })
  }

  const timer = setInterval(() => {
    const isQuiet = performance.now() - lastCommit > quietMs
    if (isQuiet && saving === null && isDecided() && seq() - triedSeq >= tail.worthSaving) save()
  }, quietMs)
  timer.unref()

  return {
    noteCommit: () => {
      lastCommit = performance.now()
      if (saving === null && isDecided() && seq() - triedSeq >= tail.longest) save()
    },
    close: async () => {
      clearInterval(timer)
      await saving
      if (seq() > savedSeq && isDecided()) save()
      await saving
    },
  }
}
