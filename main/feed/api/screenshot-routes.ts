// The picture that a TV was asked for: put by the TV, fetched by the console.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ownScreenOf } from '../access/principal.ts'
import { largestPicture } from '../screens/screenshots.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { routeSchema } from './route-schema.ts'

const ScreenshotParams = z.object({ id: z.string() })

const isJpeg = (picture: Buffer): boolean => picture.subarray(0, 3).toString('hex') === 'ffd8ff'

export const screenshotRoutes =
  ({ screenshots }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser(
      'image/jpeg',
      { parseAs: 'buffer', bodyLimit: largestPicture },
      (_request, body, done) => done(null, body),
    )

    app.put(
      '/api/v1/screenshots/:id',
      {
        bodyLimit: largestPicture,
        schema: routeSchema('A TV’s answer to the command "screenshot"', {
          params: ScreenshotParams,
          consumes: ['image/jpeg'],
        }),
      },
      async (request, reply) => {
        const { id } = ScreenshotParams.parse(request.params)
        const asked = screenshots.askedOf(id)
        const own = ownScreenOf(request.principal)
        if (asked === null || (own !== null && own !== asked))
          throw new ApiError('not-found', 'Nobody waits for this picture.')
        if (!Buffer.isBuffer(request.body) || !isJpeg(request.body))
          throw new ApiError('bad-body', 'The body is no JPEG picture.')
        screenshots.put(id, request.body)
        return reply.code(204).send()
      },
    )
    app.get(
      '/api/v1/screenshots/:id',
      {
        schema: routeSchema('What a screen showed, for ten minutes', {
          params: ScreenshotParams,
          produces: ['image/jpeg'],
        }),
      },
      async (request, reply) => {
        const picture = screenshots.get(ScreenshotParams.parse(request.params).id)
        if (picture === null) throw new ApiError('not-found', 'There is no such picture, or not any more.')
        return reply.type('image/jpeg').header('content-security-policy', "default-src 'none'").send(picture)
      },
    )
  }
