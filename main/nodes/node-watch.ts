// `/node/metrics` and `/node/health` of a node, whatever host name they are asked for by: for Prometheus, load balancers and
// whoever looks after the node.
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiErrorBody } from '../../shared/wire/api-error.ts'
import { comesByProxy } from '../feed/access/asked-host.ts'
import { isLoopbackAddress } from '../feed/access/loopback.ts'
import { hashSecret } from '../feed/access/secret.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { healthOf } from './node-health.ts'
import type { NodeMetrics } from './node-metrics.ts'
import type { NodeState } from './node-state.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Whether it is asked for one of the two, which it then answers. It has to see a request as it came: what its headers say of
 * the way it took counts.
 */
export type NodeWatch = (request: IncomingMessage, response: ServerResponse) => boolean

export interface NodeWatchParts {
  readonly read: () => NodeState
  readonly metrics: Pick<NodeMetrics, 'contentType' | 'text'>
  /** Opens both to other machines; undefined: they are told whether the node is ready, and no more. */
  readonly token: string | undefined
  readonly onError: (what: string, error: unknown) => void
}

const leastTokenLength = 16

/** Undefined where none is set. Throws `BadSetUp` for one that can be guessed. */
export const readMetricsToken = (
  variables: Readonly<Record<string, string | undefined>>,
): string | undefined => {
  const token = variables['FLOORBOARD_METRICS_TOKEN']
  if (!token) return undefined
  if (token.length < leastTokenLength)
    throw new BadSetUp(
      `FLOORBOARD_METRICS_TOKEN has ${token.length} characters; take ${leastTokenLength} or more, such as those of "openssl rand -hex 24".`,
    )
  return token
}

const json = (status: number, body: object, more: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...more },
  body: `${JSON.stringify(body)}\n`,
})

const unauthorized: ApiErrorBody = {
  code: 'unauthorized',
  message: 'The metrics of a node are for its own machine, or for whoever sends FLOORBOARD_METRICS_TOKEN.',
}

const hostNameOf = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '')

/** By no proxy, which would come from this machine for anybody, and by no name that a page has had led here. */
const isOwnMachine = ({ headers, socket }: IncomingMessage): boolean =>
  isLoopbackAddress((socket.remoteAddress ?? '').replace(/^::ffff:/i, '')) &&
  isLoopbackAddress(hostNameOf(headers.host)) &&
  !comesByProxy(headers)

/** Hashed, they are of one length, and a comparison says nothing of how far a guess was right. */
const isSame = (given: string, token: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(token)))

export const createNodeWatch = ({ read, metrics, token, onError }: NodeWatchParts): NodeWatch => {
  const maySeeAll = (request: IncomingMessage): boolean => {
    if (isOwnMachine(request)) return true
    const [, given] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    return token !== undefined && given !== undefined && isSame(given, token)
  }
  const health = (request: IncomingMessage): Answer => {
    const found = healthOf(read())
    const status = found.status === 'ready' ? 200 : 503
    // A load balancer goes by the code; whose floors are here is nobody else's business.
    return json(status, maySeeAll(request) ? found : { status: found.status })
  }
  const metricsAnswer = async (request: IncomingMessage): Promise<Answer> =>
    maySeeAll(request)
      ? { status: 200, headers: { 'content-type': metrics.contentType }, body: await metrics.text() }
      : json(401, unauthorized, { 'www-authenticate': 'Bearer' })
  const answer = async (path: string, request: IncomingMessage): Promise<Answer> => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return { status: 405, headers: { allow: 'GET, HEAD' }, body: '' }
    return path === '/node/health' ? health(request) : metricsAnswer(request)
  }

  return (request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    if (path !== '/node/health' && path !== '/node/metrics') return false
    answer(path, request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      (error) => {
        onError('what is known of this node cannot be told', error)
        response.destroy()
      },
    )
    return true
  }
}
