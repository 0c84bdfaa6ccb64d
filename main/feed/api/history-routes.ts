// The versions of the floor: what each changed, its text, and undoing it.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { HistoryAnswer, UndoRequest } from '../../../shared/wire/floor-edits.ts'
import { createUndo } from '../edits/undo-version.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { ConfirmQuery } from './confirmed-unassigned.ts'
import type { Editing } from './editing.ts'
import { readJson } from './read-json.ts'
import { readText } from './read-text.ts'
import { routeSchema } from './route-schema.ts'

const Version = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
const HistoryQuery = z.strictObject({ before: Version.optional() })
const VersionParams = z.object({ version: Version })
const UndoneAnswer = z.object({ version: z.int() })

const noVersion = (version: string | number): ApiError =>
  new ApiError('not-found', `The floor has no version ${version}.`)

const versionIn = (params: unknown): number => {
  const parsed = VersionParams.safeParse(params)
  if (!parsed.success) throw noVersion('of that name')
  return parsed.data.version
}

export const historyRoutes =
  ({ floor, turns }: ApiParts, { editor, history, whoIn, answering }: Editing) =>
  async (app: FastifyInstance): Promise<void> => {
    const undo = createUndo({ floor, history, editor, turns })
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', readText)

    app.get(
      '/api/v1/history',
      {
        schema: routeSchema('What changed the floor, newest first, 50 versions at a time', {
          query: HistoryQuery,
          answer: HistoryAnswer,
        }),
      },
      async (request) => {
        const query = HistoryQuery.safeParse(request.query)
        if (!query.success)
          throw new ApiError('bad-query', 'There is one parameter, before: the number of a version.')
        return history.page(query.data.before ?? null)
      },
    )
    app.get(
      '/api/v1/history/:version',
      {
        schema: routeSchema('The text of a version', {
          params: VersionParams,
          produces: ['application/yaml'],
        }),
      },
      async (request, reply) => {
        const version = versionIn(request.params)
        const entry = await history.entry(version)
        if (entry === null) throw noVersion(version)
        return reply.type('application/yaml; charset=utf-8').send(entry.text)
      },
    )
    app.post(
      '/api/v1/history/:version/undo',
      {
        schema: routeSchema('Undo one of the last versions, where nothing newer touches the same', {
          params: VersionParams,
          query: ConfirmQuery,
          body: UndoRequest,
          answer: UndoneAnswer,
        }),
      },
      async (request) => {
        const version = versionIn(request.params)
        const { version: seen } = readJson(request.body, UndoRequest)
        const undone = await answering(seen, undo({ version, seen, who: await whoIn(request) }))
        if (undone === null) throw noVersion(version)
        return { version: undone.version }
      },
    )
  }
