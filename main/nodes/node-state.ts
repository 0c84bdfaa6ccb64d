// What a node is asked about itself by whoever watches it; its host answers from what it has at hand.
import type { FeedMetrics } from '../feed/api/feed-metrics.ts'

/** A floor that this node owns. */
export interface WatchedFloor {
  /** The host name by which people reach it. */
  readonly name: string
  /** A sentence on what it cannot do just now, such as write; null while all is well. */
  readonly trouble: string | null
  readonly metrics: FeedMetrics
}

export interface NodeState {
  /** Where the other nodes reach it. */
  readonly url: string
  readonly version: string
  /** `starting`: it has not looked after its floors yet. `draining`: it gives them up and will end. */
  readonly stage: 'starting' | 'serving' | 'draining'
  /** A part of a sentence: why the database is out of reach. */
  readonly databaseTrouble: string | null
  /** Since the database last answered a beat; null before the first. */
  readonly beatAgeMs: number | null
  /** This machine's clock minus the database's. */
  readonly clockAheadMs: number
  readonly floors: readonly WatchedFloor[]
}
