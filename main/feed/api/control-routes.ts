// What remotes ask of screens, and who holds them.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Control, ControlAnswer, ControlRequest } from '../../../shared/wire/control.ts'
import { Slug } from '../../../shared/wire/text.ts'
import { holderOf } from '../control/holder.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readJson } from './read-json.ts'
import { readText } from './read-text.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ screen: Slug })

export const controlRoutes =
  ({ controls }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', readText)

    app.post(
      '/api/v1/controls',
      {
        schema: routeSchema('Hold screens and step through their boards: on all of them, or on none', {
          body: ControlRequest,
          consumes: ['application/json'],
          answer: ControlAnswer,
        }),
      },
      async (request): Promise<z.infer<typeof ControlAnswer>> => {
        const asked = readJson(request.body, ControlRequest)
        const outcome = controls.act(asked, holderOf(request.principal))
        if (outcome.ok) return { controls: [...outcome.controls] }
        const { code, message } = outcome.refusal
        throw new ApiError(code, message, { controls: [...outcome.controls] })
      },
    )
    app.get(
      '/api/v1/controls/:screen',
      { schema: routeSchema('Who holds a screen', { params: Params, answer: Control }) },
      async ({ params }): Promise<Control> => {
        const { data } = Params.safeParse(params)
        const control = data ? controls.of(data.screen) : null
        if (!control) throw new ApiError('unknown-screen', 'The floor has no screen of that name.')
        return control
      },
    )
  }
