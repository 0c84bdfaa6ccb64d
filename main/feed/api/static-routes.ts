// The TV's own page, for browsers, the gallery of boards, and the pictures that boards show.
import { extname } from 'node:path'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { makeFolder } from '../make-folder.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'

/** Pictures and videos; nothing that a browser would run, so no SVG either. */
const mediaTypes = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.mp4', '.webm'])

const contentSecurity = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
    mediaSrc: ["'self'", 'https:'],
    styleSrc: ["'self'"],
    connectSrc: ["'self'", 'ws:', 'wss:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'self'"],
  },
}

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

export const staticRoutes =
  ({ mediaDir, rendererDir }: ApiParts) =>
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
      media.addHook('onRequest', (request, _reply, done) => {
        const name = request.url.split('?')[0] ?? ''
        if (!mediaTypes.has(extname(name).toLowerCase())) {
          done(new ApiError('not-found', 'Only pictures and videos are served here.'))
          return
        }
        done()
      })
      void media.register(fastifyStatic, { root: mediaDir, prefix: '/media/', index: false, maxAge: '1h' })
    })
    if (rendererDir === null) return
    void app.register(fastifyStatic, {
      root: rendererDir,
      prefix: '/tv/',
      decorateReply: false,
      cacheControl: false,
      // The build puts a hash of its contents into the name of everything under assets/.
      setHeaders: (reply, path) => {
        const lasting = /[\\/]assets[\\/]/.test(path)
        void reply.header('cache-control', lasting ? `public, max-age=${yearSeconds}, immutable` : 'no-cache')
      },
    })
    // The page names its parts relative to /tv/.
    for (const path of ['/', '/tv'])
      app.get(path, { schema: { hide: true } }, (request, reply) => {
        const query = request.url.indexOf('?')
        return reply.redirect(`/tv/${query === -1 ? '' : request.url.slice(query)}`)
      })
    app.get('/gallery', { schema: { hide: true } }, (_request, reply) =>
      reply.redirect('/tv/gallery/index.html'),
    )
  }
