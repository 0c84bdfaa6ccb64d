// Messages out: how each of them goes, and once more what was given up. How many celebrations were answered.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { AnsweredAnswer, DeliveriesAnswer } from '../../../shared/wire/celebrations/api.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ id: z.string().max(60) })

export const deliveryRoutes =
  ({ outbox }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    app.get(
      '/api/v1/deliveries',
      { schema: routeSchema('Messages out, newest first', { answer: DeliveriesAnswer }) },
      async (): Promise<DeliveriesAnswer> => ({ deliveries: [...outbox.deliveries()] }),
    )
    app.post(
      '/api/v1/deliveries/:id/retry',
      { schema: routeSchema('Send once more what was given up', { params: Params }) },
      async (request) => {
        const { data } = Params.safeParse(request.params)
        if (data === undefined || !outbox.retry(data.id))
          throw new ApiError('not-found', 'There is no such message, or it was sent, or it still waits.')
        return {}
      },
    )
    app.get(
      '/api/v1/celebrations/answered',
      {
        schema: routeSchema('How many of the celebrations that leaders were told of were answered in time', {
          answer: AnsweredAnswer,
        }),
      },
      async (): Promise<AnsweredAnswer> => outbox.answered(),
    )
  }
