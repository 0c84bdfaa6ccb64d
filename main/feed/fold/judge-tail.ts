// At a start: facts that may have come too late to be judged are judged now, each by the floor of its own place in the log.
// An edit may stand between such a fact and the end of the feed.
import { createEngine, type Engine, engineOnFloor } from '../../../shared/domain/counting/engine.ts'
import {
  countingFingerprint,
  createFloorModel,
  type FloorModel,
} from '../../../shared/domain/counting/floor-model.ts'
import { createNumbers, type Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { ReadFloor } from '../floor-file/floor-reader.ts'
import type { FloorEntry, Log, LogEntry } from '../store/log.ts'
import { countEntry } from './count-entry.ts'
import type { EntryJudge } from './judge-entries.ts'
import { recentFloors } from './recent-floors.ts'

export interface TailJudge {
  readonly judge: EntryJudge
  readonly readFloor: ReadFloor
  /** Epoch ms. */
  readonly now: number
}

/** Entries after `from` up to `to`, at which this floor stood. */
export interface Reign {
  readonly model: FloorModel
  readonly from: number
  readonly to: number
}

/** Counts an entry, and judges it where it lies in one of these reigns. They are in the log's order, and count alike. */
export const createJudgingCount = (
  judge: EntryJudge,
  engine: Engine,
  reigns: readonly Reign[],
): ((entry: LogEntry) => void) => {
  let next = 0
  let standing: { readonly reign: Reign; readonly numbers: Numbers } | null = null
  const numbersAt = (seq: number): Numbers | null => {
    while ((reigns[next]?.to ?? Number.POSITIVE_INFINITY) < seq) next += 1
    const reign = reigns[next]
    if (reign === undefined || seq <= reign.from) return null
    if (standing?.reign !== reign)
      standing = { reign, numbers: createNumbers(engineOnFloor(engine, reign.model)) }
    return standing.numbers
  }
  return (entry) => {
    const numbers = entry.kind === 'fact' ? numbersAt(entry.seq) : null
    const found = entry.kind === 'fact' && numbers !== null ? judge.before(entry, numbers) : null
    countEntry(engine, entry)
    found?.()
  }
}

/** The floors at which there is something to judge, among the entries after `from` and before `to`. */
const reignsToJudge = async (
  log: Log,
  judge: EntryJudge,
  floors: readonly FloorEntry[],
  from: number,
  to: number,
): Promise<ReadonlySet<FloorEntry>> => {
  const found = new Set<FloorEntry>()
  for await (const page of log.entriesAfter(from)) {
    for (const entry of page) {
      if (entry.seq >= to) return found
      if (entry.kind !== 'fact' || !judge.isAsked(entry)) continue
      const floor = floors.findLast(({ seq }) => seq < entry.seq)
      if (floor !== undefined) found.add(floor)
    }
  }
  return found
}

/**
 * The reigns before that of the floor of version `current`, in the log's order, as far as something in them after the entry
 * `judged` is still to be judged. A floor that this version cannot read judges nothing.
 */
export const earlierReigns = async (
  log: Log,
  { judge, readFloor, now }: TailJudge,
  judged: number,
  current: number,
): Promise<readonly Reign[]> => {
  const floors = await recentFloors(log, now)
  const [oldest] = floors
  if (oldest === undefined || floors.length < 2 || judged >= current - 1) return []
  const asked = await reignsToJudge(log, judge, floors, Math.max(judged, oldest.seq), current)
  return floors.flatMap((floor, index): Reign[] => {
    if (!asked.has(floor)) return []
    const reading = readFloor(floor.text)
    if (!reading.ok) return []
    const to = (floors[index + 1]?.seq ?? current) - 1
    return [{ model: createFloorModel(reading.file), from: Math.max(judged, floor.seq), to }]
  })
}

export interface EngineBase {
  readonly engine: Engine
  /** The last entry that it has counted. */
  readonly seq: number
}

/**
 * Judges reigns whose floors count otherwise than the one that stands: for each way of counting there is an engine, from
 * `baseFor` or else from the log's first entry on.
 */
export const judgeEarlier = async (
  log: Log,
  judge: EntryJudge,
  reigns: readonly Reign[],
  baseFor: (model: FloorModel) => EngineBase | null,
): Promise<void> => {
  const groups = new Map<string, Reign[]>()
  for (const reign of reigns) {
    const fingerprint = countingFingerprint(reign.model.file)
    groups.set(fingerprint, [...(groups.get(fingerprint) ?? []), reign])
  }
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue
    const { engine, seq } = baseFor(first.model) ?? { engine: createEngine(first.model), seq: 0 }
    const count = createJudgingCount(judge, engine, [first, ...others])
    const end = others.at(-1)?.to ?? first.to
    for await (const page of log.entriesAfter(seq)) {
      for (const entry of page) if (entry.seq <= end) count(entry)
      engine.takeTouched()
      if ((page.at(-1)?.seq ?? end) >= end) break
    }
  }
}
