// Holds every route to its line in the table of who may call what, and lets in who may, before anything of a body is
// read. Handlers find who asks in `request.principal`.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access } from '../access/access.ts'
import type { Door, Need } from '../access/doors.ts'
import type { Principal } from '../access/principal.ts'
import type { RouteAccess } from '../access/route-access.ts'
import { ApiError } from './api-error.ts'

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal
  }
}

const tokens: Readonly<Record<Door, string>> = {
  write: 'an ingest or admin token',
  administer: 'an admin token',
  edit: 'an admin token',
  control: 'an admin token',
  look: 'an admin token',
  read: 'a screen or admin token',
}

const bearerToken = (request: FastifyRequest): string | null => {
  const header = request.headers.authorization
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : null
}

/** An `<img>` sends no header: for pictures, and for nothing else, the token may stand in the address. */
const addressToken = ({ routeOptions, query }: FastifyRequest): string | null => {
  if (routeOptions.url !== '/media/*') return null
  const given = typeof query === 'object' && query !== null && 'token' in query ? query.token : null
  return typeof given === 'string' ? given : null
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
export const guardRoutes = (app: FastifyInstance, access: Access, declared: RouteAccess): void => {
  holdToTable(app, declared)
  app.decorateRequest('principal')
  app.addHook('onRequest', async (request) => {
    request.principal = await access.identify(bearerToken(request) ?? addressToken(request))
    const need = needOf(declared, request)
    if (need === 'anybody') return
    const passage = await access.pass(request.principal, need)
    if (passage === 'unknown')
      throw new ApiError('unauthorized', `This needs ${tokens[need]}: Authorization: Bearer fb_….`)
    if (passage === 'forbidden')
      throw new ApiError('forbidden', `This needs ${tokens[need]}; yours is of another role.`)
  })
}
