import type { FastifyInstance } from 'fastify'
import type { FloorStatus } from '../fold/live-floor.ts'
import type { ApiParts } from './api-parts.ts'
import { routeSchema } from './route-schema.ts'

/**
 * Left out where there is none: figures have a gap, and whoever looks after the box has something to do. Keys are for the
 * feed's log and for `floorboard doctor`, since anybody may ask here.
 */
const damageOf = ({ damaged, setAside }: Pick<FloorStatus, 'damaged' | 'setAside'>): object => {
  const missing = damaged.filter(({ sentAgain }) => !sentAgain).length
  if (missing === 0 && setAside.length === 0) return {}
  return { damaged: { entries: missing, setAside: setAside.map(({ name }) => name) } }
}

export const healthRoutes =
  ({ floor, metrics, version }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    // By the time the feed listens it is ready; what can fail afterwards is the disk.
    app.get(
      '/healthz',
      { schema: routeSchema('Ready, or 503 while the disk refuses', {}) },
      async (_, reply) => {
        const { facts, seq, refusing, checked, ...rest } = floor.status()
        const counts = { version, facts, seq, checked, ...damageOf(rest) }
        if (refusing === null) return { status: 'ready', ...counts }
        const since = new Date(refusing.since).toISOString()
        return reply.code(503).send({ status: 'refusing', reason: refusing.reason, since, ...counts })
      },
    )
    app.get(
      '/metrics',
      {
        schema: routeSchema('For Prometheus', { produces: ['text/plain'] }),
      },
      async (_request, reply) =>
        reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    )
  }
