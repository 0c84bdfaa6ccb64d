// HEAD is answered by the route of its GET, without the body. Fastify would make a route of its own for each, and those take a
// fifth of what a server holds in memory.
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

export interface HeadAnswers {
  /** Fastify's `rewriteUrl`, which sees a request before its route is looked for: the address stays. */
  toGet(request: Pick<IncomingMessage, 'method' | 'url'>): string
  /** Before all other hooks. */
  answer(app: FastifyInstance): void
}

const isStream = (payload: unknown): payload is { destroy(): unknown } =>
  typeof payload === 'object' && payload !== null && 'destroy' in payload

export const createHeadAnswers = (): HeadAnswers => {
  const heads = new WeakSet<object>()
  return {
    toGet: (request) => {
      if (request.method === 'HEAD') {
        heads.add(request)
        request.method = 'GET'
      }
      return request.url ?? '/'
    },
    answer: (app) => {
      app.addHook('onRequest', (request, _reply, done) => {
        // From here on it is what was asked.
        if (heads.has(request.raw)) request.raw.method = 'HEAD'
        done()
      })
      app.addHook('onSend', (request, reply, payload, done) => {
        if (request.method !== 'HEAD') return done()
        if (isStream(payload)) payload.destroy()
        else if (typeof payload === 'string' || payload instanceof Uint8Array)
          reply.header('content-length', Buffer.byteLength(payload))
        else if (payload === undefined) reply.header('content-length', 0)
        done(null, null)
      })
    },
  }
}
