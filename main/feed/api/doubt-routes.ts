// "This looks wrong": anybody who sees a number may say so; managers read and answer.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { DoubtAnswer, DoubtsAnswer, DoubtTaken, NewDoubt } from '../../../shared/wire/doubts.ts'
import { byOf, type Principal } from '../access/principal.ts'
import { isWithin, rowsOf } from '../access/private-views.ts'
import type { SeesDoubt } from '../mending/doubt-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { createDoubtThrottle, keepDoubt } from './keep-doubt.ts'
import { keptMending } from './kept-mending.ts'
import { routeSchema } from './route-schema.ts'

const consumes = ['application/json']
const Id = z.object({ id: z.string() })

export const doubtRoutes =
  ({ floor, doubts, clock }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)
    const throttle = createDoubtThrottle(clock)

    /** A manager of named teams reads what is said of these teams, of their people, and of the floor. */
    const sightOf = (principal: Principal): SeesDoubt => {
      const rows = rowsOf(principal)
      if (rows.of !== 'teams') return () => true
      const { people, teams } = floor.current().file
      return ({ kind, id }) => {
        if (kind === 'team') return id !== null && isWithin(id, rows.teams, teams)
        if (kind !== 'rep') return true
        const team = people.find((person) => person.id === id)?.team
        const of = typeof team === 'string' ? team : team?.at(-1)?.team
        return of !== undefined && isWithin(of, rows.teams, teams)
      }
    }

    app.post(
      '/api/v1/doubts',
      {
        schema: routeSchema('Say that a number looks wrong: whoever runs the floor reads it', {
          body: NewDoubt,
          consumes,
          answer: DoubtTaken,
        }),
      },
      async (request): Promise<DoubtTaken> => {
        const doubt = readBody(NewDoubt, request.body)
        throttle(request)
        const { at } = await keepDoubt(() => doubts.add(doubt, byOf(request.principal)))
        return { id: doubt.id, at }
      },
    )
    app.get(
      '/api/v1/doubts',
      {
        schema: routeSchema('Numbers that somebody says look wrong, open ones first', {
          answer: DoubtsAnswer,
        }),
      },
      async (request): Promise<DoubtsAnswer> => doubts.answer(sightOf(request.principal)),
    )
    app.post(
      '/api/v1/doubts/:id/answer',
      {
        schema: routeSchema('Answer somebody who says that a number looks wrong', {
          params: Id,
          body: DoubtAnswer,
          consumes,
          answer: DoubtsAnswer,
        }),
      },
      async (request): Promise<DoubtsAnswer> => {
        const { words } = readBody(DoubtAnswer, request.body)
        const sees = sightOf(request.principal)
        const { id } = Id.parse(request.params)
        const isKept = await keptMending(() => doubts.reply(id, words, byOf(request.principal), sees))
        if (!isKept) throw new ApiError('not-found', 'This is not there any more.')
        return doubts.answer(sees)
      },
    )
    app.delete(
      '/api/v1/doubts/:id',
      {
        schema: routeSchema('Remove what somebody said of a number, for good', {
          params: Id,
          answer: DoubtsAnswer,
        }),
      },
      async (request): Promise<DoubtsAnswer> => {
        await keptMending(() => doubts.remove(Id.parse(request.params).id))
        return doubts.answer(sightOf(request.principal))
      },
    )
  }
