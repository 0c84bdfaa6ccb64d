// Every route of the feed, but the document that describes them.
import type { FastifyInstance } from 'fastify'
import { accountRoutes } from './account-routes.ts'
import { adviceRoutes } from './advice-routes.ts'
import type { ApiParts } from './api-parts.ts'
import { awardRoutes } from './award-routes.ts'
import { beginRoutes } from './begin-routes.ts'
import { boardPreviewRoutes } from './board-preview-routes.ts'
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
import { handRoutes } from './hand-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { howRoutes } from './how-routes.ts'
import { importFileRoutes, importPieceRoutes } from './import-file-routes.ts'
import { importRoutes } from './import-routes.ts'
import { inboundRoutes, inboundSetUpRoutes } from './inbound-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
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

type Routes = (app: FastifyInstance) => Promise<void>

/** As one plugin: to set every room’s routes apart from all others takes as long as half of a feed’s start. */
const together =
  (...all: readonly Routes[]): Routes =>
  async (app) => {
    for (const routes of all) await routes(app)
  }

export const registerRoutes = async (app: FastifyInstance, parts: ApiParts): Promise<void> => {
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
}
