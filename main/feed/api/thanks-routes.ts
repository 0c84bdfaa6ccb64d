// Thanks between colleagues, on their phones.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { NewThanks, ThanksAnswer, ThanksId } from '../../../shared/wire/thanks.ts'
import { byOf } from '../access/principal.ts'
import { coaches } from '../access/private-views.ts'
import type { ThanksAsker } from '../thanks/thanks-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

const Params = z.object({ id: ThanksId })

const idOf = ({ params }: FastifyRequest): string => {
  const parsed = Params.safeParse(params)
  if (!parsed.success) throw new ApiError('bad-query', 'id: must be a UUID.')
  return parsed.data.id
}

export const thanksRoutes =
  ({ floor, thanks }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    const askerOf = (request: FastifyRequest): ThanksAsker => {
      const principal = personOf(request)
      return {
        by: byOf(principal),
        person: principal.person,
        coaches: (team) => coaches(principal, team, floor.current().file.teams),
      }
    }

    app.get(
      '/api/v1/thanks',
      {
        schema: routeSchema('Whom the caller can thank, and what was said lately', { answer: ThanksAnswer }),
      },
      async (request): Promise<ThanksAnswer> => thanks.answer(askerOf(request)),
    )
    app.put(
      '/api/v1/thanks/:id',
      {
        schema: routeSchema('Thank a colleague, or say that one helped them', {
          params: Params,
          body: NewThanks,
          consumes: ['application/json'],
          answer: ThanksAnswer,
        }),
      },
      async (request): Promise<ThanksAnswer> =>
        thanks.say(askerOf(request), idOf(request), readBody(NewThanks, request.body)),
    )
    app.post(
      '/api/v1/thanks/:id/confirm',
      {
        schema: routeSchema('Confirm that a colleague helped', { params: Params, answer: ThanksAnswer }),
      },
      async (request): Promise<ThanksAnswer> => thanks.confirm(askerOf(request), idOf(request)),
    )
    app.delete(
      '/api/v1/thanks/:id',
      { schema: routeSchema('Take a thanks back', { params: Params, answer: ThanksAnswer }) },
      async (request): Promise<ThanksAnswer> => thanks.takeBack(askerOf(request), idOf(request)),
    )
  }
