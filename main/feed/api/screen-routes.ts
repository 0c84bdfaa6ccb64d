// What the feed knows of each screen, and what it can be asked to do.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { CommandAnswer, RevokedAnswer, ScreenCommand, ScreensAnswer } from '../../../shared/wire/screens.ts'
import { byOf } from '../access/principal.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, shortBody } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const ScreenParams = z.object({ id: z.string() })

export const screenRoutes =
  ({ floor, screens, screenshots, clock }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const known = (params: unknown): string => {
      const { id } = ScreenParams.parse(params)
      if (floor.current().file.screens.some((screen) => screen.id === id)) return id
      throw new ApiError('not-found', `The floor has no screen "${id}".`)
    }

    app.get(
      '/api/v1/screens',
      { schema: routeSchema('Every screen as it is now', { answer: ScreensAnswer }) },
      async (): Promise<z.infer<typeof ScreensAnswer>> => ({
        now: clock.now(),
        screens: [...screens.statuses()],
      }),
    )
    app.post(
      '/api/v1/screens/:id/commands',
      {
        ...shortBody,
        schema: routeSchema('Have the TVs of a screen do something once', {
          params: ScreenParams,
          body: ScreenCommand,
          answer: CommandAnswer,
        }),
      },
      async (request): Promise<z.infer<typeof CommandAnswer>> => {
        const id = known(request.params)
        const { command } = readBody(ScreenCommand, request.body)
        request.log.info({ screen: id, command, by: byOf(request.principal) }, 'a screen was commanded')
        if (command !== 'screenshot') return { reached: screens.command(id, command).reached }
        const screenshot = await screenshots.ask(id, () => {
          const sent = screens.command(id, command)
          return sent.reached === 0 ? null : sent.id
        })
        return screenshot === null ? { reached: 0 } : { reached: 1, screenshot }
      },
    )
    app.delete(
      '/api/v1/screens/:id/tokens',
      {
        schema: routeSchema('Take a screen off the wall: its TVs ask to be paired again', {
          params: ScreenParams,
          answer: RevokedAnswer,
        }),
      },
      async (request): Promise<z.infer<typeof RevokedAnswer>> => {
        // Also of a screen that the floor no longer has: its TVs may still hold their tokens.
        const { id } = ScreenParams.parse(request.params)
        const revoked = await screens.revoke(id, request.principal)
        request.log.info(
          { screen: id, revoked, by: byOf(request.principal) },
          'a screen was taken off the wall',
        )
        return { revoked }
      },
    )
  }
