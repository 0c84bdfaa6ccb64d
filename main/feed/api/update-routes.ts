// New versions of the kiosk's program: kiosks read releases and report themselves, whoever administers puts releases and says
// who goes first.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  AllScreens,
  FirstScreen,
  ProgramReport,
  ReleasePut,
  ReleaseUpload,
  UpdatesAnswer,
  UpdateTurn,
} from '../../../shared/wire/updates.ts'
import { byOf, ownScreenOf } from '../access/principal.ts'
import { makeFolder } from '../make-folder.ts'
import { liesIn } from '../media/lies-in.ts'
import { ReleaseRefused } from '../updates/release-refused.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { bytesOf, cutOff } from './body-bytes.ts'
import { readBody, shortBody } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const Nothing = z.object({})

const codes = {
  'bad-file': 'bad-body',
  'cut-short': 'bad-body',
  'too-large': 'too-large',
  'disk-full': 'disk-full',
} as const

/** Of a request for a file; null where the address names none, whatever tricks it tries. */
const wantedName = (url: string): string | null => {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '').slice('/updates/'.length)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

export const updateRoutes =
  ({ updates, floor }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const hasScreen = (id: string | null): id is string =>
      floor.current().file.screens.some((screen) => screen.id === id)

    app.get(
      '/api/v1/updates',
      {
        schema: routeSchema(
          'Which version of the program each screen runs, what is offered, and what was gone back from',
          {
            answer: UpdatesAnswer,
          },
        ),
      },
      async (): Promise<UpdatesAnswer> => await updates.state(),
    )
    app.post(
      '/api/v1/updates/reports',
      {
        ...shortBody,
        schema: routeSchema('A kiosk says which version it runs, and asks whether it may take a newer one', {
          body: ProgramReport,
          answer: UpdateTurn,
        }),
      },
      async (request): Promise<UpdateTurn> => {
        const report = readBody(ProgramReport, request.body)
        // A false word would keep a version from all TVs.
        if (request.principal.kind === 'person')
          throw new ApiError('forbidden', 'Only a TV says which version it runs.')
        const screen =
          ownScreenOf(request.principal) ?? report.screen ?? floor.current().file.screens[0]?.id ?? null
        if (!hasScreen(screen))
          throw new ApiError('unknown-screen', `The floor has no screen "${screen ?? ''}".`)
        return await updates.hear(screen, report)
      },
    )
    app.put(
      '/api/v1/updates/first',
      {
        ...shortBody,
        schema: routeSchema('Choose the screen that takes new versions first', {
          body: FirstScreen,
          answer: Nothing,
        }),
      },
      async (request): Promise<object> => {
        const { first } = readBody(FirstScreen, request.body)
        if (first !== null && !hasScreen(first))
          throw new ApiError('unknown-screen', `The floor has no screen "${first}".`)
        updates.chooseFirst(first)
        request.log.info({ first, by: byOf(request.principal) }, 'another screen takes new versions first')
        return {}
      },
    )
    app.post(
      '/api/v1/updates/all',
      {
        ...shortBody,
        schema: routeSchema('Have all screens take a version now, without waiting for the first one', {
          body: AllScreens,
          answer: Nothing,
        }),
      },
      async (request): Promise<object> => {
        const { version } = readBody(AllScreens, request.body)
        updates.releaseToAll(version)
        request.log.info({ version, by: byOf(request.principal) }, 'all screens may take a version')
        return {}
      },
    )

    await app.register(async (uploads) => {
      uploads.removeAllContentTypeParsers()
      // It goes to the disk as it comes.
      uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      uploads.post(
        '/api/v1/updates/files',
        {
          schema: routeSchema(
            'Put a file of a release: the archive first, then the channel file that offers it',
            {
              query: ReleaseUpload,
              consumes: ['application/octet-stream'],
              answer: ReleasePut,
            },
          ),
        },
        async (request, reply): Promise<ReleasePut> => {
          const query = ReleaseUpload.safeParse(request.query)
          if (!query.success)
            throw new ApiError('bad-query', 'There is one parameter: name, what the file is called.')
          const { name } = query.data
          const length = request.headers['content-length']
          const size = length === undefined ? null : Number(length)
          try {
            const version = await updates.releases.take(name, size, bytesOf(request.body))
            request.log.info({ name, version, by: byOf(request.principal) }, 'a file of a release was put')
            return { name, version }
          } catch (error) {
            if (!request.raw.complete) cutOff(request.raw, reply)
            if (!(error instanceof ReleaseRefused)) throw error
            throw new ApiError(codes[error.reason], error.message, {}, { cause: error })
          }
        },
      )
    })

    await app.register(async (files) => {
      makeFolder(updates.folder)
      files.addHook('onRequest', async (request) => {
        const name = wantedName(request.url)
        const isServed = name !== null && (await updates.releases.isServed(name))
        if (!isServed || !(await liesIn(updates.folder, name)))
          throw new ApiError('not-found', 'Only the releases that this feed offers are served here.')
      })
      await files.register(fastifyStatic, {
        root: updates.folder,
        prefix: '/updates/',
        index: false,
        decorateReply: false,
        cacheControl: false,
      })
    })
  }
