import type { Engine } from '../../../shared/domain/counting/engine.ts'
import type { FactFault } from '../../../shared/domain/counting/faults/fact-fault.ts'
import type { LogEntry } from '../store/log.ts'

const noFaults: readonly FactFault[] = []

/** Only facts count; an edit of the floor changes by which model they do. Returns what is wrong with the fact. */
export const countEntry = (engine: Engine, entry: LogEntry): readonly FactFault[] =>
  entry.kind === 'fact' ? engine.apply(entry.before, entry.after, entry.at) : noFaults
