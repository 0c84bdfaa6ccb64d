// Works out what a group of writes adds to the log, before anything is written. Pure but for the lookups passed in.
import { afterWithdrawal, isLate, type Withdrawn } from '../../../shared/domain/facts/late-write.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { factKey, floorKey, recordKey, withdrawnKey, withdrawnTopic } from './entry-key.ts'
import type {
  By,
  Decide,
  FactWrite,
  FloorEntry,
  FloorWrite,
  LogEntry,
  RecordWrite,
  WriteOutcome,
} from './log.ts'
import { type EntryValue, encodeStored, encodeValue, readWithdrawn } from './stored-body.ts'

/** What is written of an entry; the log's order gives it its number. */
export interface EntryRow {
  /** Epoch ms. */
  readonly at: number
  readonly by: By
  readonly key: string
  readonly beforeSeq: number | null
  /** Null: withdrawn. */
  readonly body: string | null
}

/** What stands under a key. */
export interface Head {
  readonly seq: number
  /** Null: a floor or a record. */
  readonly stored: StoredFact | null
  /** Of a record that says which versions of a fact are withdrawn; null for everything else. */
  readonly withdrawn: Withdrawn | null
}

/** Throws `CorruptLog`. */
export const headOf = (seq: number, value: EntryValue): Head => ({
  seq,
  stored: value.kind === 'fact' ? value.stored : null,
  withdrawn: value.kind === 'record' && value.topic === withdrawnTopic ? readWithdrawn(value.body) : null,
})

export interface PendingGroup {
  readonly rows: EntryRow[]
  readonly entries: LogEntry[]
  /** The log's last entry, once the group is written. */
  lastSeq: number
  /** Facts that stand, once the group is written. */
  factCount: number
  floor: FloorEntry | null
}

/** `heads` holds what stands under the keys of a group, and is kept true as its writes go by. */
type Heads = Map<string, Head>

export interface KeyedFact {
  readonly key: string
  readonly write: FactWrite
}

export const keyedFact = (write: FactWrite): KeyedFact => ({ key: factKey(write.source, write.id), write })

/** A write without a version neither asks what is withdrawn nor, unless it withdraws, changes it. */
export const keysOf = ({ key, write }: KeyedFact): readonly string[] =>
  write.fact === null || write.fact.version != null ? [key, withdrawnKey(key)] : [key]

/** Notes which versions of a fact are withdrawn, so that an older one does not bring it back. */
const addWithdrawn = (
  group: PendingGroup,
  heads: Heads,
  { key: cause, write }: KeyedFact,
  before: StoredFact | null,
): void => {
  const key = withdrawnKey(cause)
  const head = heads.get(key)
  const known = head?.withdrawn ?? null
  const withdrawn = afterWithdrawal(before, known, write.version)
  if (withdrawn === known || withdrawn === null) return
  group.lastSeq += 1
  const seq = group.lastSeq
  const { receivedAt: at, by } = write
  group.rows.push({ at, by, key, beforeSeq: head?.seq ?? null, body: encodeValue(withdrawn) })
  group.entries.push({ kind: 'record', seq, at, by, topic: withdrawnTopic, cause, body: withdrawn })
  heads.set(key, { seq, stored: null, withdrawn })
}

const addFact = (group: PendingGroup, heads: Heads, keyed: KeyedFact, decide: Decide): WriteOutcome => {
  const { key, write } = keyed
  const head = heads.get(key)
  const before = head?.stored ?? null
  const isVersioned = write.fact === null || write.fact.version != null
  const withdrawn = isVersioned ? (heads.get(withdrawnKey(key))?.withdrawn ?? null) : null
  const after = decide(before, write, group.floor, withdrawn)
  if (after === before) {
    if (isLate(before, withdrawn, write)) return { changed: false, late: true, seq: group.lastSeq }
    if (write.fact === null) addWithdrawn(group, heads, keyed, before)
    return { changed: false, seq: group.lastSeq }
  }
  if (after !== null && 'refused' in after)
    return { changed: false, seq: group.lastSeq, refused: after.refused }
  group.lastSeq += 1
  const seq = group.lastSeq
  const { receivedAt: at, by } = write
  const body = after && encodeStored(after, write.text)
  group.rows.push({ at, by, key, beforeSeq: head?.seq ?? null, body })
  group.entries.push({ kind: 'fact', seq, at, by, before, after })
  if (after) heads.set(key, { seq, stored: after, withdrawn: null })
  else heads.delete(key)
  group.factCount += Number(after !== null) - Number(before !== null)
  // What is put back as it was before its source spoke of it may be sent by that source again.
  if (after === null && write.restores === undefined) addWithdrawn(group, heads, keyed, before)
  return { changed: true, seq: group.lastSeq }
}

export const addFacts = (
  group: PendingGroup,
  heads: Heads,
  writes: readonly KeyedFact[],
  decide: Decide,
): readonly WriteOutcome[] => writes.map((keyed) => addFact(group, heads, keyed, decide))

/** Null when the floor's last entry is another than the one that was expected. */
export const addFloor = (
  group: PendingGroup,
  { text, at, by }: FloorWrite,
  expectedSeq: number | null,
): FloorEntry | null => {
  if (expectedSeq !== null && expectedSeq !== (group.floor?.seq ?? 0)) return null
  group.lastSeq += 1
  const entry: FloorEntry = { kind: 'floor', seq: group.lastSeq, at, by, text }
  group.rows.push({ at, by, key: floorKey, beforeSeq: group.floor?.seq ?? null, body: encodeValue(text) })
  group.entries.push(entry)
  group.floor = entry
  return entry
}

/** A record as it is stored: what cannot be written as JSON fails its own caller, before it joins a group. */
export interface KeyedRecord {
  readonly key: string
  readonly write: RecordWrite
  readonly body: string
}

/** Throws `TypeError` where a body cannot be written as JSON. */
export const keyedRecord = (write: RecordWrite): KeyedRecord => ({
  key: recordKey(write.topic, write.cause),
  write,
  body: encodeValue(write.body),
})

export const addRecords = (
  group: PendingGroup,
  heads: Heads,
  writes: readonly KeyedRecord[],
): readonly WriteOutcome[] =>
  writes.map(({ key, write: { topic, cause, at, by }, body }) => {
    if (heads.has(key)) return { changed: false, seq: group.lastSeq }
    group.lastSeq += 1
    const seq = group.lastSeq
    group.rows.push({ at, by, key, beforeSeq: null, body })
    // As everybody will read it again, not as its caller holds it.
    group.entries.push({ kind: 'record', seq, at, by, topic, cause, body: JSON.parse(body) })
    heads.set(key, { seq, stored: null, withdrawn: null })
    return { changed: true, seq }
  })
