// The one Socket.IO server of a feed, whatever namespaces it serves.
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import { Decoder } from 'socket.io-parser'
import { BoardEncoder } from './board-encoder.ts'

interface SocketServerParts {
  readonly server: HttpServer
  /** Against pages of other sites: whether this request's Host and Origin may open a socket. */
  mayConnect(request: IncomingMessage): boolean
}

/** Whoever is gone, or so stuck that they answer nothing, is cut off within the two together. */
export const heartbeat = { pingInterval: 9_000, pingTimeout: 5_000 } as const

export const createSocketServer = ({ server, mayConnect }: SocketServerParts): Server => {
  const io = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    httpCompression: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 64 * 1024,
    connectTimeout: 10_000,
    ...heartbeat,
    parser: { Encoder: BoardEncoder, Decoder },
    allowRequest: (request, answer) => answer(null, mayConnect(request)),
  })
  // Socket.IO has this namespace always. Nothing is served on it, and whoever asks for it is not kept.
  io.use((socket, next) => {
    next(new Error('nothing is served here'))
    // Once they have been told so. Whoever does not answer the close of a WebSocket would be waited for.
    setImmediate(() => {
      socket.conn.close()
      socket.request.socket.destroySoon()
    })
  })
  return io
}
