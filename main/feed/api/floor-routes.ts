// The floor file, read and replaced whole.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { byOf } from '../access/principal.ts'
import { decodeBody, readingFault } from '../ingest/decode-body.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { routeSchema } from './route-schema.ts'

const FloorAnswer = z.object({ version: z.int(), text: z.string(), file: FloorFile })
const ReplacedAnswer = z.object({ version: z.int() })

const ReplaceQuery = z.strictObject({ confirm: z.literal('unassigned').optional() })

const yamlTypes = ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml']
const maxBytes = 8 * 1024 * 1024

/** Plain or gzip. The limit is on the unpacked size. */
const readText = async (request: FastifyRequest): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  const body = decodeBody(request.raw, request.headers['content-encoding'])
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length
      if (bytes > maxBytes) throw new ApiError('too-large', 'The body is too large.')
      chunks.push(chunk)
    }
  } catch (error) {
    throw readingFault(error)
  } finally {
    if (body !== request.raw) body.destroy()
  }
  return Buffer.concat(chunks).toString('utf8')
}

const etag = (version: number): string => `"${version}"`

/** Null: any version may be replaced. */
const expectedVersion = (ifMatch: string | undefined): number | null => {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null
  const version = /^\s*(?:W\/)?"?(\d{1,15})"?\s*$/.exec(ifMatch)?.[1]
  if (version === undefined)
    throw new ApiError('bad-query', 'If-Match: must be the version that ETag gave, such as "12".')
  return Number(version)
}

/** Whether the sender knows that facts will be unassigned. */
const isConfirmed = (query: unknown): boolean => {
  const parsed = ReplaceQuery.safeParse(query)
  if (!parsed.success)
    throw new ApiError(
      'bad-query',
      'There is one parameter, confirm=unassigned: facts may become unassigned.',
    )
  return parsed.data.confirm !== undefined
}

export const floorRoutes =
  ({ floor, readFloorFile }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    // JSON is YAML: one reader takes both, and names the line of each fault.
    app.addContentTypeParser([...yamlTypes, 'application/json'], readText)

    app.get(
      '/api/v1/floor',
      {
        schema: routeSchema('The floor file', {
          answer: FloorAnswer,
          produces: ['application/json', 'application/yaml'],
        }),
      },
      async (request, reply) => {
        const { version, text, file } = floor.current()
        void reply.header('etag', etag(version)).header('vary', 'accept')
        if (request.headers.accept?.includes('yaml'))
          return reply.type('application/yaml; charset=utf-8').send(text)
        return { version, text, file }
      },
    )
    app.put(
      '/api/v1/floor',
      {
        schema: routeSchema('Replace the floor file; If-Match names the version it was made from', {
          query: ReplaceQuery,
          body: FloorFile,
          consumes: ['application/yaml', 'application/json'],
          answer: ReplacedAnswer,
        }),
      },
      async (request, reply) => {
        const expected = expectedVersion(request.headers['if-match'])
        const confirmed = isConfirmed(request.query)
        const text = typeof request.body === 'string' ? request.body : ''
        const reading = await readFloorFile(text)
        if (!reading.ok) {
          const { length } = reading.errors
          throw new ApiError(
            'bad-floor',
            `The floor file has ${length} fault${length === 1 ? '' : 's'}; nothing was changed.`,
            {
              errors: [...reading.errors],
            },
          )
        }
        const { version } = await floor.replace(text, expected, byOf(request.principal), confirmed)
        void reply.header('etag', etag(version))
        return { version }
      },
    )
  }
