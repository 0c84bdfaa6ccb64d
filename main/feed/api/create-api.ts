// The feed over HTTP: what every request passes, then the routes.
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { apiAccess, pageAccess } from '../access/route-access.ts'
import { registerRoutes } from './all-routes.ts'
import { answerErrors, sendError, toApiError } from './answer-errors.ts'
import { createHeadAnswers } from './answer-heads.ts'
import { answerOnceKept } from './answer-once-kept.ts'
import { createAnswerWatch, watchAnswers } from './answer-watch.ts'
import type { ApiParts } from './api-parts.ts'
import { createBodyWatch, watchBodies } from './body-watch.ts'
import { documentRoutes } from './document-routes.ts'
import { guardAgainstPages } from './guard-against-pages.ts'
import { guardRoutes } from './guard-routes.ts'
import { answerKioskPage } from './kiosk-page.ts'

/** An id has up to 300 characters, each of which may take twelve in an address: four bytes, percent-encoded. */
const maxParamLength = 4000

/** A client's headers come in one piece, or it is none. */
const headersWithinMs = 10_000

const http = { headersTimeout: headersWithinMs, connectionsCheckingInterval: headersWithinMs / 2 }

/** Answers to programs; the pages for people carry more. */
const answerHeaders = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }

export const createApi = async (parts: ApiParts, logger: FastifyBaseLogger): Promise<FastifyInstance> => {
  const isProxy = parts.transport.proxy
  const heads = createHeadAnswers()
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength },
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    rewriteUrl: heads.toGet,
    ...(isProxy !== null && { trustProxy: (address: string) => isProxy(address) }),
    serverFactory: (listener) => parts.transport.createServer(http, listener),
    // These are raised before a route is found, and so never reach the error handler.
    frameworkErrors: (error, _request, reply) => void sendError(reply, toApiError(error)),
  })
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => JSON.stringify)
  heads.answer(app)
  answerErrors(app)
  watchBodies(app, createBodyWatch())
  watchAnswers(app, createAnswerWatch())
  answerKioskPage(app)
  guardAgainstPages(app, parts)
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(answerHeaders)
    done()
  })
  if (parts.kept?.isCopy === true) answerOnceKept(app, parts.kept)
  guardRoutes(app, parts.identity, parts.rendererDir === null ? apiAccess : { ...apiAccess, ...pageAccess })
  await registerRoutes(app, parts)
  await app.register(documentRoutes(parts))
  await app.ready()
  return app
}
