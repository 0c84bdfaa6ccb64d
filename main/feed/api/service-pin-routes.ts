// The PIN of the service menus, for whoever looks after the TVs.
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { ServicePinAnswer } from '../../../shared/wire/service.ts'
import { byOf } from '../access/principal.ts'
import type { ApiParts } from './api-parts.ts'
import { routeSchema } from './route-schema.ts'

type Answer = z.infer<typeof ServicePinAnswer>

export const servicePinRoutes =
  ({ servicePin }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.get(
      '/api/v1/service-pin',
      {
        schema: routeSchema('The PIN that opens the service menu of the kiosks', {
          answer: ServicePinAnswer,
        }),
      },
      async (): Promise<Answer> => ({ pin: servicePin.pin() }),
    )
    app.post(
      '/api/v1/service-pin',
      { schema: routeSchema('Make a new PIN for the service menus', { answer: ServicePinAnswer }) },
      async (request): Promise<Answer> => {
        const pin = await servicePin.renew()
        request.log.info({ by: byOf(request.principal) }, 'the service PIN was made anew')
        return { pin }
      },
    )
  }
