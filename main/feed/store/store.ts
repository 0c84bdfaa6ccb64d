// What a feed keeps, as it is opened: the log and the snapshots of what was counted from it.
import type { Log } from './log.ts'
import type { SnapshotStore } from './snapshots.ts'

export interface Store {
  readonly log: Log
  readonly snapshots: SnapshotStore
}
