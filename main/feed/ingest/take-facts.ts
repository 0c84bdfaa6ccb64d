// Takes a request's facts into the floor: valid ones in batches; the others are listed in the answer.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FactsAnswer } from '../../../shared/wire/fact.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { By, FactWrite, WriteOutcome } from '../store/log.ts'
import { checkFact, isRefused } from './check-fact.ts'
import { createFactWarnings } from './fact-warnings.ts'
import type { Candidate, FactsBody } from './read-facts.ts'

/** One transaction's worth. */
const batchFacts = 1000
/** The answer must fit in memory, whatever is sent. */
const maxListed = 100_000

export interface TakeFactsParts {
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'status' | 'faultsOf' | 'faultWords'>
  readonly clock: Clock
  /** Who sends them. */
  readonly by: By
}

export const startTally = (): FactsAnswer => ({
  accepted: 0,
  unchanged: 0,
  rejected: [],
  warnings: [],
  seq: 0,
})

/** Counts into `tally`, which is right also when reading or writing fails midway. */
export const takeFacts = async (
  { floor, clock, by }: TakeFactsParts,
  { first, rest }: FactsBody,
  tally: FactsAnswer,
): Promise<void> => {
  let batch: FactWrite[] = []
  let index = 0

  const pending: Promise<void>[] = []

  const warnings = createFactWarnings(floor)

  const count = (writes: readonly FactWrite[], outcomes: readonly WriteOutcome[]): void => {
    for (const { changed, seq } of outcomes) {
      if (changed) tally.accepted += 1
      else tally.unchanged += 1
      if (seq > tally.seq) tally.seq = seq
    }
    for (const { fact, receivedAt } of writes) if (fact) warnings.note(fact, receivedAt)
  }
  const submit = async (): Promise<void> => {
    if (batch.length > 0) {
      const writes = batch
      const counted = floor.submit(writes).then((outcomes) => count(writes, outcomes))
      batch = []
      // A failure is thrown where `pending` is awaited; until then it must not count as unhandled.
      counted.catch(() => undefined)
      pending.push(counted)
    }
    // One batch is written while the next is read. More would only fill the memory.
    if (pending.length > 1) await pending.shift()
  }
  const take = (candidate: Candidate, receivedAt: number): void => {
    const checked = checkFact(candidate, floor.refuse)
    if (!isRefused(checked)) {
      const { source, id } = checked
      const text = 'text' in candidate ? candidate.text : undefined
      batch.push({ source, id, fact: checked, receivedAt, by, text })
    } else if (tally.rejected.length < maxListed) tally.rejected.push({ index, ...checked })
    else tally.unlisted = (tally.unlisted ?? 0) + 1
    index += 1
  }

  const takeAll = async (candidates: Iterable<Candidate>): Promise<void> => {
    const receivedAt = clock.now()
    for (const candidate of candidates) {
      take(candidate, receivedAt)
      if (batch.length === batchFacts) {
        await submit()
        // This batch is handed to the disk, and what is durable is counted, before more is read.
        await nextTurn()
      }
    }
  }

  try {
    await takeAll(first)
    if (rest !== null) for await (const candidates of rest) await takeAll(candidates)
  } finally {
    // Facts before a fault in the body count, and a batch may be stored although the one before it failed.
    await submit()
      .finally(() => Promise.allSettled(pending))
      .finally(() => {
        if (tally.seq === 0) tally.seq = floor.status().seq
        tally.warnings = warnings.list()
      })
    await Promise.all(pending)
  }
}
