// Tokens of programs and TVs, for admins.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { TokenAnswer, TokenRequest, TokensAnswer } from '../../../shared/wire/accounts.ts'
import { createToken, keepToken } from '../access/token.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const Id = z.object({ id: z.string() })

export const tokenRoutes =
  ({ identity: { accounts, tokens }, clock, floor }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)
    app.get(
      '/api/v1/tokens',
      { schema: routeSchema('The tokens, without what opens anything', { answer: TokensAnswer }) },
      async (): Promise<z.infer<typeof TokensAnswer>> => {
        const uses = await accounts.tokenUses()
        return {
          tokens: (await tokens.tokens()).map(({ id, name, role, screen, createdAt }) => ({
            id,
            name,
            role,
            screen: screen ?? null,
            createdAt: Date.parse(createdAt),
            lastUsed: uses.get(id) ?? null,
          })),
        }
      },
    )
    app.post(
      '/api/v1/tokens',
      { schema: routeSchema('Make a token; it is shown once', { body: TokenRequest, answer: TokenAnswer }) },
      async (request): Promise<z.infer<typeof TokenAnswer>> => {
        const { name, role, screen } = readBody(TokenRequest, request.body)
        if (screen !== undefined && role !== 'screen')
          throw new ApiError('bad-body', 'screen: only a token of the role screen is for one screen.')
        if (screen !== undefined && !floor.current().file.screens.some(({ id }) => id === screen))
          throw new ApiError('bad-body', `screen: there is no screen ${screen}.`)
        const token = createToken(role)
        const stored = keepToken(token, role, name, clock.now(), screen)
        await tokens.addToken(stored)
        return { id: stored.id, token }
      },
    )
    app.delete(
      '/api/v1/tokens/:id',
      { schema: routeSchema('Revoke a token', { params: Id }) },
      async (request) => {
        if (!(await tokens.revokeToken(Id.parse(request.params).id)))
          throw new ApiError('not-found', 'There is no such token.')
        return {}
      },
    )
  }
