// The port to what is known of messages out beside the log: how often each was tried, when it is tried next, by which id a
// service knows it. That a message is to be sent, and that it was, are records of the log; lost, this is made from them anew.

/** A delivery as it is kept. Times in epoch ms. */
export interface StoredDelivery {
  /** The record's cause. */
  readonly id: string
  /** Short, for links and services. */
  readonly key: string
  readonly celebration: string
  readonly what: string
  /** The record's body, JSON. */
  readonly body: string
  readonly state: 'waiting' | 'sent' | 'dead' | 'expired'
  readonly tries: number
  readonly lastError: string | null
  readonly at: number
  readonly nextAt: number | null
  readonly expiresAt: number
  /** By which the service knows it, JSON. */
  readonly vendor: string | null
  /** A try ended so that the service may have taken it or not. */
  readonly maybeSent: boolean
}

export type DeliveryChange = Partial<
  Pick<StoredDelivery, 'state' | 'tries' | 'lastError' | 'nextAt' | 'expiresAt' | 'vendor' | 'maybeSent'>
>

/** What somebody wrote for a celebration; of several by the same leader the last. */
export interface StoredWord {
  readonly celebration: string
  /** Their address, in lower case. */
  readonly leader: string
  /** Epoch ms of the first, and of this one. */
  readonly firstAt: number
  readonly at: number
  /** How many there were, this one included. */
  readonly nth: number
  /** JSON. */
  readonly body: string
}

/** The disk takes nothing, or is away: nothing of what was asked has been kept. */
export class OutboxStoreUnavailable extends Error {
  override readonly name = 'OutboxStoreUnavailable'
}

/** Everything that writes throws `OutboxStoreUnavailable` where the disk refuses it. */
export interface OutboxStore {
  /** The last entry of the log whose deliveries and words are in here; 0 for a new one. */
  seq(): number
  /** All or nothing. Deliveries that are known are passed over; a word replaces an earlier one of its leader. */
  take(taken: {
    readonly seq: number
    readonly deliveries?: readonly StoredDelivery[]
    readonly words?: readonly StoredWord[]
  }): void
  change(id: string, change: DeliveryChange): void
  delivery(key: string): StoredDelivery | null
  ofCelebration(celebration: string): readonly StoredDelivery[]
  /** Waiting ones whose time has come, those that have waited longest first. */
  due(now: number, most: number): readonly StoredDelivery[]
  /** Newest first. Nothing that is `except`, by its `what`. */
  latest(most: number, except?: string): readonly StoredDelivery[]
  /** Written at that instant or later, oldest first. */
  since(at: number, except?: string): readonly StoredDelivery[]
  /** All words, oldest first. */
  words(): readonly StoredWord[]
  /** Since when (epoch ms) an address wants no more mail; null where it does. */
  stoppedAt(email: string): number | null
  /** `at` null: it wants mail again. */
  noteStopped(email: string, at: number | null): void
  /** Drops what was written before, words too; never what still waits. `what`: only deliveries that are that. */
  forgetBefore(at: number, what?: string): void
  close(): void
}
