// A server of which nothing is built before somebody asks: of a thousand floors that a node runs, few are looked at in an hour,
// and routes take more memory than a small floor's numbers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

interface Built {
  /** Takes what is emitted on it; it does not listen. */
  readonly server: Server
}

export interface WhenAsked<T extends Built> {
  /** Does not listen either. */
  readonly server: Server
  /** Null before the first request. */
  built(): T | null
}

/** `build` is called once. Where it rejects, who asks is not answered, and nobody is any more. */
export const createWhenAsked = <T extends Built>(
  build: () => Promise<T>,
  onError: (error: unknown) => void,
): WhenAsked<T> => {
  let built: T | null = null
  let building: Promise<T> | null = null
  const get = (): Promise<T> => {
    building ??= build().then((done) => {
      built = done
      return done
    })
    return building
  }
  const server = createServer()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (built !== null) {
      built.server.emit('request', request, response)
      return
    }
    get().then(
      (done) => done.server.emit('request', request, response),
      (error) => {
        onError(error)
        response.destroy()
      },
    )
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Until somebody takes it, nobody else hears that its other end is gone.
    const drop = (): void => void socket.destroy()
    socket.on('error', drop)
    get().then(
      (done) => {
        socket.off('error', drop)
        done.server.emit('upgrade', request, socket, head)
      },
      (error) => {
        onError(error)
        drop()
      },
    )
  })
  return { server, built: () => built }
}
