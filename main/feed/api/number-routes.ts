// Numbers out: metrics, boards, and what managers should know about both.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { FaultsAnswer } from '../../../shared/wire/faults.ts'
import { MovedAnswer } from '../../../shared/wire/moved.ts'
import { OwnNumbersAnswer } from '../../../shared/wire/own-numbers.ts'
import { MetricAnswer, MetricQueryText } from '../../../shared/wire/query.ts'
import { BoardView } from '../../../shared/wire/view.ts'
import type { Principal } from '../access/principal.ts'
import { rowsOf } from '../access/private-views.ts'
import type { MetricQuery, Refusal } from '../fold/live-floor.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { createBoardsFor } from './boards-for.ts'
import { readMetricQuery } from './metric-query.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

const Id = z.object({ id: z.string() })
const BoardsAnswer = z.object({
  boards: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.string(),
      /** Of boards that are about one. */
      metric: z.string().optional(),
      window: z.string().optional(),
    }),
  ),
})
const UnassignedAnswer = z.object({
  unassigned: z.array(
    z.object({
      rep: z.string(),
      facts: z.int(),
      /** How the name differs from one that the floor knows. */
      hint: z.string().optional(),
    }),
  ),
})

const orRefusal = <T extends object>(answer: T | Refusal): T => {
  if ('code' in answer) throw new ApiError(answer.code, answer.message)
  return answer
}

export const numberRoutes =
  ({ floor, identity: { access }, clock }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const boardsFor = createBoardsFor({ floor, access })

    /** A person is given the rows of those whom they see in private; sums are for everybody who may read. */
    const answerFor = (principal: Principal, query: MetricQuery): MetricAnswer => {
      const answer = orRefusal(floor.queryMetric(query))
      const rows = rowsOf(principal)
      if (query.by !== 'rep' || rows.of === 'all') return answer
      const seen =
        rows.of === 'person'
          ? [rows.person]
          : rows.teams.flatMap((team) =>
              orRefusal(floor.queryMetric({ ...query, team })).rows.map(({ subject }) => subject),
            )
      return { ...answer, rows: answer.rows.filter(({ subject }) => seen.includes(subject)) }
    }

    app.get(
      '/api/v1/metrics/:id',
      {
        schema: routeSchema('A metric by rep, team or org', {
          params: Id,
          query: MetricQueryText,
          answer: MetricAnswer,
        }),
      },
      async (request): Promise<MetricAnswer> => {
        const { id } = Id.parse(request.params)
        return answerFor(request.principal, readMetricQuery(id, request.query, clock.now()))
      },
    )
    app.get(
      '/api/v1/me/numbers',
      {
        schema: routeSchema('One’s own numbers, in the windows that run, against one’s own goals', {
          answer: OwnNumbersAnswer,
        }),
      },
      async (request): Promise<OwnNumbersAnswer> => floor.ownNumbers(personOf(request).person),
    )
    app.get(
      '/api/v1/boards',
      { schema: routeSchema('The boards that the caller may see', { answer: BoardsAnswer }) },
      async (request): Promise<z.infer<typeof BoardsAnswer>> => ({
        boards: (await boardsFor(request.principal)).map((board) => {
          const { id, title, kind } = board
          const metric = 'metric' in board ? { metric: board.metric } : {}
          return { id, title, kind, ...metric, ...('window' in board ? { window: board.window } : {}) }
        }),
      }),
    )
    app.get(
      '/api/v1/boards/:id',
      { schema: routeSchema('A board as TVs get it', { params: Id, answer: BoardView }) },
      async (request): Promise<BoardView> => {
        const { id } = Id.parse(request.params)
        return orRefusal(floor.boardView(id, await boardsFor(request.principal)))
      },
    )
    app.get(
      '/api/v1/moved',
      {
        schema: routeSchema('What has moved on the walls since the floor’s day began', {
          answer: MovedAnswer,
        }),
      },
      async (): Promise<MovedAnswer> => floor.moved(),
    )
    app.get(
      '/api/v1/unassigned',
      {
        schema: routeSchema('Names in facts that the floor file does not know', { answer: UnassignedAnswer }),
      },
      async () => ({ unassigned: [...floor.unassigned()] }),
    )
    app.get(
      '/api/v1/faults',
      {
        schema: routeSchema('What counts nowhere, or not where it should, and what to do about it', {
          answer: FaultsAnswer,
        }),
      },
      async () => floor.faults(),
    )
  }
