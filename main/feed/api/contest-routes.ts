// Contests for those who make them and those who lead: how they stand, how one would have ended, and who is paid what.
import type { FastifyInstance } from 'fastify'
import { ContestsAnswer, ContestTryAnswer, ContestTryRequest } from '../../../shared/wire/contests/api.ts'
import { csvOf } from '../reports/report-table.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

export const contestRoutes =
  ({ contests, identity: { access } }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)
    app.get(
      '/api/v1/contests',
      {
        schema: routeSchema('Contests and how they stand; drafts for managers alone', {
          answer: ContestsAnswer,
        }),
      },
      async ({ principal }): Promise<ContestsAnswer> => {
        const makes = (await access.pass(principal, 'edit')) === 'open'
        return contests.list(({ state }) => makes || state !== 'draft')
      },
    )
    app.post(
      '/api/v1/contests/try',
      {
        schema: routeSchema(
          'How a contest would have ended four weeks earlier, and what is unfair about it; nothing is saved',
          { body: ContestTryRequest, consumes: ['application/json'], answer: ContestTryAnswer },
        ),
      },
      async ({ body }): Promise<ContestTryAnswer> => {
        const { contest } = readBody(ContestTryRequest, body)
        const answer = await contests.tryOut(contest)
        if ('refused' in answer) throw new ApiError('bad-body', `contest.${answer.refused}.`)
        return answer
      },
    )
    app.get(
      '/api/v1/contests/payouts.csv',
      {
        schema: routeSchema('Who won what in contests that are final, for a spreadsheet', {
          produces: ['text/csv'],
        }),
      },
      async (_, reply) => {
        void reply.headers({
          'cache-control': 'private, no-cache',
          'content-disposition': 'attachment; filename="payouts.csv"',
        })
        return reply.type('text/csv; charset=utf-8').send(csvOf(contests.payouts()))
      },
    )
  }
