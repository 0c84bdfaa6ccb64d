// Imports as a whole: begun, ended, listed and undone; and facts withdrawn many at a time.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  ImportEnded,
  ImportEndRequest,
  ImportId,
  ImportOpened,
  ImportRequest,
  ImportsAnswer,
  ImportUndone,
  ImportUndoRequest,
  WithdrawalAnswer,
  WithdrawalRequest,
} from '../../../shared/wire/imports.ts'
import { byOf } from '../access/principal.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readJson } from './read-json.ts'
import { readText } from './read-text.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ id: ImportId })

const idIn = (params: unknown): string => {
  const parsed = Params.safeParse(params)
  if (!parsed.success) throw new ApiError('unknown-import', 'An import has an id such as 1f2e3d4c.')
  return parsed.data.id
}

export const importRoutes =
  ({ imports, limits }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', readText)

    app.post(
      '/api/v1/imports',
      {
        schema: routeSchema('Begin an import, or the check of one: facts sent with its id belong together', {
          body: ImportRequest,
          answer: ImportOpened,
        }),
      },
      async (request) => {
        const asked = readJson(request.body, ImportRequest)
        if (!asked.check) limits.admitBytes(0)
        return { id: await imports.begin(asked, byOf(request.principal)) }
      },
    )
    app.get(
      '/api/v1/imports',
      { schema: routeSchema('Imports, newest first', { answer: ImportsAnswer }) },
      async () => ({ imports: await imports.list() }),
    )
    app.post(
      '/api/v1/imports/:id/end',
      {
        schema: routeSchema('End an import: what it replaces is withdrawn, a check says what would change', {
          params: Params,
          body: ImportEndRequest,
          answer: ImportEnded,
        }),
      },
      async (request) => {
        const id = idIn(request.params)
        return imports.end(id, readJson(request.body, ImportEndRequest), byOf(request.principal))
      },
    )
    app.post(
      '/api/v1/imports/:id/undo',
      {
        schema: routeSchema('Undo an import; facts that changed since stay as they are', {
          params: Params,
          body: ImportUndoRequest,
          answer: ImportUndone,
        }),
      },
      async (request) => {
        const id = idIn(request.params)
        const { check } = readJson(request.body, ImportUndoRequest)
        return imports.undo(id, check, byOf(request.principal))
      },
    )
    app.post(
      '/api/v1/withdrawals',
      {
        schema: routeSchema('Withdraw the facts of a source', {
          body: WithdrawalRequest,
          answer: WithdrawalAnswer,
        }),
      },
      async (request) => imports.withdraw(readJson(request.body, WithdrawalRequest), byOf(request.principal)),
    )
  }
