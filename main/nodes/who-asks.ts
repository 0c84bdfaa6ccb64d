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
  /** Of the floor, in lower case, without a port; empty where the request names none. */
  readonly name: string
  /** Where the request came from, past the proxies that are known. */
  readonly client: string
  readonly host: string
  readonly proto: string
  /** Whether another node handed it on, and how many did. */
  readonly isNode: boolean
  readonly hops: number
}

interface WhoAsksParts {
  /** Whose `X-Forwarded-…` counts; null: nobody's. */
  readonly isProxy: IsProxy | null
  readonly isProof: (said: string | undefined) => boolean
}

export type WhoAsks = (request: IncomingMessage) => Asked

export const createWhoAsks =
  ({ isProxy, isProof }: WhoAsksParts): WhoAsks =>
  ({ headers, socket }) => {
    const nearest = socket.remoteAddress ?? ''
    const proof = headers[proofHeader]
    const isNode = typeof proof === 'string' && isProof(proof)
    const isKnown = isNode || (isProxy?.(nearest) ?? false)
    const lastOf = (header: string): string | undefined =>
      isKnown ? wordsOf(headers[header]).at(-1) : undefined
    const host = lastOf('x-forwarded-host') ?? headers.host ?? ''
    return {
      name: host.replace(/:\d+$/, '').toLowerCase(),
      // A node has found it out already.
      client: isNode
        ? (lastOf('x-forwarded-for') ?? nearest)
        : clientOf(nearest, isKnown ? wordsOf(headers['x-forwarded-for']) : [], isProxy ?? (() => false)),
      host,
      proto: lastOf('x-forwarded-proto') ?? 'http',
      isNode,
      hops: isNode ? Number(headers[hopsHeader] ?? 0) : 0,
    }
  }

/** Whatever else the request says of the way it came goes. */
export const writeWhoAsks = ({ headers }: IncomingMessage, { client, host, proto }: Asked): void => {
  for (const header of [...headersOfProxies, proofHeader, hopsHeader]) delete headers[header]
  headers['x-forwarded-for'] = client
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = proto
}
