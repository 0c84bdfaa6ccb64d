// The floor's own media: listed with where each is used, put as they are, and deleted where nothing names them.
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mediaAddressOf, mediaUses } from '../../../shared/domain/media/media-uses.ts'
import { MediaAnswer, MediaFile, MediaUpload, PhotoUpload } from '../../../shared/wire/media.ts'
import type { FolderFile } from '../media/media-folder.ts'
import { MediaRefused } from '../media/media-refused.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { bytesOf, cutOff } from './body-bytes.ts'
import { routeSchema } from './route-schema.ts'

const FileParams = z.object({ '*': z.string() })

const codes = {
  'bad-file': 'bad-body',
  'cut-short': 'bad-body',
  'too-large': 'too-large',
  'disk-full': 'disk-full',
  busy: 'too-busy',
} as const

const toApiError = (error: unknown): unknown =>
  error instanceof MediaRefused
    ? new ApiError(codes[error.reason], error.message, {}, { cause: error })
    : error

export const mediaRoutes =
  ({ media, makePhoto, floor, limits }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    // Its bytes say what it is; they go to the disk as they come.
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

    const asWire = ({ name, ...file }: FolderFile): MediaFile => ({
      ...file,
      name,
      address: mediaAddressOf(name),
      uses: [...(mediaUses(floor.current().file).get(name) ?? [])],
    })

    app.get(
      '/api/v1/media',
      {
        schema: routeSchema('The floor’s own pictures, videos and sounds, with what names each', {
          answer: MediaAnswer,
        }),
      },
      async (): Promise<MediaAnswer> => ({ media: (await media.list()).map(asWire) }),
    )
    app.post(
      '/api/v1/media',
      {
        schema: routeSchema('Put a picture, a video or a sound: the file is the body', {
          query: MediaUpload,
          consumes: ['application/octet-stream'],
          answer: MediaFile,
        }),
      },
      async (request, reply): Promise<MediaFile> => {
        const query = MediaUpload.safeParse(request.query)
        if (!query.success)
          throw new ApiError('bad-query', 'There is one parameter: name, what the file is called.')
        const length = request.headers['content-length']
        const size = length === undefined ? null : Number(length)
        try {
          limits.admitBytes(size ?? 0)
          return asWire(await media.take(query.data.name, size, bytesOf(request.body)))
        } catch (error) {
          if (!request.raw.complete) cutOff(request.raw, reply)
          throw toApiError(error)
        }
      },
    )
    app.post(
      '/api/v1/media/photos',
      {
        schema: routeSchema('Make a photo of a picture: a square of it, small, without what cameras add', {
          query: PhotoUpload,
          consumes: ['application/octet-stream'],
          answer: MediaFile,
        }),
      },
      async (request, reply): Promise<MediaFile> => {
        const query = PhotoUpload.safeParse(request.query)
        if (!query.success)
          throw new ApiError(
            'bad-query',
            'There are name, and x, y and size from 0 to 1: the square of the picture.',
          )
        const { name, ...cut } = query.data
        try {
          limits.admitBytes(0)
          const photo = await makePhoto(bytesOf(request.body), cut)
          return asWire(await media.take(`photo-${name}.webp`, photo.length, Readable.from([photo])))
        } catch (error) {
          if (!request.raw.complete) cutOff(request.raw, reply)
          throw toApiError(error)
        }
      },
    )
    app.delete(
      '/api/v1/media/*',
      {
        schema: routeSchema('Delete a file that nothing names', { params: FileParams, answer: z.object({}) }),
      },
      async (request): Promise<object> => {
        const { '*': name } = FileParams.parse(request.params)
        const uses = mediaUses(floor.current().file).get(name) ?? []
        if (uses.length > 0)
          throw new ApiError(
            'in-use',
            `"${name}" is still used by ${uses.map((use) => `"${use.name}"`).join(', ')}.`,
            { uses: [...uses] },
          )
        const isRemoved = await media.remove(name).catch((error) => {
          throw toApiError(error)
        })
        if (!isRemoved) throw new ApiError('not-found', `There is no file "${name}".`)
        return {}
      },
    )
  }
