// Takes a request's facts into the floor: valid ones in batches; the others are listed in the answer. It gives way by time,
// whether the facts are good or bad.
import type { FactsAnswer } from '../../../shared/wire/fact.ts'
import type { Clock } from '../clock.ts'
import type { Submitted } from '../fold/found-faults.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { By, FactWrite } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import { BodyFault } from './body-fault.ts'
import { checkFact, isRefused } from './check-fact.ts'
import { createFactWarnings } from './fact-warnings.ts'
import type { Pace } from './pace.ts'
import type { Candidate, FactsBody } from './read-facts.ts'

/** One transaction's worth. */
const batchFacts = 1000
/** Of JSON: a thousand of the largest facts would be a gigabyte. */
const batchChars = 2_000_000
/** A program that sends so many bad facts in one request is not ready: what follows is counted and not looked at. */
const maxRefused = 10_000
/** Answers that list more have a turn each: they take milliseconds to write. */
const fewRefused = 1000

export interface TakeFactsParts {
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'faultWords'> & {
    status(): { readonly seq: number }
  }
  readonly clock: Clock
  readonly turns: Turns
  /** Who sends them. */
  readonly by: By
  /** Of a past; left out, they come in as fast as it goes. */
  readonly pace?: Pace
}

export const startTally = (): FactsAnswer => ({
  accepted: 0,
  unchanged: 0,
  rejected: [],
  warnings: [],
  seq: 0,
})

/** A write, and its fact's place in the request. */
interface Placed {
  readonly index: number
  readonly write: FactWrite
}

const inWords = new Intl.NumberFormat('en')

const tooManyRefused = (left: number): BodyFault =>
  new BodyFault(
    'too-many-refused',
    `${inWords.format(maxRefused)} facts were refused; the other ${inWords.format(left)} were not looked at. Mend them, and send all again: those that are in come out as unchanged.`,
  )

/** Counts into `tally`, which is right also when reading or writing fails midway. Rejects with `BodyFault`. */
export const takeFacts = async (
  { floor, clock, turns, by, pace }: TakeFactsParts,
  { first, rest, stopLooking }: FactsBody,
  tally: FactsAnswer,
): Promise<void> => {
  let batch: Placed[] = []
  let chars = 0
  let index = 0
  let left = 0

  const pending: Promise<void>[] = []

  const warnings = createFactWarnings(floor)
  const mostFacts = pace?.pieceFacts ?? batchFacts
  // One batch is written while the next is read. More would only fill the memory.
  const mostPending = pace === undefined ? 1 : 0
  const begin = pace?.begin ?? (() => () => turns.next())
  let giveWay = begin()

  const count = (placed: readonly Placed[], { outcomes, faults }: Submitted): void => {
    outcomes.forEach(({ changed, late, seq, refused }, at) => {
      const sent = placed[at]
      if (refused !== undefined && sent)
        tally.rejected.push({ index: sent.index, id: sent.write.id, error: refused })
      else if (changed) tally.accepted += 1
      else tally.unchanged += 1
      if (late && sent) warnings.noteOlder(sent.write.id)
      if (seq > tally.seq) tally.seq = seq
    })
    for (const [at, wrong] of faults) warnings.note(wrong, placed[at]?.write.id ?? '')
  }
  const submit = async (): Promise<void> => {
    if (batch.length > 0) {
      const placed = batch
      const counted = floor
        .submit(placed.map(({ write }) => write))
        .then((submitted) => count(placed, submitted))
      batch = []
      chars = 0
      // A failure is thrown where `pending` is awaited; until then it must not count as unhandled.
      counted.catch(() => undefined)
      pending.push(counted)
    }
    if (pending.length > mostPending) await pending.shift()
  }
  const take = (candidate: Candidate, receivedAt: number): void => {
    const checked = checkFact(candidate, floor.refuse)
    if (isRefused(checked)) {
      tally.rejected.push({ index, ...checked })
      return
    }
    const { source, id } = checked
    const text = 'text' in candidate ? candidate.text : undefined
    chars += text?.length ?? 0
    batch.push({ index, write: { source, id, fact: checked, receivedAt, by, text } })
  }

  const takeAll = async (candidates: Iterable<Candidate>): Promise<void> => {
    const receivedAt = clock.now()
    for (const candidate of candidates) {
      // Before the second fact and not after the last: whoever sends one never waits.
      if (index > 0 && turns.due()) await turns.next()
      if (tally.rejected.length < maxRefused) take(candidate, receivedAt)
      else left += 1
      index += 1
      if (tally.rejected.length === maxRefused) stopLooking()
      if (batch.length < mostFacts && chars < batchChars) continue
      await submit()
      // This batch is handed to the disk, and what is durable is counted, before more is read.
      await giveWay()
      giveWay = begin()
    }
  }

  try {
    await takeAll(first)
    if (rest !== null)
      for await (const candidates of rest) {
        await takeAll(candidates)
        // A chunk may hold nothing but white space.
        if (turns.due()) await turns.next()
      }
  } finally {
    // Facts before a fault in the body count, and a batch may be stored although the one before it failed.
    await submit()
      .finally(() => Promise.allSettled(pending))
      .finally(() => {
        if (tally.seq === 0) tally.seq = floor.status().seq
        tally.warnings = warnings.list()
        if (left > 0) tally.unread = left
        // Those that an edit overtook are known last.
        tally.rejected.sort((one, other) => one.index - other.index)
        return tally.rejected.length > fewRefused ? turns.next() : undefined
      })
    await Promise.all(pending)
  }
  if (left > 0) throw tooManyRefused(left)
}
