// Refuses names that were made to point here, and pages of other sites that want to write.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { comesByProxy } from '../access/asked-host.ts'
import { createIsOwnPage, isLoopbackAddress } from '../access/loopback.ts'
import { plainPageHeaders } from '../plain-page.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { isForKioskPage } from './kiosk-page.ts'
import { unknownAddress, unknownAddressPage } from './unknown-address.ts'

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** Somebody opens a page, and would read an answer for programs. */
const opensPage = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html')

export const guardAgainstPages = (
  app: FastifyInstance,
  parts: Pick<ApiParts, 'listenHost' | 'isOwnName' | 'publicOrigin' | 'transport'>,
): void => {
  const { listenHost, isOwnName, publicOrigin, transport } = parts
  const isOwnOrigin = createIsOwnPage(publicOrigin)

  /** Programs send no origin, and no cookie either: whoever comes by a session is a browser, and names its page. */
  const isOwnPage = ({ headers, host }: FastifyRequest): boolean =>
    headers.cookie === undefined || headers.authorization !== undefined || headers.origin !== undefined
      ? isOwnOrigin(headers.origin, host)
      : headers['sec-fetch-site'] === 'same-origin'

  /** What a proxy passes on looks as if this machine itself had asked. */
  const isPassedOn = ({ headers }: FastifyRequest): boolean =>
    transport.proxy === null && isLoopbackAddress(listenHost) && comesByProxy(headers)

  app.addHook('onRequest', (request, reply, done) => {
    if (isPassedOn(request) || !isOwnName(request.host)) {
      const found = unknownAddress(request, transport.protocol)
      if (!opensPage(request)) return done(new ApiError('foreign-host', found.sentence))
      void reply
        .code(403)
        .headers(plainPageHeaders)
        .send(unknownAddressPage(found, request.headers['accept-language']))
      return
    }
    if (isSafe(request.method) || isOwnPage(request) || isForKioskPage(request)) return done()
    const { origin } = request.headers
    const isSite = origin !== undefined && /^https?:/.test(origin)
    const mend = isSite ? ` If people reach this feed there, start it with --public-url ${origin}.` : ''
    done(new ApiError('foreign-origin', `Pages of ${origin ?? '(none)'} may not write here.${mend}`))
  })
}
