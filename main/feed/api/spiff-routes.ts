// Spiffs: what people earned by helping, what waits for whoever looks after them, and what was approved.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  SpiffAnswer,
  SpiffDecided,
  SpiffDecisions,
  SpiffsAnswer,
  SpiffTryAnswer,
  SpiffTryRequest,
} from '../../../shared/wire/spiffs.ts'
import { Slug } from '../../../shared/wire/text.ts'
import { csvOf } from '../reports/report-table.ts'
import type { SpiffAsker } from '../spiffs/spiff-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { floorAsker } from './floor-asker.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

const SpiffParams = z.object({ id: Slug })

export const spiffRoutes =
  ({ spiffs, floor, identity: { access } }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    const whoAsks = floorAsker(floor)
    const askerOf = async (request: FastifyRequest): Promise<SpiffAsker> => ({
      ...whoAsks(request),
      makes: (await access.pass(request.principal, 'edit')) === 'open',
      readsAll: personOf(request).role === 'leader',
    })
    const idOf = ({ params }: FastifyRequest): string => {
      const parsed = SpiffParams.safeParse(params)
      if (!parsed.success) throw new ApiError('not-found', 'There is no such spiff.')
      return parsed.data.id
    }

    app.get(
      '/api/v1/spiffs',
      {
        schema: routeSchema('Spiffs, what they come to, and what the caller earned', {
          answer: SpiffsAnswer,
        }),
      },
      async (request): Promise<SpiffsAnswer> => spiffs.list(await askerOf(request)),
    )
    app.get(
      '/api/v1/spiffs/payouts.csv',
      {
        schema: routeSchema('What was approved of spiffs, for a spreadsheet', { produces: ['text/csv'] }),
      },
      async (request, reply) => {
        const table = await spiffs.payouts(await askerOf(request))
        void reply.headers({
          'cache-control': 'private, no-cache',
          'content-disposition': 'attachment; filename="spiffs.csv"',
        })
        return reply.type('text/csv; charset=utf-8').send(csvOf(table))
      },
    )
    app.post(
      '/api/v1/spiffs/try',
      {
        schema: routeSchema(
          'What a spiff would have paid in the last four weeks, and what to know before it runs; nothing is saved',
          { body: SpiffTryRequest, consumes: ['application/json'], answer: SpiffTryAnswer },
        ),
      },
      async ({ body }): Promise<SpiffTryAnswer> => {
        const answer = await spiffs.tryOut(readBody(SpiffTryRequest, body).spiff)
        if ('refused' in answer) throw new ApiError('bad-body', `spiff.${answer.refused}.`)
        return answer
      },
    )
    app.get(
      '/api/v1/spiffs/:id',
      {
        schema: routeSchema(
          'One spiff: what is due and what was decided, of the people the caller looks after',
          {
            params: SpiffParams,
            answer: SpiffAnswer,
          },
        ),
      },
      async (request): Promise<SpiffAnswer> => spiffs.one(await askerOf(request), idOf(request)),
    )
    app.post(
      '/api/v1/spiffs/:id/decisions',
      {
        schema: routeSchema('Approve or refuse what is due', {
          params: SpiffParams,
          body: SpiffDecisions,
          consumes: ['application/json'],
          answer: SpiffDecided,
        }),
      },
      async (request): Promise<SpiffDecided> =>
        spiffs.decide(await askerOf(request), idOf(request), readBody(SpiffDecisions, request.body)),
    )
  }
