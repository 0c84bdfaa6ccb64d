// The engine is a fold of the log: from a snapshot and the entries after it, or from its first entry on.
import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { createEngine, type Engine, type EngineSnapshot } from '../../../shared/domain/counting/engine.ts'
import { countingFingerprint, type FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import { factKey, recordKey } from '../store/entry-key.ts'
import type { Log, LogEntry } from '../store/log.ts'
import type { Snapshot } from '../store/snapshots.ts'
import type { Store } from '../store/store.ts'
import { countEntry } from './count-entry.ts'
import { createJudgingCount, earlierReigns, judgeEarlier, type Reign, type TailJudge } from './judge-tail.ts'

/** Raised whenever the engine counts differently or keeps its counters otherwise: older snapshots are passed over. */
const snapshotFormat = 8

/** Tells an entry from another one with its number, which the log of a restored backup may have. */
export interface EntryMark {
  readonly seq: number
  readonly mark: string
}

const nameOf = (entry: LogEntry): string => {
  if (entry.kind === 'floor') return entry.text
  if (entry.kind === 'record') return recordKey(entry.topic, entry.cause)
  const stored = entry.after ?? entry.before
  return stored ? factKey(stored.fact.source, stored.fact.id) : ''
}

export const markOf = (entry: LogEntry): EntryMark => {
  const { seq, at, by, kind } = entry
  const mark = createHash('sha256')
    .update(JSON.stringify([seq, at, by, kind, nameOf(entry)]))
    .digest('base64')
  return { seq, mark }
}

interface SavedEngine {
  readonly format: number
  readonly seq: number
  readonly fingerprint: string
  readonly engine: EngineSnapshot
  /** The last entry that could be read when it was saved; null before the first. */
  readonly last: EntryMark | null
  /** Damaged entries that are not counted in it; left out by earlier versions, which counted all. */
  readonly without?: readonly number[]
}

/** How far an engine has counted. */
export interface Counted {
  /** The last entry; one that is damaged is passed over. */
  readonly seq: number
  /** The last entry that could be read; null before the first. */
  readonly last: EntryMark | null
}

export const snapshotOf = (
  engine: Engine,
  { seq, last }: Counted,
  without: readonly number[] = [],
): Snapshot => {
  const fingerprint = countingFingerprint(engine.model.file)
  const saved: SavedEngine = {
    format: snapshotFormat,
    seq,
    fingerprint,
    engine: engine.snapshot(),
    last,
    without,
  }
  return { seq, bytes: serialize(saved) }
}

/** The store has checked the bytes: they hold what `snapshotOf` wrote. Null when another version wrote them. */
const savedEngine = ({ bytes }: Snapshot): SavedEngine | null => {
  const saved: SavedEngine = deserialize(bytes)
  return saved.format === snapshotFormat ? saved : null
}

/** A log that lost its end, or was put back from a backup, has grown to other entries in the place of those. */
const holds = async (log: Log, last: EntryMark | null): Promise<boolean> => {
  if (last === null) return true
  for await (const [first] of log.entriesAfter(last.seq - 1))
    return first !== undefined && markOf(first).mark === last.mark
  return false
}

export interface LoadedEngine extends Counted {
  readonly engine: Engine
  /** The last entry that came from the snapshot; 0 without one. */
  readonly savedSeq: number
  /** Damaged entries that are not counted in it. */
  readonly without: readonly number[]
}

/** At start, when nobody waits for anything else yet. `current`: the floor that stands. */
export const loadEngine = async (
  { log, snapshots, health }: Store,
  current: { readonly version: number; readonly model: FloorModel },
  tail: TailJudge | null = null,
): Promise<LoadedEngine> => {
  const { model } = current
  const snapshot = await snapshots.load()
  const known = snapshot && savedEngine(snapshot)
  const last = known && (await holds(log, known.last)) ? known : null
  /** Read anew each time: an engine goes on with what it is given. */
  const savedFor = (asked: FloorModel): SavedEngine | null =>
    snapshot && last?.fingerprint === countingFingerprint(asked.file) ? savedEngine(snapshot) : null
  const saved = savedFor(model)
  const engine = createEngine(model, saved?.engine ?? null)
  const savedSeq = saved?.seq ?? 0

  // A snapshot is saved only once everything up to it is judged, whatever floor it was counted on.
  const judged = last?.seq ?? 0
  const reigns = tail ? await earlierReigns(log, tail, judged, current.version) : []
  const isAlike = (reign: Reign): boolean =>
    countingFingerprint(reign.model.file) === countingFingerprint(model.file)
  if (tail)
    await judgeEarlier(
      log,
      tail.judge,
      reigns.filter((reign) => !isAlike(reign)),
      (asked) => {
        const found = savedFor(asked)
        return found && { engine: createEngine(asked, found.engine), seq: found.seq }
      },
    )
  const own = { model, from: Math.max(judged, current.version), to: Number.POSITIVE_INFINITY }
  const count = tail
    ? createJudgingCount(tail.judge, engine, [...reigns.filter(isAlike), own])
    : (entry: LogEntry) => void countEntry(engine, entry)

  let lastEntry: LogEntry | null = null
  for await (const page of log.entriesAfter(savedSeq)) {
    for (const entry of page) count(entry)
    lastEntry = page.at(-1) ?? lastEntry
  }
  engine.takeTouched()
  const found = health.damaged().map(({ seq }) => seq)
  return {
    engine,
    seq: log.lastSeq,
    last: lastEntry === null ? (saved?.last ?? null) : markOf(lastEntry),
    savedSeq,
    without: [...(saved?.without ?? []), ...found.filter((seq) => seq > savedSeq)],
  }
}
