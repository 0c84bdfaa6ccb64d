// "This looks wrong": anybody who sees a number may say so; managers read and answer.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DoubtAnswer, DoubtsAnswer, DoubtTaken, NewDoubt } from '../../../shared/wire/doubts.ts'
import { byOf, isKnown, type Principal } from '../access/principal.ts'
import { isWithin, rowsOf } from '../access/private-views.ts'
import type { SeesDoubt } from '../mending/doubt-desk.ts'
import { addressKey } from '../screens/pairing/address-key.ts'
import { createRequestThrottle } from '../screens/pairing/request-throttle.ts'
import { MendingUnavailable } from '../store/mending-store.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const consumes = ['application/json']
const Id = z.object({ id: z.string() })

/** Nobody writes faster; an office behind one address scans a wall’s code together. */
const aMinuteOfEach = 5
/** Of all who have not said who they are, together. */
const aMinuteOfUnknown = 20

/** What the disk refuses is said, and nothing of it is kept. */
const kept = <T>(write: () => T): T => {
  try {
    return write()
  } catch (error) {
    if (!(error instanceof MendingUnavailable)) throw error
    throw new ApiError('log-unavailable', `Nothing can be written at the moment: ${error.message}.`)
  }
}

export const doubtRoutes =
  ({ floor, doubts, clock }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)
    const each = createRequestThrottle(aMinuteOfEach)
    const unknown = createRequestThrottle(aMinuteOfUnknown)

    const listen = ({ principal, ip }: FastifyRequest): void => {
      const now = clock.now()
      const until = isKnown(principal)
        ? each.take(byOf(principal), now)
        : (each.take(addressKey(ip), now) ?? unknown.take('', now))
      if (until === null) return
      const retryAfterSeconds = Math.max(1, Math.ceil((until - now) / 1000))
      throw new ApiError('too-many-tries', `That is many at once. Try again in ${retryAfterSeconds} s.`, {
        retryAfterSeconds,
      })
    }

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
        listen(request)
        const taken = kept(() => doubts.add(doubt, byOf(request.principal)))
        if (taken === 'full')
          throw new ApiError('too-busy', 'So many wait for an answer already that no more are taken.')
        if ('code' in taken) throw new ApiError(taken.code, taken.message)
        return { id: doubt.id, at: taken.at }
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
        if (!kept(() => doubts.reply(id, words, byOf(request.principal), sees)))
          throw new ApiError('not-found', 'This is not there any more.')
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
        kept(() => doubts.remove(Id.parse(request.params).id))
        return doubts.answer(sightOf(request.principal))
      },
    )
  }
