// The port to the append-only log. One order for everything that ever happened to this floor.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { Fact } from '../../../shared/wire/fact.ts'

/** `fact` null withdraws. `receivedAt` in epoch ms. */
export interface FactWrite {
  readonly source: string
  readonly id: string
  readonly fact: Fact | null
  readonly receivedAt: number
  /** The JSON that `fact` was parsed from, where it is at hand: kept as it came, which is cheaper than writing it anew. */
  readonly text?: string | undefined
}

export interface FactEntry {
  readonly kind: 'fact'
  readonly seq: number
  /** Epoch ms of the write's receipt, withdrawals too. */
  readonly at: number
  readonly before: StoredFact | null
  readonly after: StoredFact | null
}

export interface FloorEntry {
  readonly kind: 'floor'
  readonly seq: number
  readonly at: number
  /** The floor file as it was written, comments and all. */
  readonly text: string
}

export type LogEntry = FactEntry | FloorEntry

/** Pure: what a write makes of what was there; the same object as `before` (null for a key unknown or withdrawn) means nothing changed. */
export type Decide = (before: StoredFact | null, write: FactWrite) => StoredFact | null

export interface WriteOutcome {
  readonly changed: boolean
  /** The entry's number, or the log's last one when nothing changed. */
  readonly seq: number
}

/**
 * Writes of one turn of the event loop share one transaction (group commit). A promise resolves only once its
 * writes are on disk, and after `onCommit` has seen their entries: in order, each exactly once.
 * When the disk refuses (full, read-only), the promise rejects with `LogUnavailable` and nothing of its batch stands.
 */
export interface Log {
  readonly lastSeq: number
  /** How many facts stand now. */
  readonly factCount: number
  append(writes: readonly FactWrite[]): Promise<readonly WriteOutcome[]>
  /** Refused with `StaleFloor` when the floor's last entry is not `expectedSeq` (null: whatever it is). */
  appendFloor(text: string, at: number, expectedSeq: number | null): Promise<FloorEntry>
  /** The last floor entry, or null on a new floor. */
  readonly floor: FloorEntry | null
  head(source: string, id: string): StoredFact | null
  /** Every fact that stands, in the order of their last entries. */
  facts(): Iterable<StoredFact>
  entriesAfter(seq: number): Iterable<LogEntry>
  onCommit(listener: (entries: readonly LogEntry[]) => void): void
  /** A snapshot belongs to this log only; it is written atomically (temporary file, fsync, rename, fsync of the folder). */
  saveSnapshot(bytes: Uint8Array): void
  /** Null when there is none or it is damaged. */
  loadSnapshot(): Uint8Array | null
  close(): void
}

export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable'
}

export class StaleFloor extends Error {
  override readonly name = 'StaleFloor'
}
