// A long past in a file that is dropped on the console, as its page sends it, against the same file by `floorboard import`: how
// long each takes, what the feed holds in memory meanwhile, and how long another program's fact takes to be durable and counted
// beside it, against a feed that does nothing else.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stringify } from 'yaml'
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

const rowCount = Number(process.env['FLOORBOARD_IMPORT_ROWS'] ?? 200_000)
export const name = 'Rows dropped on the console'

const megabyte = 1024 * 1024
const sampleMs = 50

const closedOn = (row: number): string =>
  new Date(Date.UTC(2024, 0, 1 + (row % 1000))).toISOString().slice(0, 10)
const rowAt = (row: number): string =>
  `d-${row},rep-${row % 50},${row % 3 === 0 ? 'Won' : 'Open'},${row % 90_000}.50,${closedOn(row)}`

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
  isOver: () => boolean | Promise<boolean>,
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

interface Side {
  readonly seconds: number
  /** The feed's memory at its highest. */
  readonly peak: number
  readonly before: readonly number[]
  readonly during: readonly number[]
}

/** A feed of its own, and what it is like while `begin` brings in the file; `begin` says when that is over. */
const measured = async (begin: (feed: FeedProcess) => () => boolean | Promise<boolean>): Promise<Side> => {
  const folder = newFolder()
  const feed = await startFeedProcess(folder)
  try {
    await applyFloor(feed.url)
    let left = 100
    const before = await singles(feed.url, 'before', () => left-- <= 0)
    let peak = 0
    const start = performance.now()
    const isOver = begin(feed)
    const during = await singles(feed.url, 'during', () => {
      peak = Math.max(peak, memoryOf(feed))
      return isOver()
    })
    return { seconds: (performance.now() - start) / 1000, peak, before, during }
  } finally {
    await feed.end()
    removeFolder(folder)
  }
}

const pieceOf = (path: string, from: number): Uint8Array => {
  const file = openSync(path, 'r')
  const piece = new Uint8Array(largestImportPiece)
  const length = readSync(file, piece, 0, piece.length, from)
  closeSync(file)
  return piece.subarray(0, length)
}

/** As the page does it, from the first piece to the last row. */
const byDrop = (path: string): Promise<Side> =>
  measured(({ url }) => {
    const { size } = statSync(path)
    const send = async (): Promise<string> => {
      const { id } = ImportFile.parse(
        await ask(url, '/import-files', 'POST', { name: 'history.csv', bytes: size }),
      )
      for (let from = 0; from < size; from += largestImportPiece)
        await ask(url, `/import-files/${id}/pieces?from=${from}`, 'PUT', pieceOf(path, from))
      const asked = { source: 'history', rules: {}, mapping, check: false }
      await ask(url, `/import-files/${id}/runs`, 'POST', asked)
      return id
    }
    let sent = false
    let failed: unknown = null
    send().then(
      () => {
        sent = true
      },
      (error: unknown) => {
        failed = error
      },
    )
    return async () => {
      if (failed !== null) throw failed
      if (!sent) return false
      const { files } = ImportFilesAnswer.parse(await ask(url, '/import-files', 'GET'))
      const [file] = files
      if (file?.state === 'imported' && file.result?.accepted !== rowCount)
        throw new Error(`only ${file.result?.accepted} rows were taken: ${file.result?.stopped}`)
      return file?.state === 'imported'
    }
  })

const byCommand = (path: string, map: string): Promise<Side> =>
  measured(({ url }) => {
    const command = spawn(process.execPath, ['dist/cli.cjs', 'import', path, '--map', map, '--feed', url], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return () => {
      if (command.exitCode !== null && command.exitCode !== 0)
        throw new Error(`the command ended with ${command.exitCode}`)
      return command.exitCode === 0
    }
  })

export const run = async (): Promise<BenchResult[]> => {
  const folder = newFolder()
  const path = join(folder, 'history.csv')
  const map = join(folder, 'map.yaml')
  // Made before any clock starts.
  let text = 'Id,Owner,Stage,Amount,Closed\n'
  for (let row = 0; row < rowCount; row += 1) text += `${rowAt(row)}\n`
  writeFileSync(path, text)
  text = ''
  writeFileSync(map, stringify({ source: 'history', ...mapping }))
  try {
    const command = await byCommand(path, map)
    const drop = await byDrop(path)
    const inMegabytes = (bytes: number): string => `${Math.round(bytes / megabyte)} MB`
    const rate = ({ seconds }: Side): string => `${seconds.toFixed(1)} s, ${short(rowCount / seconds)} rows/s`
    const of = (values: readonly number[]): string =>
      `${median(values).toFixed(1)} ms, one in a hundred ${quantile(values, 0.99).toFixed(1)} ms`
    return [
      atMost(
        'from the first byte to the last row ÷ by the command line',
        2,
        drop.seconds / command.seconds,
        `${rate(drop)}; ${rate(command)}; ${short(rowCount)} rows`,
      ),
      atMost(
        'memory of the feed at its highest ÷ by the command line',
        1.25,
        drop.peak / command.peak,
        `${inMegabytes(drop.peak)}, ${inMegabytes(command.peak)}`,
      ),
      atMost(
        'p50 of another program’s fact until it is durable and counted, during the import ÷ without',
        2,
        median(drop.during) / median(drop.before),
        `during ${of(drop.during)}; without ${of(drop.before)}; beside the command ${of(command.during)}`,
      ),
    ]
  } finally {
    removeFolder(folder)
  }
}
