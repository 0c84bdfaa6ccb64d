// The socket to the walls: a stage and whole boards on arrival, then patches. A board is encoded once and sent to
// every TV that shows it.
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { Decoder } from 'socket.io-parser'
import { boardsOf, refuseScreen } from '../../../shared/domain/screens/screen-stage.ts'
import {
  type FeedToTv,
  HealthMessage,
  ResyncMessage,
  TvAuth,
  type TvToFeed,
} from '../../../shared/wire/socket.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { BoardEncoder } from './board-encoder.ts'

export interface TvSocketParts {
  readonly server: HttpServer
  readonly floor: LiveFloor
  readonly clock: Clock
  /** Names the renderer that the feed serves. */
  readonly build: string
  mayRead(token: string | null): boolean
  /** Against pages of other sites: whether this request's Host and Origin may open a socket. */
  mayConnect(request: IncomingMessage): boolean
}

export interface TvSocket {
  connected(): number
  /** What each TV last said of itself. */
  health(): readonly HealthMessage[]
  close(): Promise<void>
}

interface TvState {
  token: string | null
  screen: string | null
  boards: readonly string[]
  health: HealthMessage | null
}

type TvConnection = Socket<TvToFeed, FeedToTv, Record<string, never>, TvState>

/**
 * A TV that is gone, or so stuck that it no longer takes what it is sent, is cut off within the two together: little
 * can pile up for it by then, and all of it is shared with the others.
 */
const pingIntervalMs = 10_000
const pingTimeoutMs = 5_000

/** How soon a revoked token is noticed on TVs that are connected. */
const sweepMs = 2_000

const roomOf = (board: string): string => `board ${board}`

export const attachTvSocket = ({
  server,
  floor,
  clock,
  build,
  mayRead,
  mayConnect,
}: TvSocketParts): TvSocket => {
  const io = new Server<TvToFeed, FeedToTv, Record<string, never>, TvState>(server, {
    transports: ['websocket'],
    serveClient: false,
    httpCompression: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 64 * 1024,
    connectTimeout: 10_000,
    pingInterval: pingIntervalMs,
    pingTimeout: pingTimeoutMs,
    parser: { Encoder: BoardEncoder, Decoder },
    allowRequest: (request, answer) => answer(null, mayConnect(request)),
  })
  const tvs = io.of('/tv')

  tvs.use((socket, next) => {
    const auth = TvAuth.safeParse(socket.handshake.auth)
    const token = auth.data?.token ?? null
    if (!auth.success || !mayRead(token)) {
      next(new Error('unauthorized'))
      return
    }
    // An address that ends in `?screen=` names none.
    const screen = auth.data.screen || null
    const refusal = refuseScreen(floor.current().file, screen)
    if (refusal !== null) {
      next(new Error(refusal))
      return
    }
    socket.data = { token, screen, boards: [], health: null }
    next()
  })

  const sendBoard = (socket: TvConnection, board: string): void => {
    const current = floor.desk.current(board)
    if (!current) return
    if ('view' in current) socket.emit('board', current)
    else socket.emit('board-error', current)
  }

  const leaveBoards = (socket: TvConnection): void => {
    for (const board of socket.data.boards) {
      floor.desk.unwatch(board)
      void socket.leave(roomOf(board))
    }
    socket.data.boards = []
  }

  const sendStage = (socket: TvConnection): void => {
    const stage = floor.stage(socket.data.screen, build)
    const boards = boardsOf(stage)
    const known = new Set(socket.data.boards)
    // Watched before the others are let go, so that a board which stays is not computed anew.
    for (const board of boards) floor.desk.watch(board)
    leaveBoards(socket)
    socket.data.boards = boards
    socket.emit('stage', stage)
    for (const board of boards) {
      // Joined in the same turn, so that no patch comes between.
      if (!known.has(board)) sendBoard(socket, board)
      void socket.join(roomOf(board))
    }
  }

  tvs.on('connection', (socket) => {
    // The handshake request is of no more use, and holds memory per TV. Set, not deleted: an object that lost a
    // property is slow for ever after.
    Object.assign(socket.conn, { request: null })
    sendStage(socket)
    socket.on('sync', (answer) => {
      if (typeof answer === 'function') answer({ now: clock.now() })
    })
    socket.on('resync', (message) => {
      const wanted = ResyncMessage.safeParse(message)
      if (wanted.success && socket.data.boards.includes(wanted.data.board))
        sendBoard(socket, wanted.data.board)
    })
    socket.on('health', (message) => {
      const health = HealthMessage.safeParse(message)
      if (health.success) socket.data.health = health.data
    })
    socket.on('disconnect', () => leaveBoards(socket))
  })

  floor.desk.listen({
    patch: (message) => tvs.to(roomOf(message.board)).emit('patch', message),
    board: (message) => tvs.to(roomOf(message.view.id)).emit('board', message),
    error: (message) => tvs.to(roomOf(message.board)).emit('board-error', message),
  })
  floor.onStageChange(() => {
    const { file } = floor.current()
    for (const socket of tvs.sockets.values()) {
      // A TV whose screen is gone comes back by itself, and is then told why it cannot have it.
      if (refuseScreen(file, socket.data.screen) === null) sendStage(socket)
      else socket.disconnect(true)
    }
  })

  const sweep = setInterval(() => {
    for (const socket of tvs.sockets.values()) {
      if (!mayRead(socket.data.token)) socket.disconnect(true)
    }
  }, sweepMs)
  sweep.unref()

  return {
    connected: () => tvs.sockets.size,
    health: () => [...tvs.sockets.values()].flatMap((socket) => socket.data.health ?? []),
    close: async () => {
      clearInterval(sweep)
      await io.close()
    },
  }
}
