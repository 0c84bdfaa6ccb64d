// Facts over HTTP, durable and counted, against the same server doing nothing; bulk against bare inserts.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { openSqliteLog } from '../main/feed/log/sqlite-log.ts'
import { decideFact } from '../shared/domain/deal-history.ts'
import type { Fact } from '../shared/wire/fact.ts'
import { startChild } from './child.ts'
import { applyFloor, newFolder, postLines, removeFolder, startFeedProcess } from './feed-process.ts'
import { factAt } from './floor-of-fifty.ts'
import type { CrowdAnswer, CrowdQuestion } from './http-crowd.child.ts'
import { atLeast, atMost, type BenchResult, median, quantile, rateOf, short } from './result.ts'

export const name = 'Ingest: durable, deduplicated, 30 metrics kept'

const rounds = 5
/** Of single facts: a ratio of two servers that share the machine with their client swings more than the others. */
const crowdRounds = 9
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

/** A bare log: rows with the same text and one unique key, as durable, so many to a transaction. */
const bareInserts = (lines: readonly string[], toATransaction: number): number => {
  const folder = newFolder()
  const database = new Database(join(folder, 'bare.db'))
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?)')
  const rate = rateOf(lines.length, () => {
    for (let from = 0; from < lines.length; from += toATransaction) {
      database.exec('BEGIN')
      const to = Math.min(from + toATransaction, lines.length)
      for (let i = from; i < to; i++) insert.run(i + 1, `dialer:${i}`, lines[i])
      database.exec('COMMIT')
    }
  })
  database.close()
  removeFolder(folder)
  return rate
}

/** The median of appending 4 KB and having them on disk, ms: a log grows, and its file's length has to be synced too. */
const syncMs = (): number => {
  const folder = newFolder()
  const file = openSync(join(folder, 'sync'), 'w')
  const block = Buffer.alloc(4096, 1)
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now()
    writeSync(file, block)
    fdatasyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  removeFolder(folder)
  return median(times)
}

interface Appended {
  readonly perSecond: number
  readonly p99Ms: number
}

/** The log alone: writers that each wait for their own fact to be on disk before they send the next. */
const appended = async (facts: readonly Fact[], inFlight: number): Promise<Appended> => {
  const folder = newFolder()
  const log = openSqliteLog({ folder, decide: (before, write) => decideFact(before, write, []) })
  const times: number[] = []
  let next = 0
  const start = performance.now()
  const writer = async (): Promise<void> => {
    for (let fact = facts[next++]; fact; fact = facts[next++]) {
      const sentAt = performance.now()
      await log.append([{ source: fact.source, id: fact.id, fact, receivedAt: 0 }])
      times.push(performance.now() - sentAt)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, writer))
  const perSecond = (times.length / (performance.now() - start)) * 1000
  log.close()
  removeFolder(folder)
  return { perSecond, p99Ms: quantile(times, 0.99) }
}

/** Requests per second. */
interface Round {
  readonly bare: number
  readonly feed: number
}

const singles = async (inFlight: number): Promise<Round[]> => {
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
  const found: Round[] = []
  // Each turn of the feed stands between two of the bare server: a machine that gets slower, or faster, wrongs neither.
  for (let earlier = await hit(bare.port), round = 0; round < crowdRounds; round++) {
    const ours = await hit(feed.port)
    const later = await hit(bare.port)
    found.push({ bare: (earlier + later) / 2, feed: ours })
    earlier = later
  }
  await Promise.all([crowd.end(), bareServer.end(), feed.end()])
  return found
}

const bulk = async (lines: readonly string[]): Promise<number> => {
  const feed = await startFeed()
  // A feed that has been up for a while; other keys, so that every measured fact is new.
  const earlier = lines.slice(0, 30_000).map((line) => line.replace('"source":"', '"source":"warm-'))
  await postLines(feed.url, earlier)
  const start = performance.now()
  const accepted = await postLines(feed.url, lines)
  const rate = (accepted / (performance.now() - start)) * 1000
  await feed.end()
  if (accepted !== lines.length) throw new Error(`only ${accepted} of ${lines.length} facts were accepted`)
  return rate
}

interface LogRound {
  readonly many: Appended
  readonly one: Appended
  readonly rowsPerSecond: number
  readonly syncMs: number
}

const logAlone = async (facts: readonly Fact[], lines: readonly string[]): Promise<BenchResult[]> => {
  const found: LogRound[] = []
  for (let round = 0; round < rounds; round++)
    found.push({
      many: await appended(facts, 64),
      one: await appended(facts.slice(0, 5000), 1),
      rowsPerSecond: bareInserts(lines.slice(0, 3000), 1),
      syncMs: syncMs(),
    })
  const of = (pick: (round: LogRound) => number): number => median(found.map(pick))
  const bare = short(of((round) => round.rowsPerSecond))
  return [
    atLeast(
      'the log alone, 64 in flight ÷ bare libsql, a row to a transaction',
      12,
      of(({ many, rowsPerSecond }) => many.perSecond / rowsPerSecond),
      `${short(of(({ many }) => many.perSecond))} against ${bare} a second`,
    ),
    atMost(
      'the log alone, 64 in flight: p99 ÷ one fdatasync',
      25,
      of(({ many, syncMs: sync }) => many.p99Ms / sync),
      `${of(({ many }) => many.p99Ms).toFixed(2)} against ${of((round) => round.syncMs).toFixed(3)} ms`,
    ),
    atLeast(
      'the log alone, 1 in flight ÷ bare libsql, a row to a transaction',
      0.8,
      of(({ one, rowsPerSecond }) => one.perSecond / rowsPerSecond),
      `${short(of(({ one }) => one.perSecond))} against ${bare} a second`,
    ),
  ]
}

export const run = async (): Promise<BenchResult[]> => {
  const facts = Array.from({ length: bulkFacts }, (_, index) => factAt(index, bulkFacts))
  const lines = facts.map((fact) => JSON.stringify(fact))
  const found = await singles(64)
  const of = (pick: (round: Round) => number): string => short(median(found.map(pick)))
  const bulks: { feed: number; bare: number }[] = []
  for (let round = 0; round < rounds; round++)
    bulks.push({ bare: bareInserts(lines, 1000), feed: await bulk(lines) })
  return [
    atLeast(
      'single facts over HTTP, 64 in flight ÷ bare acknowledgement',
      0.5,
      median(found.map(({ feed, bare }) => feed / bare)),
      `${of(({ feed }) => feed)} against ${of(({ bare }) => bare)} requests/s`,
    ),
    atLeast(
      `bulk of ${short(bulkFacts)} over HTTP ÷ bare libsql in batches of 1,000`,
      0.5,
      median(bulks.map(({ feed, bare }) => feed / bare)),
      `${short(median(bulks.map(({ feed }) => feed)))} against ${short(median(bulks.map(({ bare }) => bare)))} facts/s`,
    ),
    ...(await logAlone(facts, lines)),
  ]
}
