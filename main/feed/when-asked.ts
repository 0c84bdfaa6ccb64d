// A server of which nothing is built before somebody asks, and of which nothing stays once nobody does: of a thousand floors
// that a node runs, few are looked at in an hour, and routes take more memory than a small floor's numbers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock } from './clock.ts'

interface Built {
  /** Takes what is emitted on it; it does not listen. */
  readonly server: Server
  close(): Promise<void>
}

/** What it takes to close it while nobody uses it. */
export interface RestingServer {
  /** Epoch ms of its last use; null while nothing is built, or a request or a socket is open. */
  idleSince(): number | null
  /** Closes what is built, unless it is in use. Whoever asks from then on waits until it is built again. */
  rest(): Promise<void>
}

export interface WhenAsked<T extends Built> extends RestingServer {
  /** Does not listen either. */
  readonly server: Server
  /** Null while nobody asks. */
  built(): T | null
  /** For good: whoever asks then is told to come again, elsewhere. */
  close(): Promise<void>
}

const answerGone = (response: ServerResponse): void =>
  void response.writeHead(503, { 'retry-after': '1' }).end()

interface WhenAskedParts<T extends Built> {
  /** Called again after a rest, and where it rejected. */
  readonly build: () => Promise<T>
  /** It could not be built, and who asked is cut off; or it did not close well. */
  readonly onError: (error: unknown) => void
  readonly clock: Pick<Clock, 'now'>
}

export const createWhenAsked = <T extends Built>(parts: WhenAskedParts<T>): WhenAsked<T> => {
  const { build, onError, clock } = parts
  let built: T | null = null
  let building: Promise<T> | null = null
  let closing: Promise<void> = Promise.resolve()
  let isOver = false
  let usedAt = clock.now()
  /** Requests and sockets that are open, each with the connection by which it came. */
  const open = new Map<ServerResponse | Duplex, Duplex>()

  const use = (by: ServerResponse | Duplex, connection: Duplex): void => {
    open.set(by, connection)
    by.once('close', () => {
      open.delete(by)
      usedAt = clock.now()
    })
  }
  const isInUse = (): boolean => {
    // Of an answer that waits behind another one on a connection, Node does not say that the connection ended.
    for (const [by, connection] of open) if (connection.destroyed) open.delete(by)
    return open.size > 0
  }

  const get = (): Promise<T> => {
    building ??= closing.then(build).then(
      (done) => {
        built = done
        return done
      },
      (error) => {
        building = null
        throw error
      },
    )
    return building
  }
  /** Hands over what came once there is somebody to take it; at once where there is, in the same turn. */
  const pass = (to: (server: Server) => void, drop: () => void): void => {
    if (isOver) drop()
    else if (built !== null) to(built.server)
    else
      get().then(
        (done) => to(done.server),
        (error) => {
          onError(error)
          drop()
        },
      )
  }

  const server = createServer()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    use(response, request.socket)
    pass(
      (to) => to.emit('request', request, response),
      () => (isOver ? answerGone(response) : response.destroy()),
    )
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    use(socket, socket)
    // Until somebody takes it, nobody else hears that its other end is gone.
    const drop = (): void => void socket.destroy()
    socket.on('error', drop)
    pass((to) => {
      socket.off('error', drop)
      to.emit('upgrade', request, socket, head)
    }, drop)
  })

  const closeBuilt = (): Promise<void> => {
    const last = built
    built = null
    building = null
    if (last !== null) closing = closing.then(last.close).catch(onError)
    return closing
  }
  return {
    server,
    built: () => built,
    idleSince: () => (built === null || isInUse() ? null : usedAt),
    rest: async () => {
      if (built !== null && !isInUse()) await closeBuilt()
    },
    close: async () => {
      isOver = true
      // Who asked before is still handed over.
      await building?.catch(() => undefined)
      await closeBuilt()
    },
  }
}
