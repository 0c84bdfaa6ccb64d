// Where other programs send what happened, and how that is set up: who may send is said by each source's own proof.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  DeliveryBodyAnswer,
  InboundAnswer,
  InboundDeliveriesAnswer,
  InboundSecretAnswer,
  InboundSecretRequest,
  InboundTryAnswer,
  InboundTryRequest,
} from '../../../shared/wire/inbound.ts'
import { Slug } from '../../../shared/wire/text.ts'
import { InboundRefused } from '../inbound/inbound-desk.ts'
import { InboundStoreUnavailable } from '../store/inbound-store.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readJson } from './read-json.ts'
import { readText } from './read-text.ts'
import { deliveriesIn, inboundIn, inboundTryIn } from './refusals/answers-in.ts'
import { routeSchema } from './route-schema.ts'

/** Bytes. */
const longestBody = 1_000_000

const Params = z.object({ source: Slug })
const KeyParams = z.object({ source: Slug, key: z.string().max(200).optional() })
const DeliveryParams = z.object({ source: Slug, delivery: z.coerce.number().int().positive() })
const AgainAnswer = z.object({ again: z.int() })

const unknown = (): ApiError =>
  new ApiError('not-found', 'The floor has no such inbound webhook, or no such delivery of it.')

const paramsIn = <S extends z.ZodType>(schema: S, { params }: FastifyRequest): z.output<S> => {
  const parsed = schema.safeParse(params)
  if (!parsed.success) throw unknown()
  return parsed.data
}

/** The same for a source that is not there: who does not know the secret learns nothing. */
const notProved = (): ApiError =>
  new ApiError(
    'not-proved',
    'This is not what that inbound webhook is proved by. The console says what was wrong.',
  )

/** `POST /api/v1/in/…`: the body is taken as it comes, since its bytes are what is signed. */
export const inboundRoutes =
  ({ inbound, limits }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: longestBody }, (_request, body, done) =>
      done(null, body),
    )
    const take = async (request: FastifyRequest) => {
      const parsed = KeyParams.safeParse(request.params)
      if (!parsed.success) throw notProved()
      const { source, key = null } = parsed.data
      limits.admitFacts()
      const { headers, body } = request
      const asked = { headers, key, body: Buffer.isBuffer(body) ? body : Buffer.alloc(0) }
      try {
        const taken = inbound.take(source, asked, headers['content-type'] ?? '')
        if (taken === 'not-proved') throw notProved()
        if (taken === 'too-many')
          throw new ApiError(
            'too-many-tries',
            'Too many deliveries wait to be looked at; send it again later.',
            {
              retryAfterSeconds: 30,
            },
          )
      } catch (error) {
        if (!(error instanceof InboundStoreUnavailable)) throw error
        throw new ApiError(
          'log-unavailable',
          'Nothing can be kept at the moment; send it again later.',
          {},
          { cause: error },
        )
      }
      return {}
    }
    const schema = routeSchema('Take what another program sends', { params: KeyParams })
    app.post('/api/v1/in/:source', { schema, logLevel: 'silent' }, take)
    // The address has the secret in it, and so must not be in a log.
    app.post('/api/v1/in/:source/:key', { schema, logLevel: 'silent' }, take)
  }

export const inboundSetUpRoutes =
  ({ inbound }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', readText)

    app.get(
      '/api/v1/inbound',
      { schema: routeSchema('Programs that send by themselves, and how they do', { answer: InboundAnswer }) },
      async ({ headers }): Promise<InboundAnswer> => inboundIn(inbound.list(), headers['accept-language']),
    )
    app.get(
      '/api/v1/inbound/:source/deliveries',
      {
        schema: routeSchema('What one of them sent last, and what became of it', {
          params: Params,
          answer: InboundDeliveriesAnswer,
        }),
      },
      async (request): Promise<InboundDeliveriesAnswer> => {
        const deliveries = inbound.deliveries(paramsIn(Params, request).source)
        if (deliveries === null) throw unknown()
        return deliveriesIn({ deliveries: [...deliveries] }, request.headers['accept-language'])
      },
    )
    app.get(
      '/api/v1/inbound/:source/deliveries/:delivery',
      {
        schema: routeSchema('A delivery as it came', { params: DeliveryParams, answer: DeliveryBodyAnswer }),
      },
      async (request): Promise<DeliveryBodyAnswer> => {
        const { source, delivery } = paramsIn(DeliveryParams, request)
        const body = inbound.body(source, delivery)
        if (body === null) throw unknown()
        return body
      },
    )
    app.post(
      '/api/v1/inbound/:source/deliveries/:delivery/again',
      {
        schema: routeSchema('Look again, by today’s mapping, at this delivery and all that came after it', {
          params: DeliveryParams,
          answer: AgainAnswer,
        }),
      },
      async (request) => {
        const { source, delivery } = paramsIn(DeliveryParams, request)
        const again = inbound.again(source, delivery)
        if (again === null || again === 0) throw unknown()
        return { again }
      },
    )
    app.post(
      '/api/v1/inbound/:source/secret',
      {
        schema: routeSchema('Set the secret that deliveries are proved by; it is answered this once', {
          params: Params,
          body: InboundSecretRequest,
          answer: InboundSecretAnswer,
        }),
      },
      async (request): Promise<InboundSecretAnswer> => {
        const { source } = paramsIn(Params, request)
        const { secret } = readJson(request.body, InboundSecretRequest)
        try {
          const answer = await inbound.setSecret(source, secret)
          if (answer === null) throw unknown()
          return answer
        } catch (error) {
          if (error instanceof InboundRefused) throw new ApiError('bad-body', error.message)
          throw error
        }
      },
    )
    app.post(
      '/api/v1/inbound-tries',
      {
        schema: routeSchema('What would become of a delivery; nothing is kept', {
          body: InboundTryRequest,
          answer: InboundTryAnswer,
        }),
      },
      async ({ body, headers }): Promise<InboundTryAnswer> =>
        inboundTryIn(inbound.tryOut(readJson(body, InboundTryRequest)), headers['accept-language']),
    )
  }
