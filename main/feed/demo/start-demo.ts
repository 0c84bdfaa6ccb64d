// The simulated floor as a source like any other: it asks the feed how far it got, and goes on from there.
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { FeedAddress } from '../../feed-client/ask-once.ts'
import { sendFacts } from '../../feed-client/facts.ts'
import { fetchTotal } from '../../feed-client/numbers.ts'
import { type Patience, untilAborted } from '../../feed-client/patience.ts'
import type { Clock } from '../clock.ts'
import { readFloorFile } from '../floor-file/read-floor-file.ts'
import { createBatches } from './batches.ts'
import { demoFloorText } from './demo-floor.ts'
import { type Mark, markFact, markMetrics, readMark } from './mark.ts'
import { wholeSecond } from './world/instants.ts'
import { createTimeline, type Timeline } from './world/timeline.ts'

export interface DemoOptions {
  /** Where the feed listens, such as `http://127.0.0.1:4400`. */
  readonly url: string
  readonly token: string | null
  /** Of a feed with a certificate of its own. */
  readonly feedFingerprint?: string | undefined
  readonly seed: number
  readonly clock: Clock
  readonly log?: (line: string) => void
  /** Days of history before the floor goes live; a year when left out. A floor must keep the number it began with. */
  readonly historyDays?: number | undefined
  /** The history begins to come in (true), and is all in (false). Not told of a floor that has its history already. */
  readonly onHistory?: (isComing: boolean) => void
}

export interface RunningDemo {
  /** Settles once the feed has everything up to now, or the demo has given up and said why. */
  readonly caughtUp: Promise<void>
  close(): Promise<void>
}

/** How often the live floor looks at the clock. */
const tickMs = 1_000
/** Known facts that are skipped in one go, some 30 ms: the feed shares the thread. */
const skippedAtOnce = 200

const demoFloor = () => {
  const reading = readFloorFile(demoFloorText)
  if (!reading.ok) throw new Error(`The demo floor is not a floor file: ${JSON.stringify(reading.errors[0])}`)
  return reading.file
}

interface DemoFeed {
  readonly address: FeedAddress
  readonly patience: Patience
}

const sendAll = async ({ address, patience }: DemoFeed, facts: readonly Fact[]): Promise<void> => {
  const [first] = (await sendFacts(address, facts, patience)).rejected
  if (first) throw new Error(`The feed refused a fact of the demo: ${first.error}`)
}

/** Where an earlier run of the demo got to. On a new floor the mark is set before anything else is sent. */
const findMark = async (
  feed: DemoFeed,
  now: number,
  markedRep: string,
  onHistory: (isComing: boolean) => void,
): Promise<Mark> => {
  const total = (metric: string) => fetchTotal(feed.address, metric, feed.patience)
  const [openedAt, factsTold] = [await total(markMetrics.openedAt), await total(markMetrics.factsTold)]
  if (openedAt === undefined || factsTold === undefined) {
    throw new Error('The floor of this feed is not the demo floor, so nothing is simulated on it.')
  }
  if (openedAt) return readMark(openedAt, factsTold ?? 0)
  const mark = { openedAtSeconds: wholeSecond(now) / 1000, factsTold: 0, isHistoryIn: false }
  onHistory(true)
  await sendAll(feed, [markFact(mark, markedRep)])
  return mark
}

/** Simulates what the feed already has, without sending it, whatever the clock says now. */
const skipFacts = async (timeline: Timeline, facts: number, signal: AbortSignal): Promise<void> => {
  for (let skipped = 1; skipped <= facts; skipped++) {
    timeline.next(Number.POSITIVE_INFINITY)
    if (skipped % skippedAtOnce > 0) continue
    await nextTurn()
    signal.throwIfAborted()
  }
}

const simulate = async (feed: DemoFeed, options: DemoOptions, signal: AbortSignal, caughtUp: () => void) => {
  const { seed, clock, historyDays, log = () => undefined, onHistory = () => undefined } = options
  const file = demoFloor()
  const markedRep = file.people[0]?.id ?? ''
  const mark = await findMark(feed, clock.now(), markedRep, onHistory)
  const { openedAtSeconds, factsTold } = mark
  let { isHistoryIn } = mark
  if (!isHistoryIn) onHistory(true)
  const timeline = createTimeline({ file, seed, openedAt: openedAtSeconds * 1000, historyDays })
  if (factsTold === 0) log('The demo sends its history…')
  await skipFacts(timeline, factsTold, signal)

  let factsSent = factsTold
  const markAt = (told: number): Fact =>
    markFact({ openedAtSeconds, factsTold: told, isHistoryIn }, markedRep)
  const sendUntil = async (until: number): Promise<void> => {
    for (const batch of createBatches(timeline.factsUntil(until), factsSent)) {
      await sendAll(feed, [...batch.facts, markAt(batch.factsSent)])
      factsSent = batch.factsSent
    }
  }

  if (!isHistoryIn) {
    await sendUntil(openedAtSeconds * 1000)
    isHistoryIn = true
    await sendAll(feed, [markAt(factsSent)])
    onHistory(false)
  }
  await sendUntil(clock.now())
  log(`The demo is live: ${(factsSent - factsTold).toLocaleString('en')} facts brought it up to now.`)
  caughtUp()
  for (;;) {
    await sleep(tickMs, undefined, { signal })
    await sendUntil(clock.now())
  }
}

/** Returns at once; the simulation runs in the background, through outages of the feed, until it is closed. */
export const startDemo = async (options: DemoOptions): Promise<RunningDemo> => {
  const { url, token, feedFingerprint, log = () => undefined, onHistory = () => undefined } = options
  const stop = new AbortController()
  const feed: DemoFeed = {
    address: { feed: url, token: token ?? undefined, feedFingerprint },
    patience: untilAborted(stop.signal, Math.random, {
      onAway: (why) => log(`The demo waits for the feed: ${why}.`),
      onBack: () => log('The feed is back; the demo goes on.'),
    }),
  }
  let settle = (): void => undefined
  const caughtUp = new Promise<void>((resolve) => {
    settle = resolve
  })
  const simulation = simulate(feed, options, stop.signal, settle)
    .catch((error: unknown) => {
      // The feed can do without its demo: whatever ends it is logged once.
      if (!stop.signal.aborted)
        log(`The demo has stopped. ${error instanceof Error ? error.message : String(error)}`)
    })
    .finally(() => {
      onHistory(false)
      settle()
    })
  return {
    caughtUp,
    close: async () => {
      stop.abort()
      await simulation
    },
  }
}
