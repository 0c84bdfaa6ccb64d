import type { FastifyInstance } from 'fastify'
import type { ApiParts } from './api-parts.ts'
import { requireDoor } from './guard.ts'
import { routeSchema } from './route-schema.ts'

export const healthRoutes =
  ({ floor, access, metrics, version }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    // The feed listens only once it is ready, so an answer is the good news itself.
    app.get('/healthz', { schema: routeSchema('Ready', {}) }, async () => {
      const { facts, seq } = floor.status()
      return { status: 'ready', version, facts, seq }
    })
    app.get(
      '/metrics',
      {
        onRequest: requireDoor(access, 'read'),
        schema: routeSchema('For Prometheus', { produces: ['text/plain'] }),
      },
      async (_request, reply) =>
        reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    )
  }
