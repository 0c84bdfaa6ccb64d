// The engine is a fold of the log: from a snapshot and the entries after it, or from its first entry on.
import { deserialize, serialize } from 'node:v8'
import { createEngine, type Engine, type EngineSnapshot } from '../../../shared/domain/counting/engine.ts'
import type { FactFault } from '../../../shared/domain/counting/faults/fact-fault.ts'
import { countingFingerprint, type FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { LogEntry } from '../store/log.ts'
import type { Snapshot } from '../store/snapshots.ts'
import type { Store } from '../store/store.ts'

/** Raised whenever the engine counts differently or keeps its counters otherwise: older snapshots are passed over. */
const snapshotFormat = 6

interface SavedEngine {
  readonly format: number
  readonly seq: number
  readonly fingerprint: string
  readonly engine: EngineSnapshot
  /** Damaged entries that are not counted in it; left out by earlier versions, which counted all. */
  readonly without?: readonly number[]
}

/** `seq`: the last entry that the engine has counted. */
export const snapshotOf = (engine: Engine, seq: number, without: readonly number[] = []): Snapshot => {
  const fingerprint = countingFingerprint(engine.model.file)
  const saved: SavedEngine = { format: snapshotFormat, seq, fingerprint, engine: engine.snapshot(), without }
  return { seq, bytes: serialize(saved) }
}

/** The store has checked the bytes: they hold what `snapshotOf` wrote. Null when it was counted by other rules. */
const savedEngine = ({ bytes }: Snapshot, model: FloorModel): SavedEngine | null => {
  const saved: SavedEngine = deserialize(bytes)
  return saved.format === snapshotFormat && saved.fingerprint === countingFingerprint(model.file)
    ? saved
    : null
}

const noFaults: readonly FactFault[] = []

/** Only facts count; an edit of the floor changes by which model they do. Returns what is wrong with the fact. */
export const countEntry = (engine: Engine, entry: LogEntry): readonly FactFault[] =>
  entry.kind === 'fact' ? engine.apply(entry.before, entry.after, entry.at) : noFaults

export interface LoadedEngine {
  readonly engine: Engine
  /** The last entry that came from the snapshot; 0 without one. */
  readonly savedSeq: number
  /** Damaged entries that are not counted in it. */
  readonly without: readonly number[]
}

/** At start, when nobody waits for anything else yet. */
export const loadEngine = async (
  { log, snapshots, health }: Store,
  model: FloorModel,
): Promise<LoadedEngine> => {
  const snapshot = await snapshots.load()
  const saved = snapshot && savedEngine(snapshot, model)
  const engine = createEngine(model, saved?.engine ?? null)
  const savedSeq = saved?.seq ?? 0
  for await (const page of log.entriesAfter(savedSeq)) for (const entry of page) countEntry(engine, entry)
  engine.takeTouched()
  const found = health.damaged().map(({ seq }) => seq)
  return { engine, savedSeq, without: [...(saved?.without ?? []), ...found.filter((seq) => seq > savedSeq)] }
}
