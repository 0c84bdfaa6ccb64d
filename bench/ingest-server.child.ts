// One side of the ingest benchmark: the feed, or the same HTTP server acknowledging without doing anything.
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { pino } from 'pino'
import { stringify } from 'yaml'
import { startFeed } from '../main/feed/feed.ts'
import { usedSoFar } from './child.ts'
import { floorOfFifty } from './floor-of-fifty.ts'

const startBare = async (): Promise<number> => {
  const server = Fastify({ logger: false })
  server.post('/api/v1/facts', async () => ({ accepted: 1, unchanged: 0, rejected: [], seq: 1 }))
  await server.listen({ host: '127.0.0.1', port: 0 })
  return (server.server.address() as AddressInfo).port
}

const startFull = async (): Promise<number> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'floorboard-bench-'))
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
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
  return Number(new URL(feed.url).port)
}

const port = process.argv[2] === 'bare' ? await startBare() : await startFull()
process.on('message', () => process.send?.(usedSoFar()))
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port })
