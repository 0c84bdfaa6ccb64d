// Works out what a group of writes adds to the log, before anything is written. Pure but for the lookups passed in.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { floorKey, recordKey } from './entry-key.ts'
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
import { encodeStored, encodeValue } from './stored-body.ts'

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
  /** Null: a floor or a record, of which nothing more is asked here. */
  readonly stored: StoredFact | null
}

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

export const addFacts = (
  group: PendingGroup,
  heads: Heads,
  writes: readonly { readonly key: string; readonly write: FactWrite }[],
  decide: Decide,
): readonly WriteOutcome[] =>
  writes.map(({ key, write }) => {
    const head = heads.get(key)
    const before = head?.stored ?? null
    const after = decide(before, write, group.floor)
    if (after === before) return { changed: false, seq: group.lastSeq }
    if (after !== null && 'refused' in after)
      return { changed: false, seq: group.lastSeq, refused: after.refused }
    group.lastSeq += 1
    const seq = group.lastSeq
    const { receivedAt: at, by } = write
    const body = after && encodeStored(after, write.text)
    group.rows.push({ at, by, key, beforeSeq: head?.seq ?? null, body })
    group.entries.push({ kind: 'fact', seq, at, by, before, after })
    if (after) heads.set(key, { seq, stored: after })
    else heads.delete(key)
    group.factCount += Number(after !== null) - Number(before !== null)
    return { changed: true, seq }
  })

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
    heads.set(key, { seq, stored: null })
    return { changed: true, seq }
  })
