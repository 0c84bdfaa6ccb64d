// Metrics that are tried before they are saved, and what facts have that they can ask for.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { DraftAnswer, DraftRequest, FactFieldsAnswer } from '../../../shared/wire/metric-drafts.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import type { Editing } from './editing.ts'
import { readJson } from './read-json.ts'
import { readText } from './read-text.ts'
import { refusalIn } from './refusals/refusal-words.ts'
import { routeSchema } from './route-schema.ts'

/** False once whoever asked has gone, as a page does that asks for the next draft. */
const waitsFor =
  ({ raw }: FastifyReply): (() => boolean) =>
  () =>
    !raw.destroyed && !(raw.socket?.destroyed ?? false)

/** Nobody reads it. */
const nobodyWaits = () => new ApiError('bad-query', 'Nobody waits for this answer.')

export const draftRoutes =
  ({ drafts }: ApiParts, { answering }: Pick<Editing, 'answering'>) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', readText)
    app.post(
      '/api/v1/metric-drafts',
      {
        schema: routeSchema(
          'What a metric that is not saved yet comes to, and what just misses it; nothing is saved',
          { body: DraftRequest, consumes: ['application/json'], answer: DraftAnswer },
        ),
      },
      async (request, reply): Promise<DraftAnswer> => {
        const asked = readJson(request.body, DraftRequest)
        const answer = await answering(asked.version, drafts.count(asked, waitsFor(reply)))
        if (answer === null) throw nobodyWaits()
        return {
          ...answer,
          refused: answer.refused.map((each) => refusalIn(request.headers['accept-language'], each)),
        }
      },
    )
    app.get(
      '/api/v1/fact-fields',
      {
        schema: routeSchema('Which fields the facts that stand have, and what is in them most often', {
          answer: FactFieldsAnswer,
        }),
      },
      async (_, reply): Promise<FactFieldsAnswer> => {
        const answer = await drafts.fields(waitsFor(reply))
        if (answer === null) throw nobodyWaits()
        return answer
      },
    )
  }
