import type { FastifyInstance } from 'fastify'
import type { ApiParts } from './api-parts.ts'
import { routeSchema } from './route-schema.ts'

export const healthRoutes =
  ({ floor, metrics, version }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    // By the time the feed listens it is ready; what can fail afterwards is the disk.
    app.get(
      '/healthz',
      { schema: routeSchema('Ready, or 503 while the disk refuses', {}) },
      async (_, reply) => {
        const { facts, seq, refusing } = floor.status()
        const counts = { version, facts, seq }
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
