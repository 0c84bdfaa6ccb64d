// A million rows in a file that is dropped on the console: what the feed holds in memory meanwhile, beside a feed that is sent the
// same facts; and how long another program's fact takes to be durable and counted while it runs, beside when nothing does.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { ImportFile, ImportFilesAnswer, largestImportPiece } from '../shared/wire/import-files.ts'
import {
  applyFloor,
  bodyOf,
  type FeedProcess,
  newFolder,
  postFacts,
  removeFolder,
  startFeedProcess,
} from './feed-process.ts'
import { atMost, type BenchResult, median, quantile, short } from './result.ts'

export const name = 'A million rows dropped on the console'

const rowCount = 1_000_000
const bodyRows = 20_000
const megabyte = 1024 * 1024
const sampleMs = 50

const closedOn = (row: number): string =>
  new Date(Date.UTC(2024, 0, 1 + (row % 1000))).toISOString().slice(0, 10)
const rowAt = (row: number): string =>
  `d-${row},rep-${row % 50},${row % 3 === 0 ? 'Won' : 'Open'},${row % 90_000}.50,${closedOn(row)}`
const factAt = (row: number): string =>
  JSON.stringify({
    source: 'history',
    id: `d-${row}`,
    type: 'deal',
    status: row % 3 === 0 ? 'won' : 'open',
    amount: { minor: (row % 90_000) * 100 + 50, currency: 'USD' },
    closedAt: closedOn(row),
    credits: [{ rep: `rep-${row % 50}` }],
  })

const mapping = {
  type: 'deal',
  id: 'Id',
  currency: 'USD',
  decimal: '.',
  credits: [{ rep: 'Owner' }],
  fields: {
    status: { column: 'Stage', values: { won: ['Won'], open: ['Open'] } },
    amount: 'Amount',
    closedAt: 'Closed',
  },
}

/** Resident, in bytes. */
const memoryOf = ({ pid }: FeedProcess): number => {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}

const ask = async (url: string, path: string, method: string, body?: unknown): Promise<unknown> => {
  const isBytes = body instanceof Uint8Array
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' },
      body: isBytes ? new Uint8Array(body) : JSON.stringify(body),
    }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return await answer.json()
}

/** Facts of another program, one after another until `isOver`: ms until each is durable and counted. */
const singles = async (
  url: string,
  of: string,
  isOver: () => Promise<boolean>,
): Promise<readonly number[]> => {
  const found: number[] = []
  for (let nth = 0; !(await isOver()); nth += 1) {
    const fact = JSON.stringify({
      ...{ source: of, id: `${nth}`, type: 'activity', kind: 'call', at: '2026-11-20T15:02:10Z' },
      credits: [{ rep: 'rep-7' }],
    })
    const start = performance.now()
    await postFacts(url, bodyOf([fact]))
    found.push(performance.now() - start)
    await wait(sampleMs)
  }
  return found
}

const byDrop = async (): Promise<{
  peak: number
  seconds: number
  during: readonly number[]
  before: readonly number[]
}> => {
  // Made before any clock starts, and before a connection waits for it.
  let text = 'Id,Owner,Stage,Amount,Closed\n'
  for (let row = 0; row < rowCount; row += 1) text += `${rowAt(row)}\n`
  const bytes = new TextEncoder().encode(text)
  const folder = newFolder()
  const feed = await startFeedProcess(folder)
  try {
    await applyFloor(feed.url)
    let left = 100
    const before = await singles(feed.url, 'before', async () => left-- <= 0)
    const { id } = ImportFile.parse(
      await ask(feed.url, '/import-files', 'POST', { name: 'history.csv', bytes: bytes.length }),
    )
    let peak = 0
    for (let from = 0; from < bytes.length; from += largestImportPiece) {
      const piece = bytes.subarray(from, from + largestImportPiece)
      await ask(feed.url, `/import-files/${id}/pieces?from=${from}`, 'PUT', piece)
      peak = Math.max(peak, memoryOf(feed))
    }
    const start = performance.now()
    await ask(feed.url, `/import-files/${id}/runs`, 'POST', {
      source: 'history',
      rules: {},
      mapping,
      check: false,
    })
    const during = await singles(feed.url, 'during', async () => {
      peak = Math.max(peak, memoryOf(feed))
      const { files } = ImportFilesAnswer.parse(await ask(feed.url, '/import-files', 'GET'))
      const [file] = files
      if (file?.state === 'imported' && file.result?.accepted !== rowCount)
        throw new Error(`only ${file.result?.accepted} rows were taken: ${file.result?.stopped}`)
      return file?.state === 'imported'
    })
    return { peak, seconds: (performance.now() - start) / 1000, during, before }
  } finally {
    await feed.end()
    removeFolder(folder)
  }
}

const bySending = async (): Promise<number> => {
  const folder = newFolder()
  const feed = await startFeedProcess(folder)
  try {
    await applyFloor(feed.url)
    let peak = 0
    for (let from = 0; from < rowCount; from += bodyRows) {
      await postFacts(feed.url, bodyOf(Array.from({ length: bodyRows }, (_, row) => factAt(from + row))))
      peak = Math.max(peak, memoryOf(feed))
    }
    return peak
  } finally {
    await feed.end()
    removeFolder(folder)
  }
}

export const run = async (): Promise<BenchResult[]> => {
  const { peak, seconds, during, before } = await byDrop()
  const sent = await bySending()
  const inMegabytes = (bytes: number): string => `${Math.round(bytes / megabyte)} MB`
  const of = (values: readonly number[]): string =>
    `${median(values).toFixed(1)} ms, one in a hundred ${quantile(values, 0.99).toFixed(1)} ms`
  return [
    atMost(
      'memory of the feed at its highest ÷ that of one which is sent the same facts',
      1.25,
      peak / sent,
      `${inMegabytes(peak)}, ${inMegabytes(sent)}; ${short(rowCount / seconds)} rows per second`,
    ),
    atMost(
      'another program’s fact until it is durable and counted, during the import ÷ without',
      10,
      median(during) / median(before),
      `during ${of(during)}; without ${of(before)}`,
    ),
  ]
}
