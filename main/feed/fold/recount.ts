// A new engine for an edited floor, made while the old one goes on counting: the log is counted from its first entry
// on, a page a turn of the event loop.
import { createEngine, type Engine } from '../../../shared/domain/counting/engine.ts'
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { Log, LogEntry } from '../store/log.ts'
import { countEntry } from './count-entry.ts'

export interface Recount {
  /** Resolves when all that was announced before it began is counted. Rejects when the log cannot be read. */
  readonly ready: Promise<void>
  /** Call it with every entry that is folded after it began; it skips those that it reads from the log itself. */
  note(entry: LogEntry): void
  /** Once ready: the engine, with all noted entries counted. */
  engine(): Engine
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Counted between two turns of the event loop. */
const sliceEntries = 1000

/** `upTo`: the last entry to read from the log; later ones come through `note`. */
export const startRecount = (log: Log, model: FloorModel, upTo: number = log.lastSeq): Recount => {
  const engine = createEngine(model)
  let noted: LogEntry[] = []
  const countNoted = (most: number): void => {
    for (const entry of noted.slice(0, most)) countEntry(engine, entry)
    noted = noted.slice(most)
    engine.takeTouched()
  }

  const read = async (): Promise<void> => {
    for await (const page of log.entriesAfter(0)) {
      for (const entry of page) if (entry.seq <= upTo) countEntry(engine, entry)
      engine.takeTouched()
      if ((page.at(-1)?.seq ?? upTo) >= upTo) break
      await nextTurn()
    }
    while (noted.length > sliceEntries) {
      countNoted(sliceEntries)
      await nextTurn()
    }
  }
  return {
    ready: read(),
    note: (entry) => {
      if (entry.seq > upTo) noted.push(entry)
    },
    engine: () => {
      countNoted(noted.length)
      return engine
    },
  }
}
