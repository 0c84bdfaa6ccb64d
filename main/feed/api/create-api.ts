// The feed over HTTP: what every request passes, then the routes.
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { apiAccess, pageAccess } from '../access/route-access.ts'
import { accountRoutes } from './account-routes.ts'
import { adviceRoutes } from './advice-routes.ts'
import { answerErrors, sendError, toApiError } from './answer-errors.ts'
import { answerOnceKept } from './answer-once-kept.ts'
import { createAnswerWatch, watchAnswers } from './answer-watch.ts'
import type { ApiParts } from './api-parts.ts'
import { awardRoutes } from './award-routes.ts'
import { beginRoutes } from './begin-routes.ts'
import { boardPreviewRoutes } from './board-preview-routes.ts'
import { createBodyWatch, watchBodies } from './body-watch.ts'
import { celebrationRoutes } from './celebration-routes.ts'
import { coachingRoutes } from './coaching-routes.ts'
import { congratulateRoutes } from './congratulate-routes.ts'
import { connectionRoutes } from './connection-routes.ts'
import { contestRoutes } from './contest-routes.ts'
import { controlRoutes } from './control-routes.ts'
import { definitionRoutes } from './definition-routes.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { doubtRoutes } from './doubt-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { createEditing } from './editing.ts'
import { exceptionRoutes } from './exception-routes.ts'
import { explainRoutes } from './explain-routes.ts'
import { factsRoutes } from './facts-routes.ts'
import { floorEditRoutes } from './floor-edit-routes.ts'
import { floorRoutes } from './floor-routes.ts'
import { forecastRoutes } from './forecast-routes.ts'
import { guardAgainstPages } from './guard-against-pages.ts'
import { guardRoutes } from './guard-routes.ts'
import { handRoutes } from './hand-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { howRoutes } from './how-routes.ts'
import { importFileRoutes, importPieceRoutes } from './import-file-routes.ts'
import { importRoutes } from './import-routes.ts'
import { inboundRoutes, inboundSetUpRoutes } from './inbound-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { answerKioskPage } from './kiosk-page.ts'
import { mailStopRoutes } from './mail-stop-routes.ts'
import { mediaRoutes } from './media-routes.ts'
import { meetingEntryRoutes } from './meeting-entry-routes.ts'
import { meetingRoutes } from './meeting-routes.ts'
import { mendingRoutes } from './mending-routes.ts'
import { numberRoutes } from './number-routes.ts'
import { oidcRoutes } from './oidc-routes.ts'
import { pairingRoutes } from './pairing-routes.ts'
import { playRoutes } from './play-routes.ts'
import { reachRoutes } from './reach-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { documentedSchema } from './route-schema.ts'
import { screenRoutes } from './screen-routes.ts'
import { screenshotRoutes } from './screenshot-routes.ts'
import { seasonRoutes } from './season-routes.ts'
import { servicePinRoutes } from './service-pin-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { sourceRoutes } from './source-routes.ts'
import { spiffRoutes } from './spiff-routes.ts'
import { staticRoutes } from './static-routes.ts'
import { tableRoutes } from './table-routes.ts'
import { talkRoutes } from './talk-routes.ts'
import { thanksRoutes } from './thanks-routes.ts'
import { tokenRoutes } from './token-routes.ts'
import { updateRoutes } from './update-routes.ts'

/** An id has up to 300 characters, each of which may take twelve in an address: four bytes, percent-encoded. */
const maxParamLength = 4000

/** A client's headers come in one piece, or it is none. */
const headersWithinMs = 10_000

const http = { headersTimeout: headersWithinMs, connectionsCheckingInterval: headersWithinMs / 2 }

/** Answers to programs; the pages for people carry more. */
const answerHeaders = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }

type Routes = (app: FastifyInstance) => Promise<void>

/** As one plugin: to set every room’s routes apart from all others takes as long as half of a feed’s start. */
const together =
  (...all: readonly Routes[]): Routes =>
  async (app) => {
    for (const routes of all) await routes(app)
  }

export const createApi = async (parts: ApiParts, logger: FastifyBaseLogger): Promise<FastifyInstance> => {
  const isProxy = parts.transport.proxy
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength },
    forceCloseConnections: 'idle',
    ...(isProxy !== null && { trustProxy: (address: string) => isProxy(address) }),
    serverFactory: (listener) => parts.transport.createServer(http, listener),
    // These are raised before a route is found, and so never reach the error handler.
    frameworkErrors: (error, _request, reply) => void sendError(reply, toApiError(error)),
  })
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => JSON.stringify)
  answerErrors(app)
  watchBodies(app, createBodyWatch())
  watchAnswers(app, createAnswerWatch())
  answerKioskPage(app)
  guardAgainstPages(app, parts)
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(answerHeaders)
    done()
  })
  if (parts.durable != null) answerOnceKept(app, parts.durable)
  guardRoutes(app, parts.identity, parts.rendererDir === null ? apiAccess : { ...apiAccess, ...pageAccess })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Floorboard', version: parts.version } },
    transform: ({ schema, url }) => ({ schema: documentedSchema(schema), url }),
  })
  const editing = createEditing(parts)
  await app.register(
    together(
      handRoutes(parts),
      thanksRoutes(parts),
      awardRoutes(parts),
      importFileRoutes(parts),
      howRoutes(parts),
      doubtRoutes(parts),
      contestRoutes(parts),
      spiffRoutes(parts),
      seasonRoutes(parts),
      coachingRoutes(parts),
      exceptionRoutes(parts),
      talkRoutes(parts),
      meetingRoutes(parts),
      meetingEntryRoutes(parts),
      beginRoutes(parts),
      mendingRoutes(parts, editing),
      celebrationRoutes(parts),
      sessionRoutes(parts),
      invitationRoutes(parts),
      accountRoutes(parts),
      tokenRoutes(parts),
      connectionRoutes(parts),
      sourceRoutes(parts),
      tableRoutes(parts),
      deliveryRoutes(parts),
      congratulateRoutes(parts),
    ),
  )
  await app.register(
    together(
      numberRoutes(parts),
      explainRoutes(parts),
      reportRoutes(parts),
      forecastRoutes(parts),
      definitionRoutes(parts),
      reachRoutes,
      pairingRoutes(parts),
      screenRoutes(parts),
      servicePinRoutes(parts),
      playRoutes(parts),
      adviceRoutes(parts, editing),
      boardPreviewRoutes(parts),
      healthRoutes(parts),
      oidcRoutes(parts),
    ),
  )
  // Each of these takes bodies in its own way.
  await app.register(factsRoutes(parts))
  await app.register(importRoutes(parts))
  await app.register(importPieceRoutes(parts))
  await app.register(inboundRoutes(parts))
  await app.register(inboundSetUpRoutes(parts))
  await app.register(floorRoutes(parts, editing))
  await app.register(screenshotRoutes(parts))
  await app.register(floorEditRoutes(parts, editing))
  await app.register(draftRoutes(parts, editing))
  await app.register(historyRoutes(parts, editing))
  await app.register(controlRoutes(parts))
  await app.register(mailStopRoutes(parts))
  await app.register(mediaRoutes(parts))
  await app.register(staticRoutes(parts))
  await app.register(updateRoutes(parts))
  let document: string | null = null
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    document ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(document)
  })
  await app.ready()
  return app
}
