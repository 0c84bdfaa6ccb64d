// Formulas and coaching: between a rep and whoever coaches them.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { CoachingAnswer, CoachingList, NewPlan, NewPlanAnswer } from '../../../shared/wire/coaching.ts'
import { byOf, type Principal } from '../access/principal.ts'
import { coaches, seesBoard } from '../access/private-views.ts'
import { oneToOneBoards } from '../meetings/one-to-one-boards.ts'
import { isNewPlan, type NotPlanned } from '../plans/plan-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

const consumes = ['application/json']
const Person = z.object({ person: z.string() })

const whyNot = (why: NotPlanned): ApiError => {
  switch (why.kind) {
    case 'stale':
      return new ApiError(
        'stale-plan',
        `Version ${why.version} of this plan stands already; look at it first.`,
      )
    case 'no quota':
      return new ApiError('no-plan', 'There is no quota: set a goal on the formula’s last step.')
    case 'no days':
      return new ApiError('no-plan', 'No working day of the period is left to plan for.')
    case 'no rate':
      return new ApiError(
        'no-plan',
        `How many "${why.from}" become "${why.metric}" is not known of anybody yet.`,
      )
    case 'no plan':
    case 'not yet':
      return new ApiError('not-found', 'There is no plan that a new one could take the place of.')
  }
}

export const coachingRoutes =
  ({ floor, plans, talks, identity }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)
    /** Those whom they coach. */
    const ownOf = (principal: Principal): string[] =>
      plans
        .coached()
        .flatMap(({ id, team }) => (coaches(principal, team, floor.current().file.teams) ? [id] : []))
    const unknown = (): ApiError =>
      new ApiError('not-found', 'There is nobody of that name whose formula you may see.')

    app.get(
      '/api/v1/coaching',
      {
        schema: routeSchema('Those whom the caller may coach: plan, need and coaching point of each', {
          answer: CoachingList,
        }),
      },
      async (request): Promise<CoachingList> => ({
        people: plans.list(ownOf(personOf(request))).map((line) => ({ ...line, talk: talks.state(line.id) })),
      }),
    )
    app.get(
      '/api/v1/coaching/:person',
      {
        schema: routeSchema('A rep’s formula: for themselves, and for whoever coaches them', {
          params: Person,
          answer: CoachingAnswer,
        }),
      },
      async (request): Promise<CoachingAnswer> => {
        const { person } = Person.parse(request.params)
        const principal = personOf(request)
        const isCoach = ownOf(principal).includes(person)
        if (!isCoach && principal.person !== person) throw unknown()
        const answer = plans.answer(person, isCoach)
        if (!answer) throw unknown()
        if (!isCoach) return { ...answer, boards: [] }
        const { file } = floor.current()
        const audiences = await identity.access.audiences(principal)
        const team = plans.coached().find(({ id }) => id === person)?.team ?? null
        const boards = oneToOneBoards(file, team, (board) =>
          seesBoard(principal, audiences, board, file.teams),
        )
        return { ...answer, boards: [...boards] }
      },
    )
    app.post(
      '/api/v1/coaching/:person/plans',
      {
        schema: routeSchema('A new version of a rep’s plan, from today on', {
          params: Person,
          body: NewPlan,
          consumes,
          answer: NewPlanAnswer,
        }),
      },
      async (request): Promise<z.infer<typeof NewPlanAnswer>> => {
        const { person } = Person.parse(request.params)
        if (!ownOf(personOf(request)).includes(person)) throw unknown()
        const { reason, over, quota, rates } = readBody(NewPlan, request.body)
        const by = byOf(request.principal)
        const planned = await plans.replan(person, { reason, over, changes: { quota, rates }, by })
        if (!isNewPlan(planned)) throw whyNot(planned)
        return { plan: planned }
      },
    )
  }
