// A small real feed for one wall: serves the built page and speaks the contract over Socket.IO, with views made by
// hand and a clock that the test holds.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Server } from 'socket.io'
import { diffViews } from '../../shared/domain/screens/patch.ts'
import type { CelebratedMessage, CelebrateMessage } from '../../shared/wire/celebrations/view.ts'
import type { Hold } from '../../shared/wire/control.ts'
import {
  type BoardErrorMessage,
  type FeedToTv,
  protocolVersion,
  type StageMessage,
  type TvToFeed,
} from '../../shared/wire/socket.ts'
import type { Theme } from '../../shared/wire/theme.ts'
import type { BoardView } from '../../shared/wire/view.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
  '.jpg': 'image/jpeg',
  '.webm': 'video/webm',
  '.wav': 'audio/wav',
}

/** What boards show, and a file that is no picture. */
const mediaFolder = fileURLToPath(new URL('../../assets/gallery/media', import.meta.url))

/** As strict as the feed's own. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; frame-src 'self'"

interface ShowOptions {
  readonly seconds?: number
  readonly calm?: boolean
  readonly safeArea?: number
  readonly theme?: Theme
  readonly brand?: readonly string[]
  readonly locale?: string
  readonly currency?: string
  /** As if the playlist held boards for others only. */
  readonly withheld?: boolean
  readonly volume?: number
  readonly rotate?: number
  /** Where the code at the foot of each board leads; left out, there is none. */
  readonly code?: string
  /** Boards that are there and on no playlist. */
  readonly besides?: readonly BoardView[]
  /** Somebody holds the wall, for so long from now on. */
  readonly hold?: Omit<Hold, 'since' | 'until'> & { readonly forMs: number }
}

const heldFrom = (now: number, { forMs, ...hold }: NonNullable<ShowOptions['hold']>): Hold => ({
  ...hold,
  since: now,
  until: now + forMs,
})

export interface WallFeed {
  readonly url: string
  /** What of the contract the TV has sent, oldest first. */
  readonly heard: readonly string[]
  /** Tokens that TVs came with. */
  readonly tokens: readonly unknown[]
  /** Puts one board on, or a playlist of several, with so many seconds each. */
  show(boards: readonly BoardView[], options?: ShowOptions): void
  /** Changes a view and sends the patch. `from` is the version the patch claims to start at. */
  change(view: BoardView, options?: { from?: number; lose?: boolean }): void
  fail(board: string, title: string): void
  /** Begins so many ms from now on every wall; returns when that is, epoch ms. */
  celebrate(message: Omit<CelebrateMessage, 'startsAt'>, inMs?: number): number
  celebrateAt(message: Omit<CelebrateMessage, 'startsAt'>, startsAt: number): void
  sendAhead(addresses: readonly string[]): void
  retract(id: string): void
  /** What walls said that they have shown, oldest first. */
  readonly celebrated: readonly CelebratedMessage[]
  /** As if another renderer were served from now on. */
  serveBuild(name: string): void
  /** Hangs up, and is then a feed of that version, with a build of its own. */
  speak(protocol: number): void
  /** How far the feed's clock is from this machine's, ms. */
  setClock(offsetMs: number): void
  /** Hangs up, and refuses to be reached until `answer`. */
  hangUp(): Promise<void>
  /** Hangs up, and then lets nobody in, with these words; null lets everybody in again. */
  refuse(words: string | null): void
  answer(): Promise<void>
  close(): Promise<void>
}

export const openWallFeed = async (pageFolder: string): Promise<WallFeed> => {
  const heard: string[] = []
  const tokens: unknown[] = []
  const celebrated: CelebratedMessage[] = []
  const boards = new Map<string, { version: number; view: BoardView }>()
  const errors = new Map<string, BoardErrorMessage>()
  let build = await readFile(join(pageFolder, 'build.txt'), 'utf8')
  let offsetMs = 0
  let stage: Omit<StageMessage, 'now'> | null = null
  let port = 0
  let refusal: string | null = null
  let protocol: number = protocolVersion
  const now = () => Date.now() + offsetMs

  const openServer = async () => {
    const http = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://wall').pathname).replace(/^\/tv/, '')
      if (path === '/favicon.ico') {
        response.writeHead(204).end()
        return
      }
      const file = path.startsWith('/media/')
        ? join(mediaFolder, path.slice('/media/'.length))
        : join(pageFolder, path === '/' || path === '' ? 'index.html' : path)
      response.setHeader('content-security-policy', policy)
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
      createReadStream(file)
        .on('error', () => response.writeHead(404).end())
        .pipe(response)
    })
    const io = new Server<FeedToTv, TvToFeed>(http, {
      transports: ['websocket'],
      serveClient: false,
    }) as unknown as Server<TvToFeed, FeedToTv>
    io.of('/tv').use((_, next) => (refusal === null ? next() : next(new Error(refusal))))
    io.of('/tv').on('connection', (socket) => {
      heard.push('connection')
      tokens.push(socket.handshake.auth['token'])
      socket.on('sync', (answer) => answer({ now: now() }))
      socket.on('resync', ({ board }) => {
        heard.push(`resync ${board}`)
        const known = boards.get(board)
        if (known) socket.emit('board', known)
      })
      socket.on('celebrated', (message, answer) => {
        celebrated.push(message)
        answer()
      })
      socket.on('health', (health) => heard.push(`health ${health.scene}`))
      socket.emit('hello', { protocol, build })
      if (protocol !== protocolVersion) return
      if (stage) socket.emit('stage', { ...stage, now: now() })
      for (const board of boards.values()) socket.emit('board', board)
      for (const error of errors.values()) socket.emit('board-error', error)
    })
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
    port = (http.address() as AddressInfo).port
    return io
  }

  let server: Awaited<ReturnType<typeof openServer>> | null = await openServer()
  const send = () => server?.of('/tv')

  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    tokens,
    celebrated,
    celebrate: (message, inMs = 150) => {
      const startsAt = now() + inMs
      send()?.emit('celebrate', { ...message, startsAt })
      return startsAt
    },
    celebrateAt: (message, startsAt) => void send()?.emit('celebrate', { ...message, startsAt }),
    sendAhead: (addresses) => void send()?.emit('media-ahead', { addresses: [...addresses] }),
    retract: (id) => void send()?.emit('retract', { id }),
    show: (shown, options = {}) => {
      const { seconds = 3600, calm = false, safeArea = 0.05 } = options
      const { theme = 'night', brand = [], locale = 'en-US', currency = 'USD' } = options
      stage = {
        protocol: protocolVersion,
        build,
        screen: {
          id: 'wall',
          name: 'Wall',
          timeZone: 'America/New_York',
          calm,
          safeArea,
          rotate: options.rotate ?? 0,
          volume: options.volume ?? 0,
          theme,
          brand: [...brand],
        },
        floor: { name: 'Northwind', locale, currency },
        playlists: { day: shown.map((view) => ({ board: view.id, seconds })) },
        ...(options.withheld && { withheld: ['day'] }),
        turns: [{ from: 0, playlist: 'day' }],
        ...(options.code !== undefined && {
          codes: Object.fromEntries(shown.map(({ id }) => [id, options.code ?? ''])),
        }),
        ...(options.hold && { hold: heldFrom(now(), options.hold) }),
      }
      boards.clear()
      errors.clear()
      for (const view of [...shown, ...(options.besides ?? [])]) boards.set(view.id, { version: 1, view })
      send()?.emit('stage', { ...stage, now: now() })
      for (const board of boards.values()) send()?.emit('board', board)
    },
    change: (view, { from, lose = false } = {}) => {
      const before = boards.get(view.id)
      if (!before) throw new Error(`${view.id} is not on`)
      const version = before.version + 1
      boards.set(view.id, { version, view })
      if (lose) return
      const ops = diffViews(before.view, view)
      send()?.emit('patch', { board: view.id, from: from ?? before.version, to: version, ops })
    },
    fail: (board, title) => {
      boards.delete(board)
      const error = { board, title, error: 'a metric it needs is gone' }
      errors.set(board, error)
      send()?.emit('board-error', error)
    },
    serveBuild: (name) => {
      build = name
    },
    speak: (version) => {
      protocol = version
      build = `of version ${version}`
      send()?.disconnectSockets()
    },
    setClock: (next) => {
      offsetMs = next
    },
    refuse: (words) => {
      refusal = words
      if (words !== null) send()?.disconnectSockets()
    },
    hangUp: async () => {
      await server?.close()
      server = null
    },
    answer: async () => {
      server = await openServer()
    },
    close: async () => {
      await server?.close()
    },
  }
}
