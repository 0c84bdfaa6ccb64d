// Refuses names that were made to point here, and pages of other sites that want to write.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopbackAddress, isOwnOrigin } from '../access/loopback.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { isForKioskPage } from './kiosk-page.ts'

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** Programs send no origin, and no cookie either: whoever comes by a session is a browser, and names its page. */
const isOwnPage = ({ headers, host }: FastifyRequest): boolean =>
  headers.cookie === undefined || headers.authorization !== undefined || headers.origin !== undefined
    ? isOwnOrigin(headers.origin, host)
    : headers['sec-fetch-site'] === 'same-origin'

export const guardAgainstPages = (
  app: FastifyInstance,
  { listenHost, isOwnName, transport }: Pick<ApiParts, 'listenHost' | 'isOwnName' | 'transport'>,
): void => {
  /** What a proxy passes on looks as if this machine itself had asked. */
  const isPassedOn = ({ headers }: FastifyRequest): boolean =>
    transport.proxy === null && isLoopbackAddress(listenHost) && headers['x-forwarded-for'] !== undefined

  app.addHook('onRequest', (request, _reply, done) => {
    const { host, headers } = request
    if (isPassedOn(request))
      done(new ApiError('foreign-host', 'A proxy stands before this feed; start it with --trusted-proxy.'))
    else if (!isOwnName(host))
      done(
        new ApiError(
          'foreign-host',
          `This feed does not answer to the name ${host || '(none)'}; --name adds one.`,
        ),
      )
    else if (!isSafe(request.method) && !isOwnPage(request) && !isForKioskPage(request))
      done(new ApiError('foreign-origin', `Pages of ${headers.origin ?? '(none)'} may not write here.`))
    else done()
  })
}
