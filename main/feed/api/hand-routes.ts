// What people enter by hand on their phones: calls, meetings, won deals.
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { HandAnswer, HandEntry, HandQuery, HandWithdrawal } from '../../../shared/wire/by-hand.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { floorAsker, UuidParams, uuidOf } from './floor-asker.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const readQuery = <S extends z.ZodType>(schema: S, query: unknown): z.output<S> => {
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ApiError('bad-query', `${issue?.path.join('.')}: ${issue?.message}`)
}

export const handRoutes =
  ({ floor, hands }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    const askerOf = floorAsker(floor)

    app.get(
      '/api/v1/by-hand',
      {
        schema: routeSchema('What the caller may enter by hand for a person, and what was entered lately', {
          query: HandQuery,
          answer: HandAnswer,
        }),
      },
      async (request): Promise<HandAnswer> =>
        hands.answer(askerOf(request), readQuery(HandQuery, request.query).person ?? null),
    )
    app.put(
      '/api/v1/by-hand/:id',
      {
        schema: routeSchema('Enter a call, a meeting or a won deal by hand, or correct it', {
          params: UuidParams,
          body: HandEntry,
          consumes: ['application/json'],
          answer: HandAnswer,
        }),
      },
      async (request): Promise<HandAnswer> =>
        hands.put(askerOf(request), uuidOf(request), readBody(HandEntry, request.body)),
    )
    app.delete(
      '/api/v1/by-hand/:id',
      {
        schema: routeSchema('Take back what was entered by hand', {
          params: UuidParams,
          query: HandWithdrawal,
          answer: HandAnswer,
        }),
      },
      async (request): Promise<HandAnswer> =>
        hands.withdraw(askerOf(request), uuidOf(request), readQuery(HandWithdrawal, request.query)),
    )
  }
