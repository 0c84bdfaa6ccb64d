// How a number was computed.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ExplainedAnswer, ExplainQueryText } from '../../../shared/wire/explained.ts'
import type { Principal } from '../access/principal.ts'
import { isWithin, rowsOf } from '../access/private-views.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readExplainQuery } from './metric-query.ts'
import { routeSchema } from './route-schema.ts'

const Id = z.object({ id: z.string() })

export const explainRoutes =
  ({ floor, explain, clock }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    /** A manager of named teams is told of the facts of their people; of the others they read sums. */
    const sightOf = (principal: Principal): ((person: string | null) => boolean) => {
      const rows = rowsOf(principal)
      if (rows.of === 'all') return () => true
      if (rows.of === 'person') return (person) => person !== null && person === rows.person
      const { model } = floor.numbers()
      const own = new Set(
        model.file.people.flatMap(({ id, team }) => {
          const of = typeof team === 'string' ? team : team?.at(-1)?.team
          return of !== undefined && isWithin(of, rows.teams, model.file.teams) ? [id] : []
        }),
      )
      return (person) => person !== null && own.has(person)
    }

    app.get(
      '/api/v1/metrics/:id/facts',
      {
        schema: routeSchema('What a number is made of: its facts, and what was left out', {
          params: Id,
          query: ExplainQueryText,
          answer: ExplainedAnswer,
        }),
      },
      async (request): Promise<ExplainedAnswer> => {
        const { id } = Id.parse(request.params)
        const query = readExplainQuery(id, request.query, clock.now())
        const sees = sightOf(request.principal)
        if (query.rep !== null && !sees(query.rep))
          throw new ApiError('forbidden', 'You look after other people.')
        const answer = await explain({ ...query, maySee: (people) => people.some(sees) })
        if ('code' in answer) throw new ApiError(answer.code, answer.message)
        return answer
      },
    )
  }
