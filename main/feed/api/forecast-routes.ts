// How periods will probably end, for those who see a team's numbers: its managers, leaders, admins. Never of one person; never
// for a token, a screen or anybody else.
import type { FastifyInstance } from 'fastify'
import { ForecastAnswer, ForecastQuery } from '../../../shared/wire/forecast.ts'
import type { Principal } from '../access/principal.ts'
import { coaches } from '../access/private-views.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

export const forecastRoutes =
  ({ floor, forecasts }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    /** The whole floor first, where they see it. */
    const teamsOf = (principal: Principal): ForecastAnswer['teams'] => {
      const { file } = floor.current()
      const isLeader = principal.kind === 'person' && principal.role === 'leader'
      const sees = (team: string | null): boolean => isLeader || coaches(principal, team, file.teams)
      return [
        { id: null, name: file.floor.name },
        ...file.teams.map(({ id, name }) => ({ id, name })),
      ].filter(({ id }) => sees(id))
    }

    app.get(
      '/api/v1/forecast',
      {
        schema: routeSchema('How a team’s period will probably end, as a range', {
          query: ForecastQuery,
          answer: ForecastAnswer,
        }),
      },
      async (request): Promise<ForecastAnswer> => {
        const teams = teamsOf(personOf(request))
        const asked = ForecastQuery.safeParse(request.query)
        if (!asked.success)
          throw new ApiError('bad-query', 'Ask for a team by its id, and for the period "this" or "next".')
        const { team, period } = asked.data
        const found = team === undefined ? teams[0] : teams.find(({ id }) => id === team)
        if (!found)
          throw new ApiError('not-found', 'There is no team of that name whose forecast you may see.')
        return forecasts.answer(found.id, period, teams)
      },
    )
  }
