// Who may come in: checked before anything of a request's body is read.
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify'
import type { Access } from '../access/access.ts'
import type { Door } from '../access/doors.ts'
import { isOwnName, isOwnOrigin } from '../access/loopback.ts'
import { ApiError } from './api-error.ts'

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** Refuses rebound names and other sites' pages. */
export const guardAgainstPages = (app: FastifyInstance, listenHost: string): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    const { host, origin } = request.headers
    if (!isOwnName(host, listenHost))
      done(new ApiError('foreign-host', `This feed does not answer to the name ${host ?? '(none)'}.`))
    else if (!isSafe(request.method) && !isOwnOrigin(origin, host))
      done(new ApiError('foreign-origin', `Pages of ${origin ?? '(none)'} may not write here.`))
    else done()
  })
}

const bearerToken = (request: FastifyRequest): string | null => {
  const header = request.headers.authorization
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : null
}

const keys: Readonly<Record<Door, string>> = {
  write: 'an ingest or admin token',
  administer: 'an admin token',
  read: 'a screen or admin token',
}

export const requireDoor =
  (access: Access, door: Door): onRequestHookHandler =>
  (request, _reply, done) => {
    const passage = access.pass(door, bearerToken(request))
    if (passage === 'open') done()
    else if (passage === 'unknown')
      done(new ApiError('unauthorized', `This needs ${keys[door]}: Authorization: Bearer fb_….`))
    else done(new ApiError('forbidden', `This needs ${keys[door]}; yours is of another role.`))
  }
