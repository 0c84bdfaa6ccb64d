// Tables that numbers come from: how each does, what one would become, its password, and what is asked of it. A table is set up,
// paused and taken away in the floor file, by an edit like any other; its password is written and never read.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  TableAction,
  TableDifference,
  TablePassword,
  TablesAnswer,
  TriedTable,
  TryTable,
} from '../../../shared/wire/tables.ts'
import { Slug } from '../../../shared/wire/text.ts'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { tableIn, triedTableIn } from './refusals/answers-in.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ id: Slug })

const unknown = (): ApiError => new ApiError('not-found', 'There is no table of that name.')

const idOf = ({ params }: FastifyRequest): string => {
  const { data } = Params.safeParse(params)
  if (data === undefined) throw unknown()
  return data.id
}

export const tableRoutes =
  ({ tables }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    app.get(
      '/api/v1/tables',
      { schema: routeSchema('How each table does that numbers come from', { answer: TablesAnswer }) },
      async ({ headers }): Promise<TablesAnswer> => {
        const answer = tables.answer()
        return { ...answer, tables: answer.tables.map((each) => tableIn(each, headers['accept-language'])) }
      },
    )
    app.post(
      '/api/v1/tables/try',
      {
        schema: routeSchema('Read a table and say what it would become; nothing is kept', {
          body: TryTable,
          answer: TriedTable,
        }),
      },
      async ({ body, headers }): Promise<TriedTable> =>
        triedTableIn(await tables.tryOut(readBody(TryTable, body)), headers['accept-language']),
    )
    app.put(
      '/api/v1/tables/:id/password',
      {
        schema: routeSchema('Keep the password of a database; it is never answered', {
          params: Params,
          body: TablePassword,
        }),
      },
      async (request) => {
        await tables.setPassword(idOf(request), readBody(TablePassword, request.body).password)
        return {}
      },
    )
    app.delete(
      '/api/v1/tables/:id/password',
      { schema: routeSchema('Forget the password of a database', { params: Params }) },
      async (request) => {
        if (!(await tables.removePassword(idOf(request)))) throw unknown()
        return {}
      },
    )
    app.post(
      '/api/v1/tables/:id/actions',
      {
        schema: routeSchema('Read a table now, read all of it again, or take what was held back', {
          params: Params,
          body: TableAction,
        }),
      },
      async (request) => {
        if (!(await tables.act(idOf(request), readBody(TableAction, request.body)))) throw unknown()
        return {}
      },
    )
    app.get(
      '/api/v1/tables/:id/difference',
      {
        schema: routeSchema('This month as the table has it now, and as the wall does', {
          params: Params,
          answer: TableDifference,
        }),
      },
      async (request): Promise<TableDifference> => {
        try {
          const answer = await tables.difference(idOf(request))
          if (answer === null) throw unknown()
          return answer
        } catch (error) {
          if (error instanceof SourceTrouble) throw new ApiError('source-trouble', error.message)
          throw error
        }
      },
    )
  }
