// Thanks between colleagues, on their phones.
import type { FastifyInstance } from 'fastify'
import { NewThanks, ThanksAnswer } from '../../../shared/wire/thanks.ts'
import type { ApiParts } from './api-parts.ts'
import { floorAsker, UuidParams, uuidOf } from './floor-asker.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

export const thanksRoutes =
  ({ floor, thanks }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    const askerOf = floorAsker(floor)

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
          params: UuidParams,
          body: NewThanks,
          consumes: ['application/json'],
          answer: ThanksAnswer,
        }),
      },
      async (request): Promise<ThanksAnswer> =>
        thanks.say(askerOf(request), uuidOf(request), readBody(NewThanks, request.body)),
    )
    app.post(
      '/api/v1/thanks/:id/confirm',
      {
        schema: routeSchema('Confirm that a colleague helped', { params: UuidParams, answer: ThanksAnswer }),
      },
      async (request): Promise<ThanksAnswer> => thanks.confirm(askerOf(request), uuidOf(request)),
    )
    app.delete(
      '/api/v1/thanks/:id',
      { schema: routeSchema('Take a thanks back', { params: UuidParams, answer: ThanksAnswer }) },
      async (request): Promise<ThanksAnswer> => thanks.takeBack(askerOf(request), uuidOf(request)),
    )
  }
