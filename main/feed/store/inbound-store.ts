// The port to what other programs sent: each delivery as it came, until it is looked at, and the last ones with what became
// of them.

/** Of a source, this many that were looked at are kept. */
export const keptDeliveries = 100

export interface StoredInbound {
  readonly id: number
  readonly source: string
  /** Epoch ms. */
  readonly at: number
  /** As its header said. */
  readonly type: string
  readonly body: Buffer
}

/** Without its body. */
export interface InboundHead {
  readonly id: number
  readonly at: number
  readonly bytes: number
  readonly state: 'waiting' | 'taken' | 'partly' | 'refused'
  /** JSON; null while it waits. */
  readonly outcome: string | null
}

/** The disk takes nothing, or is away: nothing of what was asked has been kept. */
export class InboundStoreUnavailable extends Error {
  override readonly name = 'InboundStoreUnavailable'
}

/** Everything that writes throws `InboundStoreUnavailable` where the disk refuses it. */
export interface InboundStore {
  /** Durable once it returns. */
  keep(delivery: Omit<StoredInbound, 'id'>): void
  /** The oldest that waits, of whatever source; null where none does. */
  nextWaiting(): StoredInbound | null
  /** Epoch ms of the last of a source; null without one. */
  lastAt(source: string): number | null
  /** How many of a source wait. */
  waiting(source: string): number
  /** What became of it. Of its source, the oldest go that are too many. */
  settle(delivery: Pick<StoredInbound, 'id' | 'source'>, state: InboundHead['state'], outcome: string): void
  /** These of a source, from one on, wait again. Returns how many. */
  againFrom(source: string, id: number): number
  /** Newest first. */
  heads(source: string): readonly InboundHead[]
  find(source: string, id: number): StoredInbound | null
  close(): void
}
