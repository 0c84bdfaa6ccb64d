// Refuses names that were rebound to this machine, and pages of other sites that want to write.
import type { FastifyInstance } from 'fastify'
import { isOwnName, isOwnOrigin } from '../access/loopback.ts'
import { ApiError } from './api-error.ts'
import { isForKioskPage } from './kiosk-page.ts'

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

export const guardAgainstPages = (app: FastifyInstance, listenHost: string): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    const { host, origin } = request.headers
    if (!isOwnName(host, listenHost))
      done(new ApiError('foreign-host', `This feed does not answer to the name ${host ?? '(none)'}.`))
    else if (!isSafe(request.method) && !isOwnOrigin(origin, host) && !isForKioskPage(request))
      done(new ApiError('foreign-origin', `Pages of ${origin ?? '(none)'} may not write here.`))
    else done()
  })
}
