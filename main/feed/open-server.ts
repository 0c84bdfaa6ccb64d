// What people, programs and TVs come in by: the API and the sockets on one server, which does not listen yet.
import type { IncomingMessage, Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { askedHost, comesByProxy } from './access/asked-host.ts'
import { createIsOwnPage, isLoopbackAddress, kioskOrigin } from './access/loopback.ts'
import type { ApiParts } from './api/api-parts.ts'
import { createApi } from './api/create-api.ts'
import { createBoardCodes } from './socket/board-codes.ts'
import { type ConsoleNamespaceParts, openConsoleNamespace } from './socket/console-namespace.ts'
import { createSocketServer } from './socket/socket-server.ts'
import { openTvNamespace, type TvNamespaceParts } from './socket/tv-namespace.ts'

export type ServerParts = ApiParts &
  Omit<TvNamespaceParts, 'io' | 'codesOf'> &
  Omit<ConsoleNamespaceParts, 'io'> & {
    /** How people reach the feed, as far as it knows; without a slash at the end. */
    readonly origin: () => string
  }

export interface OpenServer {
  readonly api: FastifyInstance
  readonly server: Server
  /** TVs on the socket. */
  tvs(): number
  /** Stops taking requests, lets those in hand finish. */
  close(): Promise<void>
}

/** What requests in hand may still take once it is told to close. */
const graceMs = 2000

export const openServer = async (parts: ServerParts, logger: Logger): Promise<OpenServer> => {
  const { floor, boardLinks, origin, clock, transport, isOwnName, listenHost, publicOrigin } = parts
  const isOwnPage = createIsOwnPage(publicOrigin)
  // What comes by a proxy comes from anywhere.
  const loopback = isLoopbackAddress(listenHost) && transport.proxy === null
  const api = await createApi(parts, logger)
  const io = createSocketServer({
    server: api.server,
    mayConnect: (request: IncomingMessage) => {
      const asked = askedHost(request, transport.proxy)
      const { origin: page } = request.headers
      const isPassedOn = loopback && comesByProxy(request.headers)
      return !isPassedOn && isOwnName(asked) && (isOwnPage(page, asked) || page === kioskOrigin)
    },
  })
  const codesOf = createBoardCodes({ floor, links: boardLinks, origin, clock })
  const tvs = openTvNamespace({ ...parts, io, codesOf })
  const consoles = openConsoleNamespace({ ...parts, io })
  await api.ready()
  return {
    api,
    server: api.server,
    tvs: tvs.connected,
    close: async () => {
      const impatience = setTimeout(() => api.server.closeAllConnections(), graceMs)
      tvs.close()
      consoles.close()
      await io.close()
      await api.close()
      clearTimeout(impatience)
    },
  }
}
