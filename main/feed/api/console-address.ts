// Where people reach the console: as somebody has said, else by the name by which the TV reached the feed; where that is this
// machine's own and the feed listens on the network, by the machine's first address there.
import type { FastifyRequest } from 'fastify'
import { isLoopbackAddress } from '../access/loopback.ts'
import { networkAddress } from '../network-address.ts'
import type { ApiParts } from './api-parts.ts'

/** `https://wall.northwind.example`; without a slash at its end. */
export const originFor = (
  { protocol, host }: FastifyRequest,
  { listenHost, publicOrigin }: Pick<ApiParts, 'listenHost' | 'publicOrigin'>,
): string => {
  if (publicOrigin !== null) return publicOrigin
  const port = /:\d+$/.exec(host)?.[0] ?? ''
  const name = host.slice(0, host.length - port.length)
  const isReachable = isLoopbackAddress(listenHost) || !isLoopbackAddress(name)
  return `${protocol}://${isReachable ? name : (networkAddress() ?? name)}${port}`
}
