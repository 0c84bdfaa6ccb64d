// The inbox of data faults, the facts behind them, and mending them in place.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  BehindAnswer,
  BehindQuery,
  FixRequest,
  InboxAnswer,
  type InboxItem,
  MendedAnswer,
} from '../../../shared/wire/mending.ts'
import { byOf } from '../access/principal.ts'
import type { FixOutcome, MakeEdits } from '../mending/fix-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import type { Editing } from './editing.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { keptMending } from './kept-mending.ts'
import { refusalIn } from './refusals/refusal-words.ts'
import { routeSchema } from './route-schema.ts'

const consumes = ['application/json']
const Id = z.object({ id: z.string() })

const check = (outcome: FixOutcome): void => {
  if (outcome === 'nobody') throw new ApiError('not-found', 'There is nobody of that name on the floor.')
  if (outcome === 'gone')
    throw new ApiError('not-undoable', 'Nothing of this stands any more: it was changed since.')
}

/** Why facts were refused, as their senders were told, and what is wrong with a source. */
const inLanguage = (item: InboxItem, language: string | undefined): InboxItem => {
  if (item.kind === 'refused')
    return { ...item, first: item.first.map((each) => ({ ...each, why: refusalIn(language, each.why) })) }
  if (item.kind !== 'source' || item.what === null) return item
  return { ...item, what: refusalIn(language, item.what) }
}

export const mendingRoutes =
  ({ inbox, fixes }: ApiParts, { editor, whoIn, answering }: Editing) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    /** `isConfirmed`: whoever takes back a name knows that its facts are nobody's then. */
    const makerFor =
      (request: FastifyRequest, isConfirmed: boolean): MakeEdits =>
      async (edits, version) => {
        const who = { ...(await whoIn(request)), isConfirmed }
        return answering(version, editor.edit({ version, edits: [...edits] }, who))
      }

    app.get(
      '/api/v1/faults/inbox',
      { schema: routeSchema('What is wrong with the data, most urgent first', { answer: InboxAnswer }) },
      async (request): Promise<InboxAnswer> => {
        const answer = await inbox.answer()
        const language = request.headers['accept-language']
        return { ...answer, items: answer.items.map((item) => inLanguage(item, language)) }
      },
    )
    app.get(
      '/api/v1/faults/facts',
      {
        schema: routeSchema('The facts behind an item of the inbox, 50 at a time', {
          query: BehindQuery,
          answer: BehindAnswer,
        }),
      },
      async (request): Promise<BehindAnswer> => {
        const query = BehindQuery.safeParse(request.query)
        if (!query.success)
          throw new ApiError(
            'bad-query',
            'key: the key of an item of the inbox; after: as an answer gave it.',
          )
        const answer = await inbox.behind(query.data.key, query.data.after ?? null)
        if (answer === null) throw new ApiError('not-found', 'There are no facts behind this.')
        return answer
      },
    )
    app.get(
      '/api/v1/faults/fixes',
      { schema: routeSchema('What was mended, newest first: who, when, what', { answer: MendedAnswer }) },
      async (): Promise<MendedAnswer> => fixes.list(),
    )
    app.post(
      '/api/v1/faults/fixes',
      {
        schema: routeSchema('Mend something in place; the past is counted anew', {
          body: FixRequest,
          consumes,
          answer: MendedAnswer,
        }),
      },
      async (request): Promise<MendedAnswer> => {
        const asked = readBody(FixRequest, request.body)
        const make = makerFor(request, false)
        check(await keptMending(() => fixes.mend(asked, byOf(request.principal), make)))
        return fixes.list()
      },
    )
    app.post(
      '/api/v1/faults/fixes/:id/undo',
      { schema: routeSchema('Take back what was mended', { params: Id, answer: MendedAnswer }) },
      async (request): Promise<MendedAnswer> => {
        const { id } = Id.parse(request.params)
        const make = makerFor(request, true)
        check(await keptMending(() => fixes.undo(id, byOf(request.principal), make)))
        return fixes.list()
      },
    )
  }
