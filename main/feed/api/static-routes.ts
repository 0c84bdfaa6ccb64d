// The TV's own page, for browsers, the gallery of boards, the console, and the pictures that boards show.
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { calledKind } from '../../../shared/domain/media/media-format.ts'
import { makeFolder } from '../make-folder.ts'
import { liesIn } from '../media/lies-in.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'

/** Of a request for a file; null where the address names none, whatever tricks it tries. */
const wantedName = (url: string): string | null => {
  try {
    const name = decodeURIComponent(url.split('?')[0] ?? '').slice('/media/'.length)
    const isPlain = name.split('/').every((part) => part !== '' && !/^\.|[\\\0]/.test(part))
    return isPlain && calledKind(name) !== null ? name : null
  } catch (error) {
    // A malformed escape such as `%zz`.
    if (error instanceof URIError) return null
    throw error
  }
}

const contentSecurity = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
    mediaSrc: ["'self'", 'blob:', 'https:'],
    styleSrc: ["'self'"],
    connectSrc: ["'self'", 'ws:', 'wss:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'self'"],
  },
}

/** Of pages that anybody with a link opens: nothing but their own parts, in no frame. */
const linkPageSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** For whoever looks where pictures go. A disk that takes nothing at the moment takes none of them either. */
const makeMediaFolder = (folder: string): void => {
  try {
    makeFolder(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'EROFS' && code !== 'ENOSPC') throw error
  }
}

const yearSeconds = 31_536_000

/** Not to be kept by what stands between: the next who asks may have no token. */
const privateForAnHour = (reply: { header(name: string, value: string): unknown }): void => {
  reply.header('cache-control', 'private, max-age=3600')
}

/** The build puts a hash of its contents into the name of everything under assets/. */
const cachingOf = (path: string): string =>
  /(^|[\\/])assets[\\/]/.test(path) ? `public, max-age=${yearSeconds}, immutable` : 'no-cache'

/** What the build has put into a folder. */
const built = (root: string): FastifyStaticOptions => ({
  root,
  cacheControl: false,
  setHeaders: (reply, path) => void reply.header('cache-control', cachingOf(path)),
})

const hidden = { schema: { hide: true } }

/** Every address under /console/ that is no part of the build is one of the console's own pages. */
const consoleRoutes = (folder: string) => async (app: FastifyInstance) => {
  await app.register(fastifyStatic, { ...built(folder), serve: false })
  app.get('/console', hidden, (_request, reply) => reply.redirect('/console/'))
  app.get<{ Params: { '*': string } }>('/console/*', hidden, (request, reply) => {
    const name = request.params['*']
    return reply.sendFile(name.startsWith('assets/') ? name : 'index.html')
  })
}

/** The pages that a message's links open. What they show, they ask for by the link alone, so no other site may frame them. */
const linkPageRoutes = (folder: string) => async (app: FastifyInstance) => {
  await app.register(fastifyStatic, { ...built(folder), serve: false })
  app.get<{ Params: { '*': string } }>('/congratulate/assets/*', hidden, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`),
  )
  for (const path of ['/congratulate/:link', '/mail-stop/:link', '/h/:link'])
    app.get(path, hidden, (_request, reply) =>
      reply.header('content-security-policy', linkPageSecurity).sendFile('index.html'),
    )
}

export const staticRoutes =
  ({ mediaDir, rendererDir }: Pick<ApiParts, 'mediaDir' | 'rendererDir'>) =>
  async (app: FastifyInstance): Promise<void> => {
    makeMediaFolder(mediaDir)
    // Only for pages: setting these headers on every answer would double the cost of taking a fact.
    await app.register(helmet, {
      contentSecurityPolicy: contentSecurity,
      // The kiosk's own page comes from app:// and shows these pictures too.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      // The feed speaks plain HTTP on its own network; what stands before it may add these.
      strictTransportSecurity: false,
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    })
    void app.register(async (media) => {
      media.addHook('onRequest', async (request) => {
        const name = wantedName(request.url)
        if (name === null || !(await liesIn(mediaDir, name)))
          throw new ApiError(
            'not-found',
            'Only pictures, videos and sounds of the media folder are served here.',
          )
      })
      const caching = { cacheControl: false, setHeaders: privateForAnHour }
      void media.register(fastifyStatic, { root: mediaDir, prefix: '/media/', index: false, ...caching })
    })
    if (rendererDir === null) return
    void app.register(fastifyStatic, { ...built(rendererDir), prefix: '/tv/', decorateReply: false })
    void app.register(consoleRoutes(join(rendererDir, 'console')))
    void app.register(linkPageRoutes(join(rendererDir, 'congratulate')))
    // The page names its parts relative to /tv/.
    for (const path of ['/', '/tv'])
      app.get(path, hidden, (request, reply) => {
        const query = request.url.indexOf('?')
        return reply.redirect(`/tv/${query === -1 ? '' : request.url.slice(query)}`)
      })
    for (const path of ['/gallery', '/gallery/', '/tv/gallery'])
      app.get(path, hidden, (_request, reply) => reply.redirect('/tv/gallery/index.html'))
  }
