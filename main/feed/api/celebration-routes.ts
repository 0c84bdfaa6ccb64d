// Celebrations as consoles and remotes see them: what was celebrated and why, by hand, again, not at all, tried, and what
// a leader writes.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { celebrationRuleFaults } from '../../../shared/domain/floor-file/celebration-faults.ts'
import type { Leader } from '../../../shared/wire/celebrations/alert.ts'
import {
  Celebration,
  CelebrationAction,
  CelebrationsAnswer,
  CelebrationsQuery,
  Congratulation,
  NewCelebration,
  PlayRule,
  TriedRule,
  TryRule,
} from '../../../shared/wire/celebrations/api.ts'
import type { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import { byOf, nameOf } from '../access/principal.ts'
import type { ByHand } from '../celebrations/celebration-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ id: z.string() })

const consumes = ['application/json']

export const celebrationRoutes =
  ({ celebrations, floor, identity }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    const whoOf = ({ principal }: FastifyRequest): ByHand => ({
      by: byOf(principal),
      name: nameOf(principal),
    })
    /** Whoever signs in by a leader's address is that leader: their link and the console write the same words. */
    const leaderOf = async ({ principal }: FastifyRequest): Promise<Leader | null> => {
      if (principal.kind !== 'person') return null
      const email = (await identity.accounts.account(principal.id))?.email.toLowerCase()
      const leaders = floor.current().file.alerts.flatMap((alert) => alert.leaders)
      return leaders.find((leader) => leader.email.toLowerCase() === email) ?? null
    }
    const idOf = ({ params }: FastifyRequest): string => Params.parse(params).id
    const known = <T>(celebration: T | null): T => {
      if (celebration === null) throw new ApiError('not-found', 'There is no celebration of that name.')
      return celebration
    }
    const checkScreens = (screens: readonly string[] | undefined): void => {
      const all = new Set(floor.current().file.screens.map(({ id }) => id))
      const unknown = screens?.find((screen) => !all.has(screen))
      if (unknown !== undefined) throw new ApiError('unknown-screen', `The floor has no screen "${unknown}".`)
    }
    /** A rule that is not saved yet holds together as one of the floor would. */
    const checkRule = (rule: CelebrationRule): void => {
      const [fault] = celebrationRuleFaults(rule, floor.current().file, ['rule'])
      if (fault !== undefined) throw new ApiError('bad-body', `${fault.path.join('.')}: ${fault.message}`)
    }

    app.get(
      '/api/v1/celebrations',
      {
        schema: routeSchema('What was celebrated, what waits, and what became of it: the last 200', {
          query: CelebrationsQuery,
          answer: CelebrationsAnswer,
        }),
      },
      async (request): Promise<z.infer<typeof CelebrationsAnswer>> => {
        const query = CelebrationsQuery.safeParse(request.query)
        if (!query.success)
          throw new ApiError('bad-query', 'There is one parameter: since, an instant with its offset.')
        const { since } = query.data
        return { celebrations: [...celebrations.list(since === undefined ? null : Date.parse(since))] }
      },
    )
    app.post(
      '/api/v1/celebrations',
      {
        schema: routeSchema('Celebrate by hand: a gong, or recognition of somebody', {
          body: NewCelebration,
          consumes,
          answer: Celebration,
        }),
      },
      async (request): Promise<Celebration> => {
        const asked = readBody(NewCelebration, request.body)
        checkScreens(asked.screens)
        const people = new Map(floor.current().file.people.map((person) => [person.id, person]))
        for (const id of asked.people) {
          const person = people.get(id)
          if (person === undefined) throw new ApiError('unknown-entry', `The floor has no person "${id}".`)
          if (person.celebrate === 'none')
            throw new ApiError('bad-body', `${person.name} wants no celebrations: choose somebody else.`)
        }
        return celebrations.begin(asked, whoOf(request))
      },
    )
    app.post(
      '/api/v1/celebrations/:id/actions',
      {
        schema: routeSchema('Cancel a celebration, or play it again', {
          params: Params,
          body: CelebrationAction,
          consumes,
          answer: Celebration,
        }),
      },
      async (request): Promise<Celebration> => {
        const { do: action } = readBody(CelebrationAction, request.body)
        const [id, who] = [idOf(request), whoOf(request)]
        return known(action === 'cancel' ? celebrations.cancel(id, who) : await celebrations.replay(id, who))
      },
    )
    app.post(
      '/api/v1/celebrations/:id/words',
      {
        schema: routeSchema(
          'Congratulate: what a leader writes joins the takeover; of each of them the last words stand',
          {
            params: Params,
            body: Congratulation,
            consumes,
            answer: Celebration,
          },
        ),
      },
      async (request): Promise<Celebration> => {
        const { text } = readBody(Congratulation, request.body)
        const { by, name } = whoOf(request)
        const leader = await leaderOf(request)
        const said = {
          text,
          name: leader?.name ?? name,
          title: leader?.title ?? null,
          photo: leader?.photo ?? null,
        }
        return known(await celebrations.write(idOf(request), said, leader?.email.toLowerCase() ?? by))
      },
    )
    app.post(
      '/api/v1/celebrations/try',
      {
        schema: routeSchema('What a rule would have celebrated in the last 90 days', {
          body: TryRule,
          consumes,
          answer: TriedRule,
        }),
      },
      async (request): Promise<TriedRule> => {
        const { rule } = readBody(TryRule, request.body)
        checkRule(rule)
        return celebrations.tryRule(rule)
      },
    )
    app.post(
      '/api/v1/celebrations/play',
      {
        schema: routeSchema('Play a rule at once on some screens, marked as a test', {
          body: PlayRule,
          consumes,
          answer: z.object({}),
        }),
      },
      async (request): Promise<object> => {
        const { rule, screens } = readBody(PlayRule, request.body)
        checkScreens(screens)
        checkRule(rule)
        await celebrations.play(rule, screens)
        return {}
      },
    )
  }
