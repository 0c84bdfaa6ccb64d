// Holds every route to its line in the table of who may call what, and lets in who may, before anything of a body is
// read. Handlers find who asks in `request.principal`.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Need } from '../access/doors.ts'
import type { Identity } from '../access/identity.ts'
import type { Principal } from '../access/principal.ts'
import type { RouteAccess } from '../access/route-access.ts'
import { isReportToken } from '../access/token.ts'
import { ApiError } from './api-error.ts'

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal
  }
}

/** What opens each door, in words. */
const keys: Readonly<Record<Exclude<Need, 'anybody'>, string>> = {
  person: 'somebody who has signed in',
  write: 'an ingest or admin token',
  administer: 'an admin',
  edit: 'a manager or an admin',
  control: 'a manager or an admin',
  look: 'a leader, a manager or an admin',
  read: 'somebody who has signed in, or a screen’s token',
  report: 'a token that reads figures, or a leader, a manager or an admin',
}

const bearerToken = (request: FastifyRequest): string | null => {
  const header = request.headers.authorization
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : null
}

/**
 * An `<img>` and a spreadsheet send no header: for pictures and figures the token may stand in the address. Addresses are kept
 * in histories and records: of figures it is one that reads nothing else.
 */
const addressToken = ({ routeOptions, query }: FastifyRequest): string | null => {
  const given = typeof query === 'object' && query !== null && 'token' in query ? query.token : null
  if (typeof given !== 'string') return null
  if (routeOptions.url === '/media/*') return given
  return routeOptions.url?.startsWith('/api/v1/reports/') && isReportToken(given) ? given : null
}

const nameOf = (method: string, url: string): string => `${method === 'HEAD' ? 'GET' : method} ${url}`

const undeclared = (name: string): Error =>
  new Error(`Nothing says who may call ${name}: add it to main/feed/access/route-access.ts.`)

/** An address without a route needs nothing: it is answered with 404. */
const needOf = (declared: RouteAccess, { method, routeOptions: { url } }: FastifyRequest): Need => {
  if (url === undefined) return 'anybody'
  const need = declared[nameOf(method, url)]
  // A route that was built before this guard was there.
  if (need === undefined) throw undeclared(`${method} ${url}`)
  return need
}

/** Throws where a route is built that is not declared; the app is not ready while a declared one is missing. */
const holdToTable = (app: FastifyInstance, declared: RouteAccess): void => {
  const missing = new Set(Object.keys(declared))
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      const name = nameOf(each, url)
      if (!Object.hasOwn(declared, name)) throw undeclared(`${each} ${url}`)
      missing.delete(name)
    }
  })
  app.addHook('onReady', (done) => {
    const [first] = missing
    done(
      first === undefined
        ? undefined
        : new Error(`There is no route ${first}, which main/feed/access/route-access.ts names.`),
    )
  })
}

/** Before the routes. */
export const guardRoutes = (
  app: FastifyInstance,
  { access, cookie }: Pick<Identity, 'access' | 'cookie'>,
  declared: RouteAccess,
): void => {
  holdToTable(app, declared)
  app.decorateRequest('principal')
  app.addHook('onRequest', async (request) => {
    request.principal = await access.identify({
      token: bearerToken(request) ?? addressToken(request),
      session: cookie.read(request.headers.cookie),
    })
    const need = needOf(declared, request)
    if (need === 'anybody') return
    const passage = await access.pass(request.principal, need)
    if (passage === 'unknown')
      throw new ApiError(
        'unauthorized',
        `This needs ${keys[need]}; sign in, or send a token as Authorization: Bearer fb_….`,
      )
    if (passage === 'forbidden')
      throw new ApiError('forbidden', `This needs ${keys[need]}; you have another role.`)
  })
}
