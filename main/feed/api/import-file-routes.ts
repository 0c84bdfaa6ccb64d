// Files that are dropped on the console: they come in pieces, are looked at, and are checked and imported inside of the feed.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  FileRunRequest,
  ImportFile,
  ImportFileId,
  ImportFileRequest,
  ImportFilesAnswer,
  KeptMapping,
  KeptMappingsAnswer,
  largestImportPiece,
  PieceQuery,
  TriedImportFile,
  TryImportFile,
  WrittenFileMapping,
} from '../../../shared/wire/import-files.ts'
import { byOf, nameOf } from '../access/principal.ts'
import type { FileAsker } from '../import-files/file-desk.ts'
import { FileRefused } from '../import-files/file-refused.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { bytesOf, cutOff } from './body-bytes.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { importFileIn, triedTableIn } from './refusals/answers-in.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ id: ImportFileId })
const NameParams = z.object({ name: z.string() })

const idOf = ({ params }: FastifyRequest): string => {
  const { data } = Params.safeParse(params)
  if (data === undefined) throw new ApiError('not-found', 'There is no such file any more: drop it again.')
  return data.id
}

const askerOf = ({ principal }: FastifyRequest): FileAsker => ({
  by: byOf(principal),
  name: nameOf(principal),
})

const toApiError = (error: unknown): unknown =>
  error instanceof FileRefused ? new ApiError(error.code, error.message, {}, { cause: error }) : error

const languageOf = ({ headers }: FastifyRequest): string | undefined => headers['accept-language']

const answered = async <T>(work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw toApiError(error)
  }
}

/** A file, with what came of it in the language of whoever asks. */
const told = async (
  request: FastifyRequest,
  work: () => ImportFile | Promise<ImportFile>,
): Promise<ImportFile> => importFileIn(await answered(work), languageOf(request))

export const importFileRoutes =
  ({ importFiles, limits }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    app.get(
      '/api/v1/import-files',
      { schema: routeSchema('Files that were dropped, newest first', { answer: ImportFilesAnswer }) },
      async (request): Promise<ImportFilesAnswer> => {
        const files = await importFiles.list()
        return { files: files.map((file) => importFileIn(file, languageOf(request))) }
      },
    )
    app.post(
      '/api/v1/import-files',
      {
        schema: routeSchema('Announce a file: its pieces follow', {
          body: ImportFileRequest,
          answer: ImportFile,
        }),
      },
      async (request) => {
        const asked = readBody(ImportFileRequest, request.body)
        limits.admitBytes(asked.bytes)
        return told(request, () => importFiles.begin(asked, askerOf(request)))
      },
    )
    app.post(
      '/api/v1/import-files/:id/try',
      {
        schema: routeSchema('Say what a file would become; nothing is kept', {
          params: Params,
          body: TryImportFile,
          answer: TriedImportFile,
        }),
      },
      async (request) =>
        triedTableIn(
          await answered(() => importFiles.tryOut(idOf(request), readBody(TryImportFile, request.body))),
          languageOf(request),
        ),
    )
    app.post(
      '/api/v1/import-files/:id/runs',
      {
        schema: routeSchema('Check a file, or import it; it goes on whoever waits', {
          params: Params,
          body: FileRunRequest,
          answer: ImportFile,
        }),
      },
      async (request) =>
        told(request, () =>
          importFiles.run(
            idOf(request),
            readBody(FileRunRequest, request.body),
            readBody(WrittenFileMapping, request.body),
            askerOf(request),
          ),
        ),
    )
    app.post(
      '/api/v1/import-files/:id/stop',
      { schema: routeSchema('End a check or an import', { params: Params, answer: ImportFile }) },
      async (request) => told(request, () => importFiles.stop(idOf(request), askerOf(request))),
    )
    app.delete(
      '/api/v1/import-files/:id',
      { schema: routeSchema('Remove a file; what was imported of it stays', { params: Params }) },
      async (request) => {
        await answered(() => importFiles.remove(idOf(request)))
        return {}
      },
    )
    app.get(
      '/api/v1/import-files/:id/report.json',
      {
        schema: routeSchema('What came of the last check or import', {
          params: Params,
          produces: ['application/json'],
        }),
      },
      async (request, reply) => {
        const report = await answered(() => importFiles.read(idOf(request), 'report.json'))
        return reply.type('application/json; charset=utf-8').send(report)
      },
    )
    app.get(
      '/api/v1/import-files/:id/rejects.csv',
      {
        schema: routeSchema('Rows that were refused, to be mended and imported', {
          params: Params,
          produces: ['text/csv'],
        }),
      },
      async (request, reply) => {
        const rows = await answered(() => importFiles.read(idOf(request), 'rejects.csv'))
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="refused-rows.csv"')
          .send(rows)
      },
    )
    app.get(
      '/api/v1/import-mappings',
      { schema: routeSchema('Mappings that were kept under a name', { answer: KeptMappingsAnswer }) },
      async (): Promise<KeptMappingsAnswer> => ({ mappings: [...importFiles.mappings.list()] }),
    )
    app.put(
      '/api/v1/import-mappings',
      { schema: routeSchema('Keep a mapping under a name', { body: KeptMapping }) },
      async (request) => {
        await answered(() => importFiles.mappings.keep(readBody(KeptMapping, request.body)))
        return {}
      },
    )
    app.delete(
      '/api/v1/import-mappings/:name',
      { schema: routeSchema('Forget a mapping', { params: NameParams }) },
      async (request) => {
        const { name } = NameParams.parse(request.params)
        if (!(await answered(() => importFiles.mappings.forget(name))))
          throw new ApiError('not-found', 'There is no mapping of that name.')
        return {}
      },
    )
  }

export const importPieceRoutes =
  ({ importFiles }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    // It goes to the disk as it comes.
    app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))

    app.put(
      '/api/v1/import-files/:id/pieces',
      {
        schema: routeSchema('A piece of a file, from where the last one ended', {
          params: Params,
          query: PieceQuery,
          consumes: ['application/octet-stream'],
          answer: ImportFile,
        }),
      },
      async (request, reply) => {
        const query = PieceQuery.safeParse(request.query)
        if (!query.success) throw new ApiError('bad-query', 'from: must be how many bytes came before.')
        try {
          const file = await importFiles.append(idOf(request), query.data.from, bytesOf(request.body))
          return importFileIn(file, languageOf(request))
        } catch (error) {
          // The rest of a piece is read and dropped; nobody reads gigabytes.
          const length = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY)
          if (length > largestImportPiece && !request.raw.complete) cutOff(request.raw, reply)
          throw toApiError(error)
        }
      },
    )
  }
