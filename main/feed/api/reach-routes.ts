// A browser does not tell a page why a socket was refused. What is refused there is refused here too, in words: every request
// that writes passes the same guard.
import type { FastifyInstance } from 'fastify'
import { ReachAnswer } from '../../../shared/wire/reach.ts'
import { shortBody } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

export const reachRoutes = async (app: FastifyInstance): Promise<void> => {
  app.post(
    '/api/v1/reach',
    {
      ...shortBody,
      schema: routeSchema('Whether a page may open a socket from where it is', { answer: ReachAnswer }),
    },
    async (): Promise<ReachAnswer> => ({ reached: true }),
  )
}
