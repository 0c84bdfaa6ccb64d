// What the fold finds wrong with facts that are on their way in, kept for whoever sent them: a fact is judged once.
import type { FactFault } from '../../../shared/domain/counting/faults/fact-fault.ts'
import type { FactWrite, WriteOutcome } from '../store/log.ts'

export interface Submitted {
  /** In the order of the writes. */
  readonly outcomes: readonly WriteOutcome[]
  /**
   * By the place of the write: what an accepted fact has wrong with it, so that it counts nowhere or not where it should.
   * Facts with nothing wrong are not in it.
   */
  readonly faults: ReadonlyMap<number, readonly FactFault[]>
}

export interface FoundFaults {
  /** The fold counted the entry `seq`, and this is wrong with its fact. */
  note(seq: number, faults: readonly FactFault[]): void
  /** Submits writes, and says of each fact what is wrong with it. */
  submit(writes: readonly FactWrite[]): Promise<Submitted>
}

export interface FoundFaultsParts {
  readonly append: (writes: readonly FactWrite[]) => Promise<readonly WriteOutcome[]>
  /** The last entry that is folded. */
  readonly seq: () => number
  /** For a fact that stood already, or that waits for an edit before it to be counted. */
  readonly judge: (write: FactWrite) => readonly FactFault[]
}

const none: readonly FactFault[] = []

export const createFoundFaults = ({ append, seq: folded, judge }: FoundFaultsParts): FoundFaults => {
  const found = new Map<number, readonly FactFault[]>()
  let submitting = 0

  const faultsOf = (
    write: FactWrite,
    { changed, late, refused, seq }: WriteOutcome,
  ): readonly FactFault[] => {
    if (write.fact === null || late || refused !== undefined) return none
    return changed && seq <= folded() ? (found.get(seq) ?? none) : judge(write)
  }
  return {
    note: (seq, faults) => {
      if (submitting > 0) found.set(seq, faults)
    },
    submit: async (writes) => {
      submitting += 1
      try {
        const outcomes = await append(writes)
        const faults = new Map<number, readonly FactFault[]>()
        for (const [index, outcome] of outcomes.entries()) {
          const write = writes[index]
          const wrong = write ? faultsOf(write, outcome) : none
          if (wrong.length > 0) faults.set(index, wrong)
          if (outcome.changed) found.delete(outcome.seq)
        }
        return { outcomes, faults }
      } finally {
        submitting -= 1
        // Of entries that were counted after their sender was answered.
        if (submitting === 0) found.clear()
      }
    },
  }
}
