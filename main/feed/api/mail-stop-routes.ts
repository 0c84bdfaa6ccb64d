// The end of mails about celebrations, by the link in each of them. Mail programs post to it without a cookie, as RFC 8058
// says; scanners only look, and looking stops nothing.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { strangeLink } from '../../../shared/domain/words/link-words.ts'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { MailStopAnswer } from '../../../shared/wire/celebrations/api.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

interface MailStopParts extends Pick<ApiParts, 'outbox'> {
  readonly floor: Pick<ApiParts['floor'], 'current'>
}

const Params = z.object({ link: z.string().max(600) })
/** Left out, as by a mail program: no more mail. */
const Again = z.object({ again: z.literal(true) })

export const mailStopRoutes =
  ({ outbox, floor }: MailStopParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)
    app.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'],
      { parseAs: 'string', bodyLimit: 4096 },
      (_request, _text, done) => done(null, {}),
    )
    const answer = ({ params }: FastifyRequest, stop?: boolean): MailStopAnswer => {
      const link = Params.safeParse(params).data?.link ?? ''
      const found = outbox.mailStop(link, stop)
      const { name, locale } = floor.current().file.floor
      if (found === null) throw new ApiError('link-gone', strangeLink(sayIn(locale)))
      return { ...found, floor: name, locale }
    }

    app.get(
      '/api/v1/mail-stops/:link',
      {
        schema: routeSchema('Whether an address gets mails about celebrations', {
          params: Params,
          answer: MailStopAnswer,
        }),
      },
      async (request) => answer(request),
    )
    app.post(
      '/api/v1/mail-stops/:link',
      {
        schema: routeSchema('No more mails about celebrations; {"again": true}: mails again', {
          params: Params,
          answer: MailStopAnswer,
        }),
      },
      async (request) => answer(request, !Again.safeParse(request.body).success),
    )
  }
