// Facts over HTTP, durable and counted, against the same server doing nothing; bulk against bare inserts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { startChild } from './child.ts'
import { factAt } from './floor-of-fifty.ts'
import type { CrowdAnswer, CrowdQuestion } from './http-crowd.child.ts'
import { atLeast, atMost, type BenchResult, median, rateOf, short } from './result.ts'

export const name = 'Ingest: durable, deduplicated, 30 metrics kept'

const rounds = 5
const bulkFacts = 100_000

const before = '{"facts":[{"source":"dialer","id":"'
const after =
  '","type":"activity","kind":"call","at":"2026-11-20T15:02:10Z","durationSeconds":184,"credits":[{"rep":"rep-7"}]}]}'

interface Single {
  readonly feed: CrowdAnswer
  readonly bare: CrowdAnswer
}

const singles = async (inFlight: number): Promise<Single[]> => {
  const crowd = startChild('./http-crowd.child.ts')
  const sides = {
    bare: startChild('./ingest-server.child.ts', 'bare'),
    feed: startChild('./ingest-server.child.ts', 'feed'),
  }
  const ports = {
    bare: await sides.bare.next<{ port: number }>(),
    feed: await sides.feed.next<{ port: number }>(),
  }
  let firstId = 0
  const hit = (side: 'bare' | 'feed', seconds: number): Promise<CrowdAnswer> => {
    const question: CrowdQuestion = { port: ports[side].port, inFlight, seconds, before, after, firstId }
    firstId += 1_000_000
    return crowd.ask(question)
  }
  await hit('bare', 1.5)
  await hit('feed', 1.5)
  const found: Single[] = []
  for (let round = 0; round < rounds; round++)
    found.push({ bare: await hit('bare', 1.5), feed: await hit('feed', 1.5) })
  await Promise.all([crowd.end(), sides.bare.end(), sides.feed.end()])
  return found
}

/** The bare side: rows with the same text and one unique key, a thousand to a transaction, as durable. */
const bareInserts = (lines: readonly string[]): number => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-bench-'))
  const database = new Database(join(folder, 'bare.db'))
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?)')
  const rate = rateOf(lines.length, () => {
    for (let from = 0; from < lines.length; from += 1000) {
      database.exec('BEGIN')
      for (let i = from; i < Math.min(from + 1000, lines.length); i++)
        insert.run(i + 1, `dialer:${i}`, lines[i])
      database.exec('COMMIT')
    }
  })
  database.close()
  rmSync(folder, { recursive: true })
  return rate
}

const bulk = async (lines: readonly string[]): Promise<number> => {
  const server = startChild('./ingest-server.child.ts', 'feed')
  const { port } = await server.next<{ port: number }>()
  const post = async (body: string): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/facts`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body,
    })
    return ((await answer.json()) as { accepted: number }).accepted
  }
  // A feed that has been up for a while; other keys, so that every measured fact is new.
  await post(
    lines
      .slice(0, 20_000)
      .map((line) => line.replace('"source":"', '"source":"warm-'))
      .join('\n'),
  )
  const body = lines.join('\n')
  const start = performance.now()
  const accepted = await post(body)
  const rate = (accepted / (performance.now() - start)) * 1000
  await server.end()
  if (accepted !== lines.length) throw new Error(`only ${accepted} of ${lines.length} facts were accepted`)
  return rate
}

export const run = async (): Promise<BenchResult[]> => {
  const [many, one] = [await singles(64), await singles(1)]
  const ratio = (side: readonly Single[]): number =>
    median(side.map(({ feed, bare }) => feed.perSecond / bare.perSecond))
  const figures = (side: readonly Single[]): string =>
    `${short(median(side.map(({ feed }) => feed.perSecond)))} against ${short(median(side.map(({ bare }) => bare.perSecond)))} requests/s, p99 ${median(side.map(({ feed }) => feed.p99Ms)).toFixed(1)} ms`
  const lines = Array.from({ length: bulkFacts }, (_, index) => JSON.stringify(factAt(index, bulkFacts)))
  const bulks: { feed: number; bare: number }[] = []
  for (let round = 0; round < rounds; round++)
    bulks.push({ bare: bareInserts(lines), feed: await bulk(lines) })
  return [
    atLeast('single facts, 64 in flight ÷ bare acknowledgement', 0.5, ratio(many), figures(many)),
    atLeast('single facts, 1 in flight ÷ bare acknowledgement', 0.25, ratio(one), figures(one)),
    atMost(
      'p99 of an acknowledgement at 64 in flight, in units of 25 ms',
      1,
      median(many.map(({ feed }) => feed.p99Ms)) / 25,
      figures(many),
    ),
    atLeast(
      `bulk of ${short(bulkFacts)} ÷ bare libsql in batches of 1,000`,
      0.5,
      median(bulks.map(({ feed, bare }) => feed / bare)),
      `${short(median(bulks.map(({ feed }) => feed)))} against ${short(median(bulks.map(({ bare }) => bare)))} facts/s`,
    ),
  ]
}
