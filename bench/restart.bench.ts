// From starting the process to `/healthz`: a feed with a million facts against an empty one.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { stringify } from 'yaml'
import { startFeed } from '../main/feed/feed.ts'
import { factAt, floorOfFifty } from './floor-of-fifty.ts'
import { atMost, type BenchResult, median } from './result.ts'

export const name = 'Restart with a million facts'

const facts = 1_000_000
const rounds = 5

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const fill = async (dataDir: string): Promise<void> => {
  const feed = await startFeed({
    dataDir,
    host: '127.0.0.1',
    port: 0,
    clock: { now: Date.now },
    logger: pino({ level: 'silent' }),
    rendererDir: null,
    version: 'bench',
    firstFloorText: stringify(floorOfFifty),
  })
  const slice = 20_000
  for (let from = 0; from < facts; from += slice) {
    const lines = Array.from({ length: slice }, (_, i) => JSON.stringify(factAt(from + i, facts)))
    await fetch(`${feed.url}/api/v1/facts`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    })
  }
  await feed.close()
}

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })

/** Milliseconds until ready. It ends by kill -9: a restart is seldom announced. */
const start = async (dataDir: string): Promise<number> => {
  const port = await freePort()
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    ['dist/cli.cjs', 'serve', '--data', dataDir, '--port', String(port)],
    { stdio: 'ignore' },
  )
  while (!(await isReady(`http://127.0.0.1:${port}/healthz`))) {
    if (child.exitCode !== null) throw new Error(`the feed ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const took = performance.now() - startedAt
  await end(child, 'SIGKILL')
  return took
}

export const run = async (): Promise<BenchResult[]> => {
  const root = mkdtempSync(join(tmpdir(), 'floorboard-bench-'))
  const [full, empty] = [join(root, 'full'), join(root, 'empty')]
  try {
    await fill(full)
    await start(empty)
    const times: { full: number; empty: number }[] = []
    for (let round = 0; round < rounds; round++)
      times.push({ full: await start(full), empty: await start(empty) })
    const ratio = median(times.map((time) => Math.max(0, time.full - 1000) / time.empty))
    const figures = `${median(times.map((time) => time.full)).toFixed(0)} ms against ${median(times.map((time) => time.empty)).toFixed(0)} ms empty`
    return [atMost('start with 10⁶ facts, less a second, ÷ start empty', 1.3, ratio, figures)]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
