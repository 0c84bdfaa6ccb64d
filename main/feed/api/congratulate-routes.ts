// What a leader's own link opens: looking changes nothing, and only a POST writes. Whoever has written is known by a cookie
// from then on, so that a link that was passed on changes nothing of theirs.
import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { CongratulateAnswer, Congratulation } from '../../../shared/wire/celebrations/api.ts'
import { hashSecret, newSecret } from '../access/secret.ts'
import { LinkRefused } from '../outbox/congratulations.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ link: z.string().max(200) })
const cookieName = 'floorboard-congratulate'
const path = '/api/v1/congratulate'
const cookieSeconds = 4 * 24 * 3600

const linkOf = ({ params }: FastifyRequest): string => Params.safeParse(params).data?.link ?? ''
const secretOf = ({ headers }: FastifyRequest): string | null =>
  parseCookie(headers.cookie ?? '')[cookieName] ?? null

interface CongratulateParts extends Pick<ApiParts, 'outbox' | 'transport' | 'noteCongratulateGuess'> {
  readonly floor: Pick<ApiParts['floor'], 'current'>
  readonly media: Pick<ApiParts['media'], 'read'>
}

export const congratulateRoutes =
  ({
    outbox: { congratulations },
    floor,
    media,
    transport,
    noteCongratulateGuess: noteGuess,
  }: CongratulateParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    /** Slows down whoever guesses links. */
    const guarded = async <T>(request: FastifyRequest, work: () => T | Promise<T>): Promise<T> => {
      const noteKnown = noteGuess(request, sayIn(floor.current().file.floor.locale))
      try {
        const done = await work()
        noteKnown()
        return done
      } catch (error) {
        if (!(error instanceof LinkRefused)) noteKnown()
        throw error
      }
    }

    app.get(
      `${path}/:link`,
      {
        schema: routeSchema('Whom a leader’s link is to congratulate', {
          params: Params,
          answer: CongratulateAnswer,
        }),
      },
      async (request): Promise<CongratulateAnswer> => {
        const secret = secretOf(request)
        return await guarded(request, () =>
          congratulations.see(linkOf(request), secret === null ? null : hashSecret(secret)),
        )
      },
    )
    app.get(
      `${path}/:link/photo`,
      {
        schema: routeSchema('The photo of the person whom it is about, where it is one of the floor’s own', {
          params: Params,
          produces: ['image/*'],
        }),
      },
      async (request, reply) => {
        const name = await guarded(request, () => congratulations.photo(linkOf(request)))
        const file = name === null ? null : await media.read(name)
        if (file?.kind !== 'picture') throw new ApiError('not-found', 'There is no photo.')
        return reply
          .headers({
            'content-security-policy': "default-src 'none'",
            'cache-control': 'private, max-age=3600',
          })
          .type(file.type)
          .send(file.bytes)
      },
    )
    app.post(
      `${path}/:link`,
      {
        schema: routeSchema('Congratulate: what is written goes to the walls', {
          params: Params,
          body: Congratulation,
          answer: CongratulateAnswer,
        }),
      },
      async (request, reply) => {
        const { text } = readBody(Congratulation, request.body)
        const secret = secretOf(request) ?? newSecret()
        const answer = await guarded(request, () =>
          congratulations.write(linkOf(request), text, hashSecret(secret)),
        )
        const settings = { httpOnly: true, sameSite: 'strict', secure: transport.secure } as const
        void reply.header(
          'set-cookie',
          stringifySetCookie(cookieName, secret, { ...settings, path, maxAge: cookieSeconds }),
        )
        return answer
      },
    )
  }
