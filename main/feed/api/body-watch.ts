// Cuts off whoever sends a body drop by drop: each of them holds a connection and memory for as long as they like. A
// sender whom the feed itself keeps waiting is not slow.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'

interface Watched {
  readonly body: Pick<IncomingMessage, 'readableLength' | 'complete'>
  /** Of all that came over its connection. */
  readonly bytesRead: () => number
  readonly cutOff: () => void
}

export interface BodyWatch {
  /** Null when too many bodies are being sent already. Call what it returns once the body is through. */
  open(watched: Watched): (() => void) | null
  /** Looks at all of them; call it every `lookEveryMs`. */
  look(): void
}

export const lookEveryMs = 5000
/** In one interval: slower than any telephone line. */
const fewBytes = 1000
/** So many intervals in a row. */
const patience = 3
/** Each may hold a megabyte while it is read. */
const maxBodies = 500

interface Progress {
  bytes: number
  slow: number
}

export const createBodyWatch = (): BodyWatch => {
  const bodies = new Map<Watched, Progress>()
  return {
    open: (watched) => {
      if (bodies.size >= maxBodies) return null
      bodies.set(watched, { bytes: watched.bytesRead(), slow: 0 })
      return () => void bodies.delete(watched)
    },
    look: () => {
      for (const [watched, progress] of bodies) {
        const bytes = watched.bytesRead()
        const isWaiting = !watched.body.complete && watched.body.readableLength === 0
        progress.slow = isWaiting && bytes - progress.bytes < fewBytes ? progress.slow + 1 : 0
        progress.bytes = bytes
        if (progress.slow < patience) continue
        bodies.delete(watched)
        watched.cutOff()
      }
    },
  }
}

const answer = JSON.stringify({
  code: 'too-slow',
  message: `The rest of the body did not come; send at least ${fewBytes} bytes in ${lookEveryMs / 1000} seconds.`,
})

/** Past Fastify: whoever handles the request still waits for its body. */
const refuseSlow = (response: ServerResponse): void => {
  const { socket } = response
  if (socket === null) return
  if (!response.headersSent)
    socket.write(
      `HTTP/1.1 408 Request Timeout\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(answer)}\r\nconnection: close\r\n\r\n${answer}`,
    )
  socket.destroySoon()
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Before the routes, of which it watches all: a body may also be sent to one that takes none. */
export const watchBodies = (app: FastifyInstance, watch: BodyWatch): void => {
  app.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    if (!hasBody(request)) {
      done()
      return
    }
    const { raw } = request
    const close = watch.open({
      body: raw,
      bytesRead: () => raw.socket.bytesRead,
      cutOff: () => refuseSlow(reply.raw),
    })
    if (close === null) {
      done(new ApiError('too-busy', 'Too many bodies are being sent at once; try again shortly.'))
      return
    }
    raw.once('close', close)
    done()
  })
  const looking = setInterval(watch.look, lookEveryMs)
  looking.unref()
  app.addHook('onClose', (_app, done) => {
    clearInterval(looking)
    done()
  })
}
