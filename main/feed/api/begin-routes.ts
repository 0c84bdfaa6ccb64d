// A floor of one's own is begun.
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { FirstFloorAnswer, FirstFloorRequest } from '../../../shared/wire/first-floor.ts'
import { byOf } from '../access/principal.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

export const beginRoutes =
  ({ beginFloor }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    app.post(
      '/api/v1/floor/begin',
      {
        schema: routeSchema('Begin a floor of one’s own from the playbook; the demo goes', {
          body: FirstFloorRequest,
          answer: FirstFloorAnswer,
        }),
      },
      async (request): Promise<z.infer<typeof FirstFloorAnswer>> =>
        beginFloor(readBody(FirstFloorRequest, request.body), byOf(request.principal)),
    )
  }
