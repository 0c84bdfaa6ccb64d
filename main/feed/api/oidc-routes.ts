// Sign-in by an OpenID provider, where one is set up.
import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyInstance } from 'fastify'
import { sessionSeconds } from '../access/sessions.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { askedOrigin } from './asked-origin.ts'
import { routeSchema } from './route-schema.ts'
import { visitorOf } from './session-routes.ts'

const path = '/api/v1/oidc/sso'
const callbackPath = `${path}/callback`
const cookieName = 'floorboard-oidc'

/**
 * The browser comes back from another site, and would not send a strict cookie along a redirection: this page is of the feed's
 * own and opens the console.
 */
const page = '<!doctype html><meta http-equiv="refresh" content="0;url=/console/"><title>Floorboard</title>'

export const oidcRoutes =
  ({ identity: { oidc, people, cookie }, transport, publicOrigin }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const known = () => {
      if (oidc === null) throw new ApiError('not-found', 'No OpenID provider is set up.')
      return oidc
    }
    // Lax: the provider's page sends the browser back with it.
    const flowCookie = (value: string, maxAge: number): string =>
      stringifySetCookie(cookieName, value, {
        httpOnly: true,
        sameSite: 'lax',
        path,
        secure: transport.secure,
        maxAge,
      })

    app.get(
      path,
      { schema: routeSchema('Sign in by the company’s own provider, for browsers', {}) },
      async (request, reply) => {
        const { url, secret } = await known().begin(
          `${askedOrigin(request, { publicOrigin })}${callbackPath}`,
        )
        return reply.header('set-cookie', flowCookie(secret, 600)).redirect(url)
      },
    )
    app.get(
      callbackPath,
      { schema: routeSchema('Where the provider sends browsers back to', {}), config: { writes: true } },
      async (request, reply) => {
        const secret = parseCookie(request.headers.cookie ?? '')[cookieName] ?? null
        const person = await known().finish(`${askedOrigin(request, { publicOrigin })}${request.url}`, secret)
        const session = await people.signInBy(person, visitorOf(request))
        return reply
          .header('set-cookie', [flowCookie('', 0), cookie.write(session, sessionSeconds)])
          .type('text/html; charset=utf-8')
          .send(page)
      },
    )
  }
