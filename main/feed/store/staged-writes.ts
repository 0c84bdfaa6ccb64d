// Works out what a group of writes adds to the log, before anything is written. Pure but for the lookups passed in.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { Decide, FactWrite, FloorEntry, LogEntry, WriteOutcome } from './log.ts'
import { encodeFloor, encodeStored } from './stored-body.ts'

export interface KeyedWrite {
  readonly key: string
  readonly write: FactWrite
}

/** The fact that stands under a key. */
export interface Head {
  readonly seq: number
  readonly stored: StoredFact
}

/** What a store keeps of an entry beside its number. */
interface NewRow {
  readonly at: number
  readonly key: string | null
  readonly beforeSeq: number | null
  readonly body: string | null
}

export interface Stage {
  readonly rows: NewRow[]
  readonly entries: LogEntry[]
  /** The log's last entry, once the stage is written. */
  lastSeq: number
  /** Facts that stand, once the stage is written. */
  factCount: number
  floor: FloorEntry | null
}

/** `heads` holds what stands under the keys of these writes, and is kept true as they go by. */
export const stageWrites = (
  stage: Stage,
  heads: Map<string, Head>,
  writes: readonly KeyedWrite[],
  decide: Decide,
): readonly WriteOutcome[] =>
  writes.map(({ key, write }) => {
    const head = heads.get(key)
    const before = head?.stored ?? null
    const after = decide(before, write)
    if (after === before) return { changed: false, seq: stage.lastSeq }
    stage.lastSeq += 1
    const seq = stage.lastSeq
    const body = after && encodeStored(after, write.text)
    stage.rows.push({ at: write.receivedAt, key, beforeSeq: head?.seq ?? null, body })
    stage.entries.push({ kind: 'fact', seq, at: write.receivedAt, before, after })
    if (after) heads.set(key, { seq, stored: after })
    else heads.delete(key)
    stage.factCount += Number(after !== null) - Number(before !== null)
    return { changed: true, seq }
  })

/** Null when the floor's last entry is another than the one that was expected. */
export const stageFloor = (
  stage: Stage,
  text: string,
  at: number,
  expectedSeq: number | null,
): FloorEntry | null => {
  if (expectedSeq !== null && expectedSeq !== (stage.floor?.seq ?? 0)) return null
  stage.lastSeq += 1
  const entry: FloorEntry = { kind: 'floor', seq: stage.lastSeq, at, text }
  stage.rows.push({ at, key: null, beforeSeq: stage.floor?.seq ?? null, body: encodeFloor(text) })
  stage.entries.push(entry)
  stage.floor = entry
  return entry
}
