// How numbers were computed: one metric's, and every number of a board.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ExplainedAnswer, ExplainQueryText, FactLinesQuery } from '../../../shared/wire/explained.ts'
import { BoardFiguresAnswer, FigureAnswer } from '../../../shared/wire/figures.ts'
import type { Board } from '../../../shared/wire/floor.ts'
import type { Refusal } from '../fold/live-floor.ts'
import { factsTable } from '../reports/facts-table.ts'
import { csvOf } from '../reports/report-table.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { createBoardsFor } from './boards-for.ts'
import { createFactsSight } from './facts-sight.ts'
import { readExplainQuery, readLines } from './metric-query.ts'
import { routeSchema } from './route-schema.ts'

const Id = z.object({ id: z.string() })
const FigureId = z.object({ id: z.string(), figure: z.string() })

const orRefusal = <T extends object>(answer: T | Refusal): T => {
  if ('code' in answer) throw new ApiError(answer.code, answer.message)
  return answer
}

/** What a spreadsheet takes at once; what is beyond is summed in one row. */
const mostInTable = 50_000

const sendTable = (reply: FastifyReply, name: string, text: string): FastifyReply =>
  reply
    .headers({ 'content-disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"` })
    .type('text/csv; charset=utf-8')
    .send(text)

export const explainRoutes =
  ({ floor, explain, clock, identity: { access } }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const sightOf = createFactsSight(floor)
    const boardsFor = createBoardsFor({ floor, access })
    const tableOf = (answer: ExplainedAnswer): string =>
      csvOf(factsTable(answer, floor.current().file.floor.currency))

    /** `lines`: more than a query may ask for. */
    const explained = async (
      { params, query: asked, principal }: FastifyRequest,
      lines?: number,
    ): Promise<ExplainedAnswer> => {
      const { id } = Id.parse(params)
      const read = readExplainQuery(id, asked, clock.now())
      const query = { ...read, lines: lines ?? read.lines }
      const sees = sightOf(principal)
      if (query.rep !== null && !sees(query.rep))
        throw new ApiError('forbidden', 'You look after other people.')
      return orRefusal(await explain.metric({ ...query, maySee: (people) => people.some(sees) }))
    }

    /** A board that is not theirs is one that is not there. */
    const boardOf = async ({ principal }: FastifyRequest, id: string): Promise<Board> => {
      const boards = await boardsFor(principal)
      const board = boards.find((each) => each.id === id)
      if (board === undefined) throw new ApiError('unknown-board', `the floor has no board "${id}"`)
      return board
    }

    const figureOf = async (request: FastifyRequest, lines: number): Promise<FigureAnswer> => {
      const { id, figure } = FigureId.parse(request.params)
      const board = await boardOf(request, id)
      const sees = sightOf(request.principal)
      const maySee = (people: readonly (string | null)[]): boolean => people.some(sees)
      return orRefusal(await explain.figure({ board, figure, at: clock.now(), maySee, lines }))
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
      async (request): Promise<ExplainedAnswer> => await explained(request),
    )
    app.get(
      '/api/v1/metrics/:id/facts.csv',
      {
        schema: routeSchema('The facts that a number is made of, for a spreadsheet', {
          params: Id,
          query: ExplainQueryText,
          produces: ['text/csv'],
        }),
      },
      async (request, reply) => {
        const answer = await explained(request, mostInTable)
        return sendTable(reply, `${answer.metric.id}.csv`, tableOf(answer))
      },
    )
    app.get(
      '/api/v1/boards/:id/figures',
      {
        schema: routeSchema('Every number of a board, with what it is made of', {
          params: Id,
          answer: BoardFiguresAnswer,
        }),
      },
      async (request): Promise<BoardFiguresAnswer> => {
        const { id } = Id.parse(request.params)
        return explain.board(await boardOf(request, id), clock.now())
      },
    )
    app.get(
      '/api/v1/boards/:id/figures/:figure',
      {
        schema: routeSchema('One number of a board, with the facts behind it', {
          params: FigureId,
          query: FactLinesQuery,
          answer: FigureAnswer,
        }),
      },
      async (request): Promise<FigureAnswer> => {
        return await figureOf(request, readLines(request.query))
      },
    )
    app.get(
      '/api/v1/boards/:id/figures/:figure/facts.csv',
      {
        schema: routeSchema('The facts behind one number of a board, for a spreadsheet', {
          params: FigureId,
          produces: ['text/csv'],
        }),
      },
      async (request, reply) => {
        const { board, explained: facts } = await figureOf(request, mostInTable)
        if (facts === null)
          throw new ApiError('unknown-figure', 'This number is worked out from others, and not from facts.')
        return sendTable(reply, `${board.id}.csv`, tableOf(facts))
      },
    )
  }
