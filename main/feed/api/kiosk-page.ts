// The page of the kiosk comes from the program itself and not from the feed: the few requests that it makes are let through,
// and it may read their answers. No web page can have its origin.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { kioskOrigin } from '../access/loopback.ts'

const paths = /^\/(?:api\/v1\/(?:pairings(?:\/state)?|reach|screenshots\/[^/?]+)|media\/[^?]+)(?:\?|$)/

export const isForKioskPage = ({ headers, url }: FastifyRequest): boolean =>
  headers.origin === kioskOrigin && paths.test(url)

/** Before the guards: what a browser asks ahead of such a request has no route, and the page reads why it is refused. */
export const answerKioskPage = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (!isForKioskPage(request)) return
    void reply.header('access-control-allow-origin', kioskOrigin)
    if (request.method !== 'OPTIONS') return
    void reply.headers({
      'access-control-allow-methods': 'POST, PUT',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    })
    return reply.code(204).send()
  })
}
