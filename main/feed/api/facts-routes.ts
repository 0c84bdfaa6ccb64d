import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Fact, FactsAnswer } from '../../../shared/wire/fact.ts'
import { byOf, nameOf } from '../access/principal.ts'
import type { FactsTarget } from '../imports/import-desk.ts'
import { decodeBody } from '../ingest/decode-body.ts'
import { type BodyFormat, readFacts } from '../ingest/read-facts.ts'
import { startTally, takeFacts } from '../ingest/take-facts.ts'
import { refusingFloor } from '../limits/limited-floor.ts'
import { toApiError } from './answer-errors.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readVersion } from './read-version.ts'
import { routeSchema } from './route-schema.ts'

const FactKey = z.object({ source: Fact.options[0].shape.source, id: Fact.options[0].shape.id })
const FactsBody = z.object({ facts: z.array(Fact) })
const WithdrawalQuery = z.object({ version: z.string().optional(), import: z.string().optional() })
const WithdrawalAnswer = z.object({
  withdrawn: z.boolean(),
  /** Nothing changed, since a newer version stands or was withdrawn; else left out. */
  late: z.literal(true).optional(),
  seq: z.int(),
})

/** What the facts belong to. */
const ImportQuery = z.looseObject({ import: z.string().optional() })

const formatOf = (request: FastifyRequest): BodyFormat =>
  request.headers['content-type']?.includes('ndjson') ? 'ndjson' : 'json'

export const factsRoutes = ({ floor, imports, clock, metrics, turns, refused, limits }: ApiParts) => {
  const noteRefused = ({ query, principal }: FastifyRequest, { rejected, unread }: FactsAnswer): void =>
    refused.note({
      door: ImportQuery.safeParse(query).data?.import === undefined ? 'facts' : 'import',
      name: nameOf(principal),
      count: rejected.length + (unread ?? 0),
      first: rejected.slice(0, 5).map(({ id, error }) => ({ fact: id ?? null, why: error })),
    })

  /** Where they go: into the floor, or where the import that they are of sends them. */
  const targetOf = async (request: FastifyRequest): Promise<FactsTarget> => {
    const query = ImportQuery.safeParse(request.query)
    if (!query.success) throw new ApiError('bad-query', 'import: must be the id of one import.')
    const by = byOf(request.principal)
    const target =
      query.data.import === undefined
        ? { floor, by, kept: true }
        : await imports.target(query.data.import, by)
    return target.kept ? { ...target, floor: refusingFloor(target.floor, limits) } : target
  }

  const take = async (request: FastifyRequest): Promise<FactsAnswer> => {
    const tally = startTally()
    let body: Readable = request.raw
    let kept = true
    try {
      const target = await targetOf(request)
      kept = target.kept
      body = decodeBody(request.raw, request.headers['content-encoding'])
      await takeFacts(
        { floor: target.floor, clock, turns, by: target.by },
        await readFacts(body, formatOf(request)),
        tally,
      )
      return tally
    } catch (error) {
      const { code, message, details } = toApiError(error)
      throw new ApiError(code, message, { ...details, taken: tally }, { cause: error })
    } finally {
      if (body !== request.raw) body.destroy()
      if (kept) {
        metrics.noteFacts(tally)
        noteRefused(request, tally)
      }
    }
  }

  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    // The body is left alone until the handler reads it, piece by piece.
    app.addContentTypeParser(['application/json', 'application/x-ndjson'], (_request, _body, done) =>
      done(null),
    )

    app.post(
      '/api/v1/facts',
      {
        schema: routeSchema('Send facts', {
          query: ImportQuery,
          body: FactsBody,
          consumes: ['application/json', 'application/x-ndjson'],
          answer: FactsAnswer,
        }),
      },
      async (request, reply) => {
        if (request.headers['content-type'] === undefined)
          throw new ApiError('unsupported-type', 'Send application/json or application/x-ndjson.')
        const answer = await take(request)
        return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer))
      },
    )

    app.delete(
      '/api/v1/facts/:source/:id',
      {
        schema: routeSchema('Withdraw a fact; one that is not there stays so', {
          params: FactKey,
          query: WithdrawalQuery,
          answer: WithdrawalAnswer,
        }),
      },
      async (request) => {
        const key = FactKey.safeParse(request.params)
        if (!key.success) throw new ApiError('bad-query', 'A source has 1 to 100 characters, an id 1 to 300.')
        const { import: _, ...query } = ImportQuery.parse(request.query)
        const version = readVersion(query)
        const target = await targetOf(request)
        const { outcomes } = await target.floor.submit([
          { ...key.data, fact: null, version, receivedAt: clock.now(), by: target.by },
        ])
        const [outcome] = outcomes
        const late = outcome?.late ? { late: outcome.late } : {}
        return { withdrawn: outcome?.changed ?? false, ...late, seq: outcome?.seq ?? 0 }
      },
    )
  }
}
