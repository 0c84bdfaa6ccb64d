// What is off, for those who coach whoever it is about; sums by team for leaders. Never for a token, a screen or anybody else.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  ExceptionDone,
  ExceptionsAnswer,
  LifetimesAnswer,
  NewNote,
  NewSnooze,
  SeenExceptions,
} from '../../../shared/wire/exceptions.ts'
import { byOf } from '../access/principal.ts'
import { coaches } from '../access/private-views.ts'
import type { Coach, NotDone } from '../exceptions/exception-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

const consumes = ['application/json']

const whyNot = (why: NotDone): ApiError => {
  switch (why) {
    case 'unknown':
      return new ApiError('not-found', 'There is no such open exception of anybody whom you coach.')
    case 'stale':
      return new ApiError('stale-exception', 'Somebody was quicker: look at what they did first.')
    case 'left':
      return new ApiError('not-reachable', 'Its owner works here no more: give it to somebody else.')
    case 'no address':
      return new ApiError('not-reachable', 'No way to write to its owner is known here.')
  }
}

export const exceptionRoutes =
  ({ floor, exceptions, identity }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)
    const coachOf = async (request: FastifyRequest): Promise<Coach> => {
      const principal = personOf(request)
      const account = await identity.accounts.account(principal.id)
      return {
        sees: (team) => coaches(principal, team, floor.current().file.teams),
        name: principal.name,
        email: account?.email ?? null,
        by: byOf(principal),
      }
    }
    const done = (why: NotDone | null): { done: true } => {
      if (why !== null) throw whyNot(why)
      return { done: true }
    }

    app.get(
      '/api/v1/exceptions',
      {
        schema: routeSchema(
          'What is off with those whom the caller may coach, and what was cleared this week',
          {
            answer: ExceptionsAnswer,
          },
        ),
      },
      async (request): Promise<ExceptionsAnswer> => exceptions.list(await coachOf(request)),
    )
    app.get(
      '/api/v1/exceptions/lifetimes',
      {
        schema: routeSchema('How long exceptions live, by team', { answer: LifetimesAnswer }),
      },
      async (request): Promise<LifetimesAnswer> => {
        const principal = personOf(request)
        const { teams } = floor.current().file
        return exceptions.lifetimes((team) => principal.role === 'leader' || coaches(principal, team, teams))
      },
    )
    app.post(
      '/api/v1/exceptions/seen',
      {
        schema: routeSchema('The caller has had these in front of them', {
          body: SeenExceptions,
          consumes,
          answer: ExceptionDone,
        }),
      },
      async (request) => {
        const coach = await coachOf(request)
        await exceptions.seen(coach, readBody(SeenExceptions, request.body).episodes)
        return done(null)
      },
    )
    app.post(
      '/api/v1/exceptions/notes',
      {
        schema: routeSchema('Writes to the owner of an exception, in the caller’s name', {
          body: NewNote,
          consumes,
          answer: ExceptionDone,
        }),
      },
      async (request) =>
        done(await exceptions.write(await coachOf(request), readBody(NewNote, request.body))),
    )
    app.post(
      '/api/v1/exceptions/snoozes',
      {
        schema: routeSchema('Sets an exception aside until an instant, or takes it up again', {
          body: NewSnooze,
          consumes,
          answer: ExceptionDone,
        }),
      },
      async (request) =>
        done(await exceptions.snooze(await coachOf(request), readBody(NewSnooze, request.body))),
    )
  }
