// A server of which nothing is built before somebody asks: of a thousand floors that a node runs, few are looked at in an hour,
// and routes take more memory than a small floor's numbers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

interface Built {
  /** Takes what is emitted on it; it does not listen. */
  readonly server: Server
  close(): Promise<void>
}

export interface WhenAsked<T extends Built> {
  /** Does not listen either. */
  readonly server: Server
  /** Null before the first request. */
  built(): T | null
  /** Closes what was built, also what is being built. Whoever still comes is told that nothing is served here any more. */
  close(): Promise<void>
}

const closed = (response: ServerResponse): void => {
  response.writeHead(503, { 'retry-after': '1' }).end()
}

/** `build` is called once. Where it rejects, who asks is not answered, and nobody is any more. */
export const createWhenAsked = <T extends Built>(
  build: () => Promise<T>,
  onError: (error: unknown) => void,
): WhenAsked<T> => {
  let built: T | null = null
  let building: Promise<T> | null = null
  let isClosed = false
  const get = (): Promise<T> => {
    building ??= build().then((done) => {
      built = done
      return done
    })
    return building
  }
  const server = createServer()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = (by: Server): void => {
      if (isClosed) closed(response)
      else by.emit('request', request, response)
    }
    // In the same turn, where nothing has to be waited for.
    if (built !== null) return answer(built.server)
    if (isClosed) return closed(response)
    get().then(
      (done) => answer(done.server),
      (error) => {
        onError(error)
        response.destroy()
      },
    )
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node listens for errors of an upgraded connection no more.
    const drop = (): void => void socket.destroy()
    socket.on('error', drop)
    if (isClosed) return drop()
    get().then(
      (done) => {
        if (isClosed) return drop()
        done.server.emit('upgrade', request, socket, head)
      },
      (error) => {
        onError(error)
        drop()
      },
    )
  })
  return {
    server,
    built: () => built,
    close: async () => {
      isClosed = true
      // Who asked for it was told what kept it from being built.
      const done = await building?.catch(() => null)
      await done?.close()
    },
  }
}
