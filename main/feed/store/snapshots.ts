// The port to the snapshots: what the fold had counted up to some entry, so that a start reads only what came after.
export interface Snapshot {
  /** The last entry that is counted in it. */
  readonly seq: number
  readonly bytes: Uint8Array
}

export interface SnapshotStore {
  /** Replaces the one before, whole: a crash leaves the old one or the new one. */
  save(snapshot: Snapshot): Promise<void>
  /** Null when there is none, when it is damaged, and when it is newer than the log, which was restored from a backup. */
  load(): Promise<Snapshot | null>
}
