// Seasons: one's own shelf, how teams stand, and what a season would have given.
import type { FastifyInstance } from 'fastify'
import {
  SeasonsAnswer,
  SeasonTryAnswer,
  SeasonTryRequest,
  ShelfAnswer,
} from '../../../shared/wire/season-answers.ts'
import { coaches } from '../access/private-views.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

export const seasonRoutes =
  ({ floor, seasons, identity: { access } }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)
    app.get(
      '/api/v1/me/shelf',
      {
        schema: routeSchema('One’s own season: points by what earned them, level, badges, and past seasons', {
          answer: ShelfAnswer,
        }),
      },
      async (request): Promise<ShelfAnswer> => seasons.shelf(personOf(request).person),
    )
    app.get(
      '/api/v1/seasons',
      {
        schema: routeSchema(
          'Seasons and what teams unlocked in them; people whom the caller coaches, drafts for managers alone',
          { answer: SeasonsAnswer },
        ),
      },
      async ({ principal }): Promise<SeasonsAnswer> => {
        const makes = (await access.pass(principal, 'edit')) === 'open'
        return await seasons.list((team) => coaches(principal, team, floor.current().file.teams), makes)
      },
    )
    app.post(
      '/api/v1/seasons/try',
      {
        schema: routeSchema(
          'What a season would have given over as many days that are over, and what is unfair about it; nothing is saved',
          { body: SeasonTryRequest, consumes: ['application/json'], answer: SeasonTryAnswer },
        ),
      },
      async ({ body }): Promise<SeasonTryAnswer> => {
        const { season } = readBody(SeasonTryRequest, body)
        const answer = await seasons.tryOut(season)
        if ('refused' in answer) throw new ApiError('bad-body', `season.${answer.refused}.`)
        return answer
      },
    )
  }
