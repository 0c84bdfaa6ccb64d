// What a feed keeps, as it is opened: the log, the snapshots of what was counted from it, and how both are.
import type { Log } from './log.ts'
import type { SnapshotStore } from './snapshots.ts'
import type { StoreHealth } from './store-health.ts'

export interface Store {
  readonly log: Log
  readonly snapshots: SnapshotStore
  readonly health: StoreHealth
  /** Another feed has taken the floor over, and why: nothing is written any more. Left out where none can. */
  readonly onLost?: (listener: (why: string) => void) => void
}
