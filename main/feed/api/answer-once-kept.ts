// Answers to what changed something wait until the change outlives this machine.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { KeptFolder } from '../store/kept-folder.ts'
import { LogUnavailable } from '../store/log.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** It reads by its method, and writes all the same. */
    writes?: boolean
  }
}

const onlyReads: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

const writes = ({ method, routeOptions }: FastifyRequest): boolean =>
  !onlyReads.includes(method) || routeOptions.config.writes === true

/** Before the routes. Where what was written cannot be kept, the answer is why. */
export const answerOnceKept = (
  app: FastifyInstance,
  { durable, refusal, abandon }: Pick<KeptFolder, 'durable' | 'refusal' | 'abandon'>,
): void => {
  /** The answer that it is not kept waits for nothing more. */
  const refused = new WeakSet<FastifyRequest>()
  // What would be refused changes nothing here first.
  app.addHook('preHandler', async (request) => {
    const why = refusal()
    if (why === null || !writes(request)) return
    refused.add(request)
    throw new LogUnavailable(why)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (!writes(request) || refused.has(request)) return payload
    try {
      await durable()
    } catch (error) {
      refused.add(request)
      if (refusal() !== null) abandon()
      reply.removeHeader('set-cookie')
      throw error
    }
    return payload
  })
}
