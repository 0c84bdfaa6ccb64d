// The floor changed piece by piece.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { FloorEditRequest } from '../../../shared/wire/floor-edits.ts'
import { byOf } from '../access/principal.ts'
import { createPieceEditor } from '../edits/edit-pieces.ts'
import { StaleFloor } from '../store/log.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { ConfirmQuery, isConfirmed } from './confirmed-unassigned.ts'
import { readJson } from './read-json.ts'
import { readText } from './read-text.ts'
import { routeSchema } from './route-schema.ts'

const EditedAnswer = z.object({ version: z.int() })

const stale = (version: number): ApiError =>
  new ApiError('stale-floor', 'The floor was changed since you saw it; nothing of yours was changed.', {
    version,
  })

export const floorEditRoutes = (parts: ApiParts) => {
  const editor = createPieceEditor(parts)
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', readText)

    app.post(
      '/api/v1/floor/edits',
      {
        schema: routeSchema('Change the floor piece by piece: all of the edits are made, or none', {
          query: ConfirmQuery,
          body: FloorEditRequest,
          consumes: ['application/json'],
          answer: EditedAnswer,
        }),
      },
      async (request) => {
        const asked = readJson(request.body, FloorEditRequest)
        try {
          const { version } = await editor.edit(asked, byOf(request.principal), isConfirmed(request.query))
          return { version }
        } catch (error) {
          throw error instanceof StaleFloor ? stale(parts.floor.current().version) : error
        }
      },
    )
  }
}
