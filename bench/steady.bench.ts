// How long others wait while somebody sends what nobody should: a second connection asks all the while, and its longest
// wait is held against 50 ms, beside that of a server which drops the same bodies.
import { gzipSync } from 'node:zlib'
import { stringify } from 'yaml'
import type { AskerAnswer, AskerQuestion } from './asker.child.ts'
import { type Child, startChild } from './child.ts'
import { applyFloor, bodyOf, newFolder, removeFolder, startFeedProcess } from './feed-process.ts'
import { factAt, floorOfFifty } from './floor-of-fifty.ts'
import { atMost, type BenchResult, median } from './result.ts'

export const name = 'Others wait for an answer'

const longestWaitMs = 50
const rounds = 5

interface Hostile {
  readonly what: string
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
  readonly times: number
}

const lines = { 'content-type': 'application/x-ndjson' }
const yaml = { 'content-type': 'application/yaml' }
const facts = { method: 'POST', path: '/api/v1/facts', headers: lines, times: 1 } as const
const floor = { method: 'PUT', path: '/api/v1/floor', headers: yaml, times: 1 } as const
const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content)

const wide = JSON.stringify({ id: 'wide', fields: Array.from({ length: 4900 }, () => 'x'.repeat(100)) })
const peopled = (count: number): string =>
  stringify({
    ...floorOfFifty,
    people: Array.from({ length: count }, (_, i) => ({ id: `p-${i}`, name: `Person ${i}`, tem: 'team-1' })),
  })

const hostiles: readonly Hostile[] = [
  { ...facts, what: '100,000 empty facts', body: text('{}\n'.repeat(100_000)) },
  {
    ...facts,
    what: '4 M lines of 0 in 8 kB of gzip',
    body: Uint8Array.from(gzipSync('0\n'.repeat(4_000_000))),
    headers: { ...lines, 'content-encoding': 'gzip' },
  },
  { ...facts, what: '100,000 lines of no JSON', body: text('{"\n'.repeat(100_000)) },
  { ...facts, what: 'forty facts of half a megabyte', body: text(`${wide}\n`.repeat(40)) },
  {
    ...facts,
    what: '30,000 good facts',
    body: bodyOf(Array.from({ length: 30_000 }, (_, i) => JSON.stringify(factAt(i, 30_000)))),
  },
  { ...facts, what: 'ten requests of 20,000 empty facts', body: text('{}\n'.repeat(20_000)), times: 10 },
  { ...floor, what: 'a floor of 2 MB of brackets', body: text('['.repeat(1_999_000)) },
  { ...floor, what: 'a floor of a thousand people with a fault each', body: text(peopled(1000)) },
]

const send = async (port: number, { method, path, headers, body }: Hostile): Promise<void> => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body })
  await answer.text()
}

/** The longest wait of whoever asks, ms, the median of a few rounds. */
const longestWhile = async (asker: Child, port: number, path: string, hostile: Hostile): Promise<number> => {
  const found: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await asker.ask<string>({ port, path } satisfies AskerQuestion)
    await Promise.all(Array.from({ length: hostile.times }, () => send(port, hostile)))
    found.push((await asker.ask<AskerAnswer>('stop' satisfies AskerQuestion)).longestMs)
  }
  return median(found)
}

export const run = async (): Promise<BenchResult[]> => {
  const folder = newFolder()
  const feed = await startFeedProcess(folder)
  const dropping = startChild('./dropping-server.child.ts')
  const asker = startChild('./asker.child.ts')
  const results: BenchResult[] = []
  try {
    const { port } = await dropping.next<{ port: number }>()
    await applyFloor(feed.url)
    for (const hostile of hostiles) {
      const dropped = await longestWhile(asker, port, '/healthz', hostile)
      const ours = await longestWhile(asker, feed.port, '/healthz', hostile)
      results.push(
        atMost(
          `${hostile.what}: longest wait of another ÷ ${longestWaitMs} ms`,
          1,
          ours / longestWaitMs,
          `${ours.toFixed(1)} ms; ${dropped.toFixed(1)} ms of a server that drops the body`,
        ),
      )
    }
  } finally {
    await Promise.all([asker.end(), dropping.end(), feed.end()])
    removeFolder(folder)
  }
  return results
}
