// The services that messages of celebrations go to: set up, tried, taken away. What opens them is written and never read.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  ConnectionAnswer,
  ConnectionsAnswer,
  NewConnection,
  TestAnswer,
  TestArrived,
  TestConnection,
} from '../../../shared/wire/celebrations/api.ts'
import { Slug } from '../../../shared/wire/text.ts'
import { ChosenEvents, Replay, ReplayAnswer } from '../../../shared/wire/webhooks.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ id: Slug })

const unknown = (): ApiError => new ApiError('not-found', 'There is no connection of that name.')

const idOf = ({ params }: FastifyRequest): string => {
  const { data } = Params.safeParse(params)
  if (data === undefined) throw unknown()
  return data.id
}

export const connectionRoutes =
  ({ outbox }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    app.get(
      '/api/v1/connections',
      { schema: routeSchema('Services that messages go to', { answer: ConnectionsAnswer }) },
      async (): Promise<ConnectionsAnswer> => ({
        connections: [...outbox.connections.list()],
        mail: outbox.mailGoes,
      }),
    )
    app.put(
      '/api/v1/connections/:id',
      {
        schema: routeSchema('Set up a service; its secret is never answered', {
          params: Params,
          body: NewConnection,
          answer: ConnectionAnswer,
        }),
      },
      async (request): Promise<ConnectionAnswer> => {
        const { data } = Params.safeParse(request.params)
        if (data === undefined)
          throw new ApiError(
            'bad-body',
            'A connection’s id has lower-case letters, digits and hyphens, such as slack-deals.',
          )
        return await outbox.connections.put(data.id, readBody(NewConnection, request.body))
      },
    )
    app.delete(
      '/api/v1/connections/:id',
      { schema: routeSchema('Forget a service and its secret', { params: Params }) },
      async (request) => {
        if (!(await outbox.connections.remove(idOf(request)))) throw unknown()
        return {}
      },
    )
    app.post(
      '/api/v1/connections/:id/test',
      {
        schema: routeSchema('Send a test message, and say what is known of it', {
          params: Params,
          body: TestConnection,
          answer: TestAnswer,
        }),
      },
      async (request): Promise<TestAnswer> => {
        const { channel } = readBody(TestConnection, request.body)
        const answer = await outbox.test(idOf(request), channel ?? null)
        if (answer === null) throw unknown()
        return answer
      },
    )
    app.put(
      '/api/v1/connections/:id/events',
      {
        schema: routeSchema('Choose what a webhook is told beside alerts', {
          params: Params,
          body: ChosenEvents,
        }),
      },
      async (request) => {
        const { events } = readBody(ChosenEvents, request.body)
        if ((await outbox.connections.choose(idOf(request), events)) === null) throw unknown()
        return {}
      },
    )
    app.post(
      '/api/v1/connections/:id/replay',
      {
        schema: routeSchema('Send a webhook once more what it was sent since then, with the same ids', {
          params: Params,
          body: Replay,
          answer: ReplayAnswer,
        }),
      },
      async (request): Promise<z.infer<typeof ReplayAnswer>> => {
        const { since } = readBody(Replay, request.body)
        const messages = outbox.replay(idOf(request), Date.parse(since))
        if (messages === null) throw unknown()
        return { messages }
      },
    )
    app.post(
      '/api/v1/connections/:id/arrived',
      {
        schema: routeSchema('Say whether the test message arrived', {
          params: Params,
          body: TestArrived,
        }),
      },
      async (request) => {
        const { arrived } = readBody(TestArrived, request.body)
        if (!(await outbox.connections.noteArrived(idOf(request), arrived))) throw unknown()
        return {}
      },
    )
  }
