// The real feed, and beside it, in the same process, a bare Socket.IO server that sends a message when told to.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { Server } from 'socket.io'
import { stringify } from 'yaml'
import { startFeed } from '../main/feed/feed.ts'
import { floorOfFifty } from './floor-of-fifty.ts'

export interface PixelServer {
  readonly feedUrl: string
  readonly barePort: number
}

/** Everybody has a goal, so that a row shows all that it can. */
const floor = {
  ...floorOfFifty,
  goals: floorOfFifty.people.map(({ id }) => ({
    metric: 'won-closedat-money',
    window: 'year',
    rep: id,
    value: 500_000,
  })),
  playlists: [{ id: 'day', name: 'Day', items: [{ board: 'wall', seconds: 3600 }] }],
  screens: [{ id: 'wall', name: 'Wall', playlist: 'day' }],
}

const folder = mkdtempSync(join(tmpdir(), 'floorboard-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const bare = createServer()
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
const tvs = new Server(bare, { transports: ['websocket'], serveClient: false }).of('/tv')

const feed = await startFeed({
  dataDir: folder,
  host: '127.0.0.1',
  port: 0,
  clock: { now: Date.now },
  logger: pino({ level: 'silent' }),
  rendererDir: resolve('dist/renderer'),
  version: 'bench',
  firstFloorText: stringify(floor),
})

/** Answers with the instant at which the message went out, epoch ms. */
process.on('message', (label: string) => {
  const at = performance.timeOrigin + performance.now()
  tvs.emit('bare', label)
  process.send?.(at)
})
process.on('SIGTERM', () => process.exit(0))
process.send?.({
  feedUrl: feed.url,
  barePort: (bare.address() as AddressInfo).port,
} satisfies PixelServer)
