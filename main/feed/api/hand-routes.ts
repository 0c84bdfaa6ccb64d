// What people enter by hand on their phones: calls, meetings, won deals.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { HandAnswer, HandEntry, HandId, HandQuery, HandWithdrawal } from '../../../shared/wire/by-hand.ts'
import { byOf } from '../access/principal.ts'
import { coaches } from '../access/private-views.ts'
import type { HandAsker } from '../by-hand/hand-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

const Params = z.object({ id: HandId })

const idOf = ({ params }: FastifyRequest): string => {
  const parsed = Params.safeParse(params)
  if (!parsed.success) throw new ApiError('bad-query', 'id: must be a UUID.')
  return parsed.data.id
}

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

    const askerOf = (request: FastifyRequest): HandAsker => {
      const principal = personOf(request)
      return {
        by: byOf(principal),
        person: principal.person,
        coaches: (team) => coaches(principal, team, floor.current().file.teams),
      }
    }

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
          params: Params,
          body: HandEntry,
          consumes: ['application/json'],
          answer: HandAnswer,
        }),
      },
      async (request): Promise<HandAnswer> =>
        hands.put(askerOf(request), idOf(request), readBody(HandEntry, request.body)),
    )
    app.delete(
      '/api/v1/by-hand/:id',
      {
        schema: routeSchema('Take back what was entered by hand', {
          params: Params,
          query: HandWithdrawal,
          answer: HandAnswer,
        }),
      },
      async (request): Promise<HandAnswer> =>
        hands.withdraw(askerOf(request), idOf(request), readQuery(HandWithdrawal, request.query)),
    )
  }
