// The real feed; when told to, it sends a bare message down the very sockets on which it sends boards. With an address it has
// HubSpot there as a source, which is read once it has a key: at HubSpot's pace, or `unthrottled`.
import { subscribe } from 'node:diagnostics_channel'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { Server } from 'socket.io'
import { stringify } from 'yaml'
import { hubspot } from '../main/feed/connectors/hubspot/hubspot.ts'
import { startFeed } from '../main/feed/feed.ts'
import { floorOfFifty } from './floor-of-fifty.ts'

/** `bare`: send this text to every TV now. `received`: when did the last request with facts come in? `heap`: how much it holds, bytes. */
export type PixelQuestion =
  | { readonly kind: 'bare'; readonly text: string }
  | { readonly kind: 'received' }
  | { readonly kind: 'heap' }

const [hubspotApi, pace] = process.argv.slice(2)
if (pace === 'unthrottled') Object.assign(hubspot, { spacingMs: { usual: 0, search: 0 } })

/** Everybody has a goal, so that a row shows all that it can. */
const floor = {
  ...floorOfFifty,
  goals: floorOfFifty.people.map(({ id }) => ({
    metric: 'won-closedat-money',
    window: 'year',
    rep: id,
    value: 500_000,
  })),
  boards: [
    ...floorOfFifty.boards,
    {
      id: 'quarter',
      kind: 'leaderboard',
      title: 'This quarter',
      metric: 'won-closedat-money',
      window: 'quarter',
    },
    {
      id: 'team',
      kind: 'leaderboard',
      title: 'Won by team 0',
      metric: 'won-closedat-money',
      window: 'year',
      scope: { team: 'team-0' },
    },
  ],
  playlists: [
    { id: 'day', name: 'Day', items: [{ board: 'wall', seconds: 3600 }] },
    { id: 'team', name: 'Team', items: [{ board: 'team', seconds: 3600 }] },
    { id: 'both', name: 'Both', items: ['wall', 'quarter'].map((board) => ({ board, seconds: 3600 })) },
  ],
  screens: [
    { id: 'wall', name: 'Wall', playlist: 'day' },
    { id: 'team', name: 'One team', playlist: 'team' },
    { id: 'remote', name: 'With a remote', playlist: 'both' },
  ],
  ...(hubspotApi !== undefined && {
    sources: [{ id: 'crm', name: 'CRM', vendor: 'hubspot', source: 'hubspot', reads: ['deals'] }],
  }),
}

const folder = mkdtempSync(join(tmpdir(), 'floorboard-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

// The feed does not give away its sockets, so the benchmark intercepts the TVs' namespace as it is opened.
let emitToTvs: (text: string) => void = () => {
  throw new Error('the feed has no TVs yet')
}
const of = Server.prototype.of
Server.prototype.of = function (this: Server, name, ...more) {
  const namespace = of.call(this, name, ...more)
  if (name === '/tv') emitToTvs = (text) => void namespace.emit('bare', text)
  return namespace
}

const now = (): number => performance.timeOrigin + performance.now()

let receivedAt = 0
subscribe('http.server.request.start', (message) => {
  // What Node sends on this channel.
  const { request } = message as { readonly request: IncomingMessage }
  if (request.url?.startsWith('/api/v1/facts')) receivedAt = now()
})

/** The wall turns pages by the clock, five in the playlist's hour: by starting on the hour, none turns during the run. */
const sinceHour = Date.now() % 3_600_000

const feed = await startFeed({
  dataDir: folder,
  host: '127.0.0.1',
  port: 0,
  clock: { now: () => Date.now() - sinceHour },
  logger: pino({ level: 'silent' }),
  rendererDir: resolve('dist/renderer'),
  fileThreadCode: readFileSync('dist/file-thread.worker.cjs', 'utf8'),
  version: 'bench',
  firstFloorText: stringify(floor),
  ...(hubspotApi !== undefined && { hubspotApi, allowLocalWebhooks: true }),
})

/** What it holds once everything unreachable is gone, bytes. */
const heapNow = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

/** Answers with an instant, epoch ms, unless it is asked for its heap. */
process.on('message', (question: PixelQuestion) => {
  if (question.kind === 'heap') {
    process.send?.(heapNow())
    return
  }
  const at = question.kind === 'received' ? receivedAt : now()
  if (question.kind === 'bare') emitToTvs(question.text)
  process.send?.(at)
})
process.on('SIGTERM', () => process.exit(0))
process.send?.(feed.url)
