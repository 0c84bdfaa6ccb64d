// Awards on people's phones and for those who make them: who is nominated, and one vote each.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AwardsAnswer, NewNomination, NewVote } from '../../../shared/wire/awards.ts'
import { Slug } from '../../../shared/wire/text.ts'
import type { AwardAsker } from '../awards/award-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { floorAsker, UuidParams, uuidOf } from './floor-asker.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const AwardParams = z.object({ award: Slug })

const awardOf = ({ params }: FastifyRequest): string => {
  const parsed = AwardParams.safeParse(params)
  if (!parsed.success) throw new ApiError('bad-query', 'award: must be the id of an award.')
  return parsed.data.award
}

export const awardRoutes =
  ({ floor, awards, identity: { access } }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    const floorAskerOf = floorAsker(floor)
    const askerOf = async (request: FastifyRequest): Promise<AwardAsker> => ({
      ...floorAskerOf(request),
      makes: (await access.pass(request.principal, 'edit')) === 'open',
    })

    app.get(
      '/api/v1/awards',
      {
        schema: routeSchema('Awards, who is nominated, and whether the caller has voted; never for whom', {
          answer: AwardsAnswer,
        }),
      },
      async (request): Promise<AwardsAnswer> => awards.answer(await askerOf(request)),
    )
    app.put(
      '/api/v1/awards/nominations/:id',
      {
        schema: routeSchema('Nominate a colleague', {
          params: UuidParams,
          body: NewNomination,
          consumes: ['application/json'],
          answer: AwardsAnswer,
        }),
      },
      async (request): Promise<AwardsAnswer> =>
        awards.nominate(await askerOf(request), uuidOf(request), readBody(NewNomination, request.body)),
    )
    app.delete(
      '/api/v1/awards/nominations/:id',
      { schema: routeSchema('Take a nomination back', { params: UuidParams, answer: AwardsAnswer }) },
      async (request): Promise<AwardsAnswer> => awards.takeBack(await askerOf(request), uuidOf(request)),
    )
    app.put(
      '/api/v1/awards/:award/vote',
      {
        schema: routeSchema('Vote for a colleague, in place of the vote before; nobody is told for whom', {
          params: AwardParams,
          body: NewVote,
          consumes: ['application/json'],
          answer: AwardsAnswer,
        }),
      },
      async (request): Promise<AwardsAnswer> =>
        awards.vote(await askerOf(request), awardOf(request), readBody(NewVote, request.body)),
    )
  }
