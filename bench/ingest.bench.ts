// Facts over HTTP, durable and counted, against the same server doing nothing; bulk against bare inserts.
import { bareInserts } from './bare-inserts.ts'
import { startBuiltChild, startChild } from './child.ts'
import { applyFloor, bodyOf, newFolder, postFacts, removeFolder, startFeedProcess } from './feed-process.ts'
import { factAt } from './floor-of-fifty.ts'
import type { CrowdAnswer, CrowdQuestion } from './http-crowd.child.ts'
import type { LogQuestion, LogRound } from './log-alone.child.ts'
import { atLeast, atMost, type BenchResult, median, short } from './result.ts'

export const name = 'Ingest: durable, deduplicated, 30 metrics kept'

const rounds = 9
const bulkFacts = 100_000

const before = '{"facts":[{"source":"dialer","id":"'
const after =
  '","type":"activity","kind":"call","at":"2026-11-20T15:02:10Z","durationSeconds":184,"credits":[{"rep":"rep-7"}]}]}'

const startFeed = async () => {
  const folder = newFolder()
  const feed = await startFeedProcess(folder)
  await applyFloor(feed.url)
  return { ...feed, end: () => feed.end().then(() => removeFolder(folder)) }
}

interface Round<Feed> {
  /** Of something, per second. */
  readonly bare: number
  readonly feed: Feed
}

/** Each turn of the feed is between two of the bare side, so that a machine that changes its speed favours neither. */
const inTurns = async <Feed>(
  bare: () => number | Promise<number>,
  feed: () => Promise<Feed>,
): Promise<readonly Round<Feed>[]> => {
  const found: Round<Feed>[] = []
  for (let earlier = await bare(), round = 0; round < rounds; round++) {
    const ours = await feed()
    const later = await bare()
    found.push({ bare: (earlier + later) / 2, feed: ours })
    earlier = later
  }
  return found
}

const singles = async (inFlight: number): Promise<readonly Round<number>[]> => {
  const crowd = startChild('./http-crowd.child.ts')
  const bareServer = startChild('./bare-server.child.ts')
  const bare = await bareServer.next<{ port: number }>()
  const feed = await startFeed()
  let firstId = 0
  const hit = async (port: number): Promise<number> => {
    const question: CrowdQuestion = { port, inFlight, seconds: 2, before, after, firstId }
    firstId += 1_000_000
    return (await crowd.ask<CrowdAnswer>(question)).perSecond
  }
  await hit(bare.port)
  await hit(feed.port)
  const found = await inTurns(
    () => hit(bare.port),
    () => hit(feed.port),
  )
  await Promise.all([crowd.end(), bareServer.end(), feed.end()])
  return found
}

/** The bodies are made once, before any clock starts: how a client encodes them is no cost of the feed's. */
const bulk = async (earlier: Uint8Array<ArrayBuffer>, body: Uint8Array<ArrayBuffer>): Promise<number> => {
  const feed = await startFeed()
  await postFacts(feed.url, earlier)
  const start = performance.now()
  const accepted = await postFacts(feed.url, body)
  const rate = (accepted / (performance.now() - start)) * 1000
  await feed.end()
  if (accepted !== bulkFacts) throw new Error(`only ${accepted} of ${bulkFacts} facts were accepted`)
  return rate
}

const bulks = async (): Promise<readonly Round<number>[]> => {
  const lines = Array.from({ length: bulkFacts }, (_, index) => JSON.stringify(factAt(index, bulkFacts)))
  const body = bodyOf(lines)
  // A feed that has been up for a while; other keys, so that every measured fact is new.
  const earlier = bodyOf(lines.slice(0, 30_000).map((line) => line.replace('"source":"', '"source":"warm-')))
  return inTurns(
    () => bareInserts(lines, 1000),
    () => bulk(earlier, body),
  )
}

const logAlone = async (): Promise<BenchResult[]> => {
  const log = startBuiltChild('./log-alone.child.ts')
  const ask = <T>(question: LogQuestion): Promise<T> => log.ask<T>(question)
  const found = await inTurns(
    () => ask<number>('bare'),
    () => ask<LogRound>('log'),
  )
  await log.end()
  const of = (pick: (log: LogRound, bare: number) => number): number =>
    median(found.map(({ feed, bare }) => pick(feed, bare)))
  const rows = short(of((_, bare) => bare))
  return [
    atLeast(
      'the log alone, 64 in flight ÷ bare libsql, a row to a transaction',
      12,
      of(({ many }, bare) => many.perSecond / bare),
      `${short(of(({ many }) => many.perSecond))} against ${rows} a second`,
    ),
    atMost(
      'the log alone, 64 in flight: p99 ÷ one fdatasync',
      25,
      of(({ many, syncMs }) => many.p99Ms / syncMs),
      `${of(({ many }) => many.p99Ms).toFixed(2)} against ${of(({ syncMs }) => syncMs).toFixed(3)} ms`,
    ),
    atLeast(
      'the log alone, 1 in flight ÷ bare libsql, a row to a transaction',
      0.8,
      of(({ one }, bare) => one.perSecond / bare),
      `${short(of(({ one }) => one.perSecond))} against ${rows} a second`,
    ),
  ]
}

/** The row of a feed and a bare side that both do so much a second. */
const ratesRow = (what: string, goal: number, found: readonly Round<number>[], unit: string): BenchResult =>
  atLeast(
    what,
    goal,
    median(found.map(({ feed, bare }) => feed / bare)),
    `${short(median(found.map(({ feed }) => feed)))} against ${short(median(found.map(({ bare }) => bare)))} ${unit}`,
  )

export const run = async (): Promise<BenchResult[]> => [
  ratesRow(
    'single facts over HTTP, 64 in flight ÷ bare acknowledgement',
    0.5,
    await singles(64),
    'requests/s',
  ),
  ratesRow(
    `bulk of ${short(bulkFacts)} over HTTP ÷ bare libsql in batches of 1,000`,
    0.5,
    await bulks(),
    'facts/s',
  ),
  ...(await logAlone()),
]
