// The floor file, read and replaced whole.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { FloorChange } from '../../../shared/wire/floor-edits.ts'
import { byOf } from '../access/principal.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { badFloor } from './bad-floor.ts'
import { ConfirmQuery, isConfirmed } from './confirmed-unassigned.ts'
import type { Editing } from './editing.ts'
import { readText } from './read-text.ts'
import { routeSchema } from './route-schema.ts'
import { yamlTypes } from './yaml-types.ts'

const FloorAnswer = z.object({ version: z.int(), text: z.string(), file: FloorFile })
const ReplacedAnswer = z.object({
  version: z.int(),
  /** What it says otherwise than the version before it. */
  changes: z.array(FloorChange),
})

const etag = (version: number): string => `"${version}"`

/** Null: any version may be replaced. */
const expectedVersion = (ifMatch: string | undefined): number | null => {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null
  const version = /^\s*(?:W\/)?"?(\d{1,15})"?\s*$/.exec(ifMatch)?.[1]
  if (version === undefined)
    throw new ApiError('bad-query', 'If-Match: must be the version that ETag gave, such as "12".')
  return Number(version)
}

export const floorRoutes =
  ({ floor, readFloorFile, floorsBefore }: ApiParts, { history }: Pick<Editing, 'history'>) =>
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
          query: ConfirmQuery,
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
        if (!reading.ok) throw badFloor(reading.errors)
        const { version } = await floor.replace(text, expected, byOf(request.principal), confirmed)
        void reply.header('etag', etag(version))
        const [before] = await floorsBefore(version, 1)
        return { version, changes: before === undefined ? [] : await history.changes(before.text, text) }
      },
    )
  }
