// Answers to what changed something wait until the change outlives this machine.
import type { FastifyInstance, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** It reads by its method, and writes all the same. */
    writes?: boolean
  }
}

const onlyReads: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Before the routes. `durable`: rejects with `LogUnavailable`, which is then the answer. */
export const answerOnceKept = (app: FastifyInstance, durable: () => Promise<void>): void => {
  /** The answer that it is not kept waits for nothing more. */
  const refused = new WeakSet<FastifyRequest>()
  app.addHook('onSend', async (request, reply, payload) => {
    const writes = !onlyReads.includes(request.method) || request.routeOptions.config.writes === true
    if (!writes || refused.has(request)) return payload
    try {
      await durable()
    } catch (error) {
      refused.add(request)
      reply.removeHeader('set-cookie')
      throw error
    }
    return payload
  })
}
