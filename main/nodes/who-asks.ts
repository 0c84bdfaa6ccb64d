// Who sent a request, and by which name: said by a proxy that is known or by another node, or seen on the connection. What is
// found is written into the headers of the request, one word each, and a floor's feed believes those.
import type { IncomingMessage } from 'node:http'
import type { IsProxy } from '../feed/access/trusted-proxy.ts'

/** By which a node proves to another one that it is a node. */
export const proofHeader = 'floorboard-node'
/** How many nodes handed the request on. */
export const hopsHeader = 'floorboard-hops'

const headersOfProxies = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

const wordsOf = (header: string | string[] | undefined): readonly string[] =>
  (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** The last address that no known proxy has. */
const clientOf = (nearest: string, said: readonly string[], isProxy: IsProxy): string => {
  let client = nearest
  for (const address of said.toReversed()) {
    if (!isProxy(client)) return client
    client = address
  }
  return client
}

export interface Asked {
  /** In lower case, without a port; empty where the request names none. */
  readonly name: string
  readonly hops: number
}

interface WhoAsksParts {
  /** Whose `X-Forwarded-…` counts; null: nobody's. */
  readonly isProxy: IsProxy | null
  readonly isProof: (said: string | undefined) => boolean
}

/** Changes the request's headers. */
export const createWhoAsks =
  ({ isProxy, isProof }: WhoAsksParts) =>
  ({ headers, socket }: IncomingMessage): Asked => {
    const nearest = socket.remoteAddress ?? ''
    const proof = headers[proofHeader]
    const isNode = typeof proof === 'string' && isProof(proof)
    const isKnown = isNode || (isProxy?.(nearest) ?? false)
    const said = isKnown ? wordsOf(headers['x-forwarded-for']) : []
    // A node has found it out already.
    const client = isNode ? (said.at(-1) ?? nearest) : clientOf(nearest, said, isProxy ?? (() => false))
    const host = (isKnown ? wordsOf(headers['x-forwarded-host']).at(-1) : undefined) ?? headers.host ?? ''
    const proto = isKnown ? wordsOf(headers['x-forwarded-proto']).at(-1) : undefined
    const hops = isNode ? Number(headers[hopsHeader] ?? 0) : 0
    for (const header of [...headersOfProxies, proofHeader, hopsHeader]) delete headers[header]
    headers['x-forwarded-for'] = client
    headers['x-forwarded-host'] = host
    headers['x-forwarded-proto'] = proto ?? 'http'
    return { name: host.replace(/:\d+$/, '').toLowerCase(), hops }
  }
