// The engine is a fold of the log: from a snapshot and the entries after it, or from every fact that stands.
import { deserialize, serialize } from 'node:v8'
import { createEngine, type Engine, type EngineSnapshot } from '../../../shared/domain/counting/engine.ts'
import { countingFingerprint, type FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { FactEntry, Log, LogEntry } from '../store/log.ts'

/** Raised whenever the engine counts differently or keeps its counters otherwise: older snapshots are passed over. */
const snapshotFormat = 4

interface Snapshot {
  readonly format: number
  readonly seq: number
  readonly fingerprint: string
  readonly engine: EngineSnapshot
}

/** The log checked the bytes against their checksum: what they hold is what `saveEngine` wrote. */
const readSnapshot = (bytes: Uint8Array, fingerprint: string, lastSeq: number): Snapshot | null => {
  const snapshot: Snapshot = deserialize(bytes)
  const fits = snapshot.format === snapshotFormat && snapshot.fingerprint === fingerprint
  return fits && snapshot.seq <= lastSeq ? snapshot : null
}

export const saveEngine = (log: Log, engine: Engine): void => {
  const snapshot: Snapshot = {
    format: snapshotFormat,
    seq: log.lastSeq,
    fingerprint: countingFingerprint(engine.model.file),
    engine: engine.snapshot(),
  }
  log.saveSnapshot(serialize(snapshot))
}

/** When the numbers changed, epoch ms: the log does not time withdrawals, so theirs is when the fact came. */
const timeOf = ({ before, after }: FactEntry): number => (after ?? before)?.receivedAt ?? 0

/** Edits of the floor change what counts, not what is there to count. */
const foldEntry = (engine: Engine, entry: LogEntry): void => {
  if (entry.kind === 'fact') engine.apply(entry.before, entry.after, timeOf(entry))
}

/** At start, when nobody waits for anything else yet. */
export const loadEngine = (log: Log, model: FloorModel): Engine => {
  const bytes = log.loadSnapshot()
  const snapshot = bytes && readSnapshot(bytes, countingFingerprint(model.file), log.lastSeq)
  const engine = createEngine(model, snapshot?.engine ?? null)
  if (snapshot) {
    for (const entry of log.entriesAfter(snapshot.seq)) foldEntry(engine, entry)
  } else {
    for (const stored of log.facts()) engine.apply(null, stored, stored.receivedAt)
  }
  engine.takeTouched()
  return engine
}

/** Entries folded between two breaths of the event loop. */
const entriesPerTurn = 2000

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export interface Recount {
  readonly engine: Engine
  /** Takes in what was committed since; at once, so that nothing comes between this and the swap. */
  catchUp(): void
}

/**
 * A new engine for an edited floor, made while the old one goes on counting: the log is folded from its first entry
 * on, a slice a turn, until it has caught up.
 */
export const recountFromLog = async (log: Log, model: FloorModel): Promise<Recount> => {
  const engine = createEngine(model)
  let seen = 0
  const foldSlice = (most: number): number => {
    let taken = 0
    for (const entry of log.entriesAfter(seen)) {
      foldEntry(engine, entry)
      seen = entry.seq
      if (++taken === most) break
    }
    engine.takeTouched()
    return taken
  }
  while (seen < log.lastSeq && foldSlice(entriesPerTurn) > 0) await nextTurn()
  return {
    engine,
    catchUp: () => {
      foldSlice(Number.POSITIVE_INFINITY)
    },
  }
}
