// Where numbers come from by themselves: what can be connected, how each source does, its key, and what is asked of it. A source
// is set up, paused and taken away in the floor file, by an edit like any other; its key is written and never read.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  SourceAction,
  SourceDifference,
  SourceKeys,
  SourcesAnswer,
  TriedSource,
  TrySource,
} from '../../../shared/wire/sources.ts'
import { Slug } from '../../../shared/wire/text.ts'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { sourceIn, triedSourceIn } from './refusals/answers-in.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ id: Slug })

const unknown = (): ApiError => new ApiError('not-found', 'There is no source of that name.')

const idOf = ({ params }: FastifyRequest): string => {
  const { data } = Params.safeParse(params)
  if (data === undefined) throw unknown()
  return data.id
}

export const sourceRoutes =
  ({ sources }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    app.get(
      '/api/v1/sources',
      {
        schema: routeSchema('What can be connected, and how each source does', { answer: SourcesAnswer }),
      },
      async ({ headers }): Promise<SourcesAnswer> => {
        const answer = sources.answer()
        return {
          ...answer,
          sources: answer.sources.map((each) => sourceIn(each, headers['accept-language'])),
        }
      },
    )
    app.post(
      '/api/v1/sources/try',
      {
        schema: routeSchema('Ask a source everything before it starts; nothing is kept', {
          body: TrySource,
          answer: TriedSource,
        }),
      },
      async ({ body, headers }): Promise<TriedSource> =>
        triedSourceIn(await sources.tryOut(readBody(TrySource, body)), headers['accept-language']),
    )
    app.put(
      '/api/v1/sources/:id/keys',
      {
        schema: routeSchema('Keep the keys of a source; they are never answered', {
          params: Params,
          body: SourceKeys,
        }),
      },
      async (request) => {
        await sources.setKeys(idOf(request), readBody(SourceKeys, request.body).keys)
        return {}
      },
    )
    app.delete(
      '/api/v1/sources/:id/keys',
      { schema: routeSchema('Forget the keys of a source', { params: Params }) },
      async (request) => {
        if (!(await sources.removeKeys(idOf(request)))) throw unknown()
        return {}
      },
    )
    app.post(
      '/api/v1/sources/:id/actions',
      {
        schema: routeSchema('Read a source now, read its past again, or take what was held back', {
          params: Params,
          body: SourceAction,
        }),
      },
      async (request) => {
        if (!(await sources.act(idOf(request), readBody(SourceAction, request.body)))) throw unknown()
        return {}
      },
    )
    app.get(
      '/api/v1/sources/:id/difference',
      {
        schema: routeSchema('This month as the source counts it, and as the wall does', {
          params: Params,
          answer: SourceDifference,
        }),
      },
      async (request): Promise<SourceDifference> => {
        try {
          const answer = await sources.difference(idOf(request))
          if (answer === null) throw unknown()
          return answer
        } catch (error) {
          if (error instanceof SourceTrouble) throw new ApiError('source-trouble', error.message)
          throw error
        }
      },
    )
  }
