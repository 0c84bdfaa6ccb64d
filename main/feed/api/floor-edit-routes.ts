// The floor changed piece by piece, and whole-file edits looked at before they are made.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Board, FloorFile } from '../../../shared/wire/floor.ts'
import {
  EditEffects,
  EffectsRequest,
  FloorEditRequest,
  PreviewAnswer,
} from '../../../shared/wire/floor-edits.ts'
import { seesBoard } from '../access/private-views.ts'
import { createOnce } from '../edits/once.ts'
import type { CurrentFloor } from '../fold/live-floor.ts'
import type { ApiParts } from './api-parts.ts'
import { ConfirmQuery } from './confirmed-unassigned.ts'
import type { Editing } from './editing.ts'
import { readJson } from './read-json.ts'
import { readText } from './read-text.ts'
import { refusalIn } from './refusals/refusal-words.ts'
import { routeSchema } from './route-schema.ts'
import { yamlTypes } from './yaml-types.ts'

/** Of five thousand people with all that a spreadsheet says of them; a floor file holds 200,000. */
const mostEditValues = 150_000

const EditedAnswer = z.object({ version: z.int() })

export const floorEditRoutes =
  (
    { floor, readFloorFile, effectsOf, rightsOf, identity: { access } }: ApiParts,
    { editor, history, whoIn, answering }: Editing,
  ) =>
  async (app: FastifyInstance): Promise<void> => {
    const once = createOnce<CurrentFloor>()
    app.removeAllContentTypeParsers()
    app.addContentTypeParser([...yamlTypes, 'application/json'], readText)

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
        const asked = readJson(request.body, FloorEditRequest, mostEditValues)
        const who = await whoIn(request)
        const edit = () => editor.edit(asked, who)
        const work = asked.id === undefined ? edit() : once(`${who.by} ${asked.id}`, edit)
        const { version } = await answering(asked.version, work)
        return { version }
      },
    )
    app.post(
      '/api/v1/floor/edits/preview',
      {
        schema: routeSchema('What edits of the floor would move, worked out on a copy; nothing is done', {
          body: EffectsRequest,
          consumes: ['application/json'],
          answer: EditEffects,
        }),
      },
      async (request): Promise<EditEffects> => {
        const asked = readJson(request.body, EffectsRequest, mostEditValues)
        const { principal } = request
        const audiences = await access.audiences(principal)
        const { teams } = floor.current().file
        const viewer = {
          rights: await rightsOf(principal),
          sees: (board: Board) => seesBoard(principal, audiences, board, teams),
        }
        const effects = await answering(asked.version, effectsOf(asked, viewer))
        const language = request.headers['accept-language']
        return { ...effects, errors: effects.errors.map((message) => refusalIn(language, message)) }
      },
    )
    app.post(
      '/api/v1/floor/preview',
      {
        schema: routeSchema('What a floor file would change, and what is wrong with it; nothing is done', {
          body: FloorFile,
          consumes: ['application/yaml', 'application/json'],
          answer: PreviewAnswer,
        }),
      },
      async (request) => {
        const text = typeof request.body === 'string' ? request.body : ''
        const { version, text: stands } = floor.current()
        const reading = await readFloorFile(text)
        if (!reading.ok) {
          const language = request.headers['accept-language']
          const errors = reading.errors.map((each) => ({
            ...each,
            message: refusalIn(language, each.message),
          }))
          return { version, changes: [], errors }
        }
        return { version, changes: await history.changes(stands, text), errors: [] }
      },
    )
  }
