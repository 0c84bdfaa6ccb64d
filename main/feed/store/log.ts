// The port to the append-only log: one order for everything that ever happened to this floor.
import type { Withdrawn } from '../../../shared/domain/facts/late-write.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { Fact, FactVersion } from '../../../shared/wire/fact.ts'

/** Who or what caused an entry: `token:1f2e3d4c`, `local`, `clock`; `unknown` on entries older than this column. */
export type By = string

/** `fact` null withdraws. `receivedAt` in epoch ms. */
export interface FactWrite {
  readonly source: string
  readonly id: string
  readonly fact: Fact | null
  readonly receivedAt: number
  readonly by: By
  /** Of a withdrawal, where its source gives one. */
  readonly version?: FactVersion | undefined
  /** The JSON that `fact` was parsed from, where it is at hand: kept as it came, which is cheaper than writing it anew. */
  readonly text?: string | undefined
  /** Left out but where the log's own past is put back: `fact` is then that of `restores.after`, or null. */
  readonly restores?: Restoration | undefined
}

/** What stood before some change is put back as it was, with its history; refused where `over` does not stand any more. */
export interface Restoration {
  /** What the change left. */
  readonly over: StoredFact | null
  readonly after: StoredFact | null
}

/** The key of a fact. */
export interface FactKey {
  readonly source: string
  readonly id: string
}

/** What stands under the key of a fact. */
export interface Standing {
  readonly stored: StoredFact | null
  /** Which versions of it are withdrawn; null where that is not known. */
  readonly withdrawn: Withdrawn | null
}

export interface FloorWrite {
  /** The floor file, comments and all. */
  readonly text: string
  /** Epoch ms. */
  readonly at: number
  readonly by: By
}

/**
 * Something that may happen once: a celebration, a message out, the plan of a period. `topic` says what it is, in
 * lower-case letters and hyphens; `cause` why it happened. The first record of a topic and cause stands for ever, but for
 * those of `withdrawn`, which the log keeps itself.
 */
export interface RecordWrite {
  readonly topic: string
  readonly cause: string
  /** JSON. */
  readonly body: unknown
  /** Epoch ms. */
  readonly at: number
  readonly by: By
}

interface EntryHead {
  /** Counts from 1 without gaps. */
  readonly seq: number
  /** Epoch ms: when it was received. A withdrawal counts from its own, not from that of its fact. */
  readonly at: number
  readonly by: By
}

export interface FactEntry extends EntryHead {
  readonly kind: 'fact'
  readonly before: StoredFact | null
  readonly after: StoredFact | null
}

export interface FloorEntry extends EntryHead {
  readonly kind: 'floor'
  readonly text: string
}

export interface RecordEntry extends EntryHead {
  readonly kind: 'record'
  readonly topic: string
  readonly cause: string
  readonly body: unknown
}

export type LogEntry = FactEntry | FloorEntry | RecordEntry

/** Why the floor at its place in the log does not take something, in a sentence. */
export interface Refused {
  readonly refused: string
}

/**
 * Pure: what a write makes of what was there, on the floor that stands at its place in the log (null before the first).
 * The same object as `before` (null for a key unknown or withdrawn) means that nothing changed. `withdrawn` says which
 * versions of it are withdrawn; null where that is not known or not asked.
 */
export type Decide = (
  before: StoredFact | null,
  write: FactWrite,
  floor: FloorEntry | null,
  withdrawn: Withdrawn | null,
) => StoredFact | Refused | null

export interface WriteOutcome {
  readonly changed: boolean
  /** True when nothing changed because a newer version stands or was withdrawn. */
  readonly late?: true
  /** The entry's number, or the log's last one when nothing changed. */
  readonly seq: number
  /** Why nothing changed, where the floor at its place does not take it. */
  readonly refused?: string
}

/** Entries may come between the check of an edit and its place in the log. */
export interface EditCheck {
  /** The last entry that the edit was checked against. */
  readonly upTo: number
  /** Why the edit may not stand after these, which came since; null when it may. */
  readonly refuse: (since: readonly LogEntry[]) => string | null
}

/**
 * Writes of one turn of the event loop share one transaction (group commit). A promise resolves only once its
 * writes are on disk, and after `onCommit` has announced their entries: in order, each exactly once.
 * When the disk refuses (full, read-only), the promise rejects with `LogUnavailable` and nothing of its group stands.
 * What is read rejects with `LogUnavailable` while it is out of reach.
 */
export interface Log {
  /** 32 hexadecimal digits, of this log alone: what is kept beside it says whose it is. */
  readonly identity: string
  /** The last entry that was announced. */
  readonly lastSeq: number
  /** How many facts stand now. */
  readonly factCount: number
  /** The last floor entry, or null on a new floor. */
  readonly floor: FloorEntry | null
  append(writes: readonly FactWrite[]): Promise<readonly WriteOutcome[]>
  /**
   * Refused with `StaleFloor` when the floor's last entry is not `expectedSeq` (null: whatever it is), and with
   * `EditRefused` when `check` refuses what stands between it and the edit.
   */
  appendFloor(write: FloorWrite, expectedSeq: number | null, check?: EditCheck): Promise<FloorEntry>
  /** Unchanged where a record of the same topic and cause stands, whatever its body. */
  appendRecords(writes: readonly RecordWrite[]): Promise<readonly WriteOutcome[]>
  /** Announced entries after `seq`, in order, in pages of at most 1,000. */
  entriesAfter(seq: number): AsyncIterable<readonly LogEntry[]>
  /**
   * Announced floors before the entry `before` (null: all there are), newest first, at most `most`. It reads floors
   * alone, whatever else lies between them; those that are damaged are left out.
   */
  floorsBefore(before: number | null, most: number): Promise<readonly FloorEntry[]>
  /** Records of a topic, newest first, at most `most`; those that are damaged are left out. */
  recordsOf(topic: string, most: number): Promise<readonly RecordEntry[]>
  /** The record of a topic and cause; null without one. */
  recordUnder(topic: string, cause: string): Promise<RecordEntry | null>
  /** The fact that stands under a key, null without one. It may be one that is announced a moment later. */
  standingFact(source: string, id: string): Promise<StoredFact | null>
  /** What stands under each of these keys, in their order. It may be what is announced a moment later. */
  standing(keys: readonly FactKey[]): Promise<readonly Standing[]>
  /** The facts of a source that stand, by their ids, in pages of at most 1,000; those that are damaged are left out. */
  factsOf(source: string): AsyncIterable<readonly StoredFact[]>
  onCommit(listener: (entries: readonly LogEntry[]) => void): void
  /** Commits what still waits. */
  close(): Promise<void>
}

export class LogUnavailable extends Error {
  override readonly name: string = 'LogUnavailable'
}

export class StaleFloor extends Error {
  override readonly name = 'StaleFloor'
}

/** The message is what `EditCheck` said. */
export class EditRefused extends Error {
  override readonly name = 'EditRefused'
}
